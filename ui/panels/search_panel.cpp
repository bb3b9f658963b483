#include "ui/panels/search_panel.h"

#include <QVBoxLayout>

#include "core/buffer/document.h"
#include "ui/base/document_context.h"
#include "ui/base/number_text.h"
#include "ui/panels/found_view.h"

namespace octavo {

using namespace Qt::StringLiterals;

namespace {
/// Shorter selections are matches that the find bar selected, not places to look in.
constexpr ByteCount kSelectionSearched = 256;
}  // namespace

SearchPanel::SearchPanel(DocumentContext& context, QWidget* parent)
    : QWidget(parent), context_(context), found_(new FoundView(context, u"search"_s, this)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->addWidget(found_);
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
    found_->search(*searcher, bytes, what);
}

}  // namespace octavo
