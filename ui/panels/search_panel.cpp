#include "ui/panels/search_panel.h"

#include <QStackedLayout>
#include <QTabBar>
#include <QVBoxLayout>

#include "core/buffer/document.h"
#include "ui/base/document_context.h"
#include "ui/base/number_text.h"
#include "ui/panels/found_files_view.h"
#include "ui/panels/found_view.h"

namespace octavo {

using namespace Qt::StringLiterals;

namespace {
/// Shorter selections are matches that the find bar selected, not places to look in.
constexpr ByteCount kSelectionSearched = 256;
}  // namespace

SearchPanel::SearchPanel(DocumentContext& context, QWidget* parent)
    : QWidget(parent),
      context_(context),
      pages_(new QTabBar(this)),
      found_(new FoundView(context, u"search"_s, this)),
      files_(new FoundFilesView(context, this)) {
    pages_->addTab(tr("Document"));
    pages_->addTab(tr("Files"));
    pages_->setDrawBase(false);
    pages_->setExpanding(false);
    pages_->setAccessibleName(tr("Lists"));
    pages_->hide();
    auto* pages = new QStackedLayout;
    pages->addWidget(found_);
    pages->addWidget(files_);
    connect(pages_, &QTabBar::currentChanged, pages, &QStackedLayout::setCurrentIndex);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->setSpacing(4);
    layout->addWidget(pages_);
    layout->addLayout(pages, 1);
}

void SearchPanel::turnTo(Page page) {
    if (page == Page::Files)
        pages_->show();
    pages_->setCurrentIndex(static_cast<int>(page));
}

RangeList SearchPanel::rangesToSearch() const {
    RangeList selected = context_.selectedRanges();
    if (selected.size() > 1 || selected.totalSize() >= kSelectionSearched)
        return selected;
    const ByteRange all = context_.document()->snapshot().all();
    return all.isEmpty() ? RangeList() : RangeList({all});
}

void SearchPanel::findAll(const std::vector<FindQuery>& queries) {
    if (context_.document() == nullptr || queries.empty())
        return;
    const Result<Searcher> searcher = searcherOf(queries);
    if (!searcher)
        return context_.showError(searcher.error());
    QStringList names;
    for (const FindQuery& each : queries)
        names << describe(each);
    RangeSet all;
    all.add(context_.document()->snapshot().all());
    turnTo(Page::Document);
    found_->search(*searcher, all, tr("%1 patterns").arg(decimalText(queries.size())), names,
                   FoundPlaces::Forms::Patterns);
}

void SearchPanel::findAll(const FindQuery& query) {
    const Result<Searcher> searcher = searcherOf(query);
    if (context_.document() == nullptr || !searcher)
        return;
    const RangeList ranges = rangesToSearch();
    const bool isPart = ranges.totalSize() != context_.document()->size();
    const QString what = isPart ? tr("%1, in %2").arg(describe(query), rangesText(ranges)) : describe(query);
    RangeSet bytes;
    bytes.add(ranges);
    turnTo(Page::Document);
    found_->search(*searcher, bytes, what);
}

void SearchPanel::findByYara(const std::string& rulesPath) {
    if (context_.document() == nullptr)
        return;
    turnTo(Page::Document);
    found_->searchByYara(rulesPath);
}

void SearchPanel::findInFiles(const FindQuery& query, const FileScope& scope) {
    const Result<Searcher> searcher = searcherOf(query);
    const FilesSearch where = filesSearchFor(scope, context_);
    if (!searcher || (where.order.roots.empty() && where.documents.empty()))
        return;
    turnTo(Page::Files);
    files_->search(*searcher, where, describe(query));
}

}  // namespace octavo
