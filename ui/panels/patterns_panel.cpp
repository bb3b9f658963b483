#include "ui/panels/patterns_panel.h"

#include <algorithm>

#include <QAction>
#include <QColorDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include "core/buffer/document.h"
#include "ui/base/document_context.h"
#include "ui/base/fixed_font.h"
#include "ui/base/list_table.h"
#include "ui/base/messages.h"
#include "ui/base/number_text.h"
#include "ui/base/status_line.h"
#include "ui/panels/patterns_model.h"

namespace octavo {

namespace {
constexpr int kSearchDelayMs = 200;
}  // namespace

PatternsPanel::PatternsPanel(DocumentContext& context, QWidget* parent)
    : QWidget(parent),
      context_(context),
      model_(new PatternsModel(this)),
      table_(new QTableView(this)),
      add_(new QPushButton(tr("&Add from Find Bar"), this)),
      list_(new QPushButton(tr("List &Occurrences"), this)),
      remove_(new QPushButton(tr("Re&move"), this)),
      find_(new QAction(tr("&Find This"), this)),
      colour_(new QAction(tr("&Colour…"), this)),
      status_(new StatusLine(this)) {
    buildTable();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->setSpacing(6);
    layout->addWidget(table_, 1);
    layout->addWidget(buildButtons());
    layout->addWidget(status_);
    searchSoon_.setSingleShot(true);
    searchSoon_.setInterval(kSearchDelayMs);
    connect(&searchSoon_, &QTimer::timeout, this, &PatternsPanel::search);
    connect(model_, &PatternsModel::patternsChanged, this, [this] {
        searchAgain();
        refreshControls();
        Q_EMIT patternsChanged();
    });
    connect(model_, &PatternsModel::colourChanged, this, [this] {
        highlight();
        Q_EMIT patternsChanged();
    });
    connect(&context_, &DocumentContext::currentChanged, this, &PatternsPanel::searchAgain);
    connect(&context_, &DocumentContext::documentChanged, this, &PatternsPanel::searchAgain);
    refreshControls();
}

void PatternsPanel::buildTable() {
    table_->setModel(model_);
    table_->setFont(valueFont());
    dressTable(*table_, tr("Patterns"));
    selectWholeRows(*table_);
    QHeaderView* header = table_->horizontalHeader();
    header->setSectionResizeMode(PatternsModel::PatternColumn, QHeaderView::Stretch);
    header->resizeSection(PatternsModel::CountColumn, 14 * table_->fontMetrics().horizontalAdvance(u'0'));
    auto* remove = new QAction(tr("&Remove"), table_);
    remove->setShortcut(QKeySequence::Delete);
    find_->setShortcut(Qt::Key_Return);
    offerActions(*table_, {find_, colour_, remove});
    connect(remove, &QAction::triggered, this, &PatternsPanel::removeCurrent);
    connect(colour_, &QAction::triggered, this, &PatternsPanel::chooseColour);
    connect(find_, &QAction::triggered, this, [this] {
        if (const QModelIndex index = table_->currentIndex(); index.isValid())
            Q_EMIT findWanted(model_->patterns()[static_cast<std::size_t>(index.row())].query);
    });
    connect(table_, &QTableView::doubleClicked, find_, &QAction::trigger);
    connect(table_->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &PatternsPanel::refreshControls);
}

QWidget* PatternsPanel::buildButtons() {
    auto* row = new QWidget(this);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(add_, 1);
    layout->addWidget(list_, 1);
    layout->addWidget(remove_);
    list_->setToolTip(tr("List all occurrences of all checked patterns"));
    add_->setToolTip(tr("Highlight what the find bar looks for all the time"));
    connect(add_, &QPushButton::clicked, this, &PatternsPanel::addWanted);
    connect(list_, &QPushButton::clicked, this, &PatternsPanel::listAll);
    connect(remove_, &QPushButton::clicked, this, &PatternsPanel::removeCurrent);
    return row;
}

QString PatternsPanel::statusText() const {
    return status_->text();
}

void PatternsPanel::add(const FindQuery& query) {
    if (!searcherOf(query)) {
        status_->say(StatusTone::Problem, tr("The find bar has nothing to look for yet."));
        return;
    }
    const auto row = model_->add(query);
    if (!row) {
        status_->say(
            StatusTone::Problem,
            tr("There are %1 patterns already; remove one first.").arg(decimalText(PatternsModel::kMost)));
        return;
    }
    table_->selectRow(*row);
}

void PatternsPanel::removeCurrent() {
    if (const QModelIndex index = table_->currentIndex(); index.isValid())
        model_->remove(index.row());
}

void PatternsPanel::chooseColour() {
    const QPersistentModelIndex index = table_->currentIndex();
    if (!index.isValid())
        return;
    auto* dialog = new QColorDialog(model_->patterns()[static_cast<std::size_t>(index.row())].colour, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOption(QColorDialog::ShowAlphaChannel);
    connect(dialog, &QColorDialog::colorSelected, this, [this, index](const QColor& colour) {
        if (index.isValid())
            model_->setColour(index.row(), colour);
    });
    dialog->open();
}

void PatternsPanel::listAll() {
    if (const auto queries = queriesThatAreOn(); !queries.empty())
        Q_EMIT listWanted(queries);
}

std::vector<FindQuery> PatternsPanel::queriesThatAreOn() const {
    std::vector<FindQuery> queries;
    for (const ColouredPattern& each : model_->patterns()) {
        if (each.isOn)
            queries.push_back(each.query);
    }
    return queries;
}

void PatternsPanel::searchAgain() {
    search_.cancel();
    counts_.clear();
    model_->setCounts(std::nullopt);
    searchSoon_.start();
}

void PatternsPanel::search() {
    const Document* document = context_.document();
    const auto queries = queriesThatAreOn();
    status_->clear();
    if (document == nullptr || queries.empty()) {
        highlight();
        return;
    }
    const Result<Searcher> searcher = searcherOf(queries);
    if (!searcher) {
        status_->say(StatusTone::Problem, messageFor(searcher.error(), context_.documentName()));
        return;
    }
    auto work = [snapshot = document->snapshot(), searcher = *searcher, count = queries.size()](
                    const JobContext& job) { return countPatterns(snapshot, searcher, count, job); };
    search_ = context_.jobs().run({.title = tr("Looking for patterns in %1").arg(context_.documentName())},
                                  std::move(work), this,
                                  [this](const Result<std::vector<MatchCount>>& counts) { take(counts); });
}

void PatternsPanel::take(const Result<std::vector<MatchCount>>& counts) {
    const Document* document = context_.document();
    if (!counts || document == nullptr || counts->front().revision != document->revision())
        return;  // stopped, or an edit has asked for another search
    counts_ = *counts;
    std::vector<std::uint64_t> numbers;
    for (const MatchCount& each : counts_)
        numbers.push_back(each.count);
    model_->setCounts(numbers);
    highlight();
    const MatchCount& any = counts_.front();  // what is true of the whole search is in each
    if (any.gaveUp)
        status_->say(StatusTone::Problem, givenUpText(*any.gaveUp));
    else if (!any.unreadable.isEmpty())
        status_->say(StatusTone::Warning,
                     tr("%1 could not be read.").arg(sizeText(any.unreadable.totalSize())));
    else if (std::ranges::any_of(counts_,
                                 [](const MatchCount& each) { return each.count > each.first.size(); }))
        status_->say(StatusTone::Neutral,
                     tr("Of each the first %1 are highlighted.").arg(decimalText(kHighlightLimit)));
}

void PatternsPanel::highlight() {
    std::vector<ColouredRanges> sets;
    auto count = counts_.begin();
    for (const ColouredPattern& each : model_->patterns()) {
        if (each.isOn && count != counts_.end())
            sets.push_back({each.colour, (count++)->first});
    }
    context_.setPatternHighlights(std::move(sets));
}

void PatternsPanel::refreshControls() {
    const bool hasCurrent = table_->currentIndex().isValid();
    remove_->setEnabled(hasCurrent);
    find_->setEnabled(hasCurrent);
    colour_->setEnabled(hasCurrent);
    list_->setEnabled(!queriesThatAreOn().empty());
}

}  // namespace octavo
