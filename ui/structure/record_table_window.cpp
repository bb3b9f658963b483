#include "ui/structure/record_table_window.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QTableView>
#include <QToolButton>

#include "core/base/integer.h"
#include "core/buffer/document.h"
#include "core/save/file_system.h"
#include "ui/base/document_context.h"
#include "ui/base/fixed_font.h"
#include "ui/base/list_table.h"
#include "ui/base/number_text.h"
#include "ui/base/qt_text.h"
#include "ui/base/status_line.h"
#include "ui/dialogs/ask_where_to_save.h"
#include "ui/dialogs/export_to_file.h"
#include "ui/structure/record_table_model.h"

namespace octavo {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kCopySizeMost = std::size_t{64} << 20;
constexpr int kNarrowNumber = 10;  // characters of a column
constexpr int kNarrowText = 20;
constexpr int kWidest = 24;

struct CopiedRows {
    std::string text;
    std::uint64_t count = 0;
};

}  // namespace

RecordTableWindow::RecordTableWindow(DocumentContext& context, std::shared_ptr<const FormatSet> formats,
                                     StructureTree::Options options, std::string path, QWidget* parent)
    : DocumentWindow(context, parent),
      name_(context.documentName()),
      path_(std::move(path)),
      live_(context.jobs()),
      model_(new RecordTableModel(live_, path_, this)),
      table_(new QTableView(this)),
      item_(new QLineEdit(this)),
      part_(new QLabel(this)),
      previous_(new QToolButton(this)),
      next_(new QToolButton(this)) {
    resize(860, 560);
    showTitle();
    buildTable();
    arrange(buildTop(), table_);

    connect(&context, &DocumentContext::documentStateChanged, this, &RecordTableWindow::showTitle);
    connect(&live_, &LiveStructure::wentAway, this, &RecordTableWindow::say);
    connect(&live_, &LiveStructure::cameBack, this, &RecordTableWindow::renew);
    // What is missing is found out while rows are painted.
    connect(
        model_, &RecordTableModel::moreWanted, this,
        [this](const QString& missing) {
            live_.goOn(missing.toStdString(),
                       tr("Reading the items of %1").arg(QString::fromStdString(path_)));
        },
        Qt::QueuedConnection);
    live_.bind(std::move(formats), document()->snapshot(), options);
    renew();
    table_->setFocus();
}

RecordTableWindow::~RecordTableWindow() = default;

void RecordTableWindow::buildTable() {
    table_->setFont(valueFont());
    dressTable(*table_, tr("Items"));
    selectWholeRows(*table_);
    table_->setSelectionMode(QAbstractItemView::ExtendedSelection);
    table_->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table_->setModel(model_);
    QHeaderView* header = table_->horizontalHeader();
    header->setSectionsClickable(true);
    header->setSortIndicatorShown(true);
    header->setSortIndicatorClearable(true);
    header->setSortIndicator(-1, Qt::AscendingOrder);
    connect(header, &QHeaderView::sortIndicatorChanged, this, &RecordTableWindow::sortBy);
    connect(model_, &RecordTableModel::fieldsChanged, this, &RecordTableWindow::dressColumns);
    // A row may be current without anybody having chosen it.
    connect(table_->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        if (table_->selectionModel()->isSelected(table_->currentIndex()))
            selectBytes();
    });
    connect(table_, &QTableView::doubleClicked, this, &RecordTableWindow::goToBytes);
    buildActions();
}

QWidget* RecordTableWindow::buildTop() {
    auto* row = new QWidget(this);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    auto* label = new QLabel(tr("Go to &item:"), row);
    label->setBuddy(item_);
    item_->setAccessibleName(tr("Go to item"));
    item_->setPlaceholderText(tr("Number, Enter"));
    item_->setMaximumWidth(item_->fontMetrics().horizontalAdvance(u'0') * 24);
    connect(item_, &QLineEdit::returnPressed, this, &RecordTableWindow::goToTypedItem);
    dressPlaceButton(*previous_, PlaceStep::Previous, tr("Items before these"));
    dressPlaceButton(*next_, PlaceStep::Next, tr("Items behind these"));
    connect(previous_, &QToolButton::clicked, this, [this] { showPartBeside(-1); });
    connect(next_, &QToolButton::clicked, this, [this] { showPartBeside(1); });
    layout->addWidget(label);
    layout->addWidget(item_);
    layout->addStretch(1);
    layout->addWidget(part_);
    layout->addWidget(previous_);
    layout->addWidget(next_);
    return row;
}

void RecordTableWindow::buildActions() {
    QList<QAction*> actions;
    const auto add = [this, &actions](const QString& text, const QKeySequence& key, auto act) {
        auto* action = new QAction(text, table_);
        action->setShortcut(key);
        connect(action, &QAction::triggered, this, act);
        actions << action;
    };
    add(tr("&Go to the Bytes"), Qt::Key_Return, &RecordTableWindow::goToBytes);
    add(tr("&Copy"), QKeySequence::Copy, [this] { copySelected(FieldSeparator::Tab); });
    add(tr("Copy as C&SV"), QKeySequence(u"Ctrl+Shift+C"_s), [this] { copySelected(FieldSeparator::Comma); });
    add(tr("&Export All as CSV…"), {}, &RecordTableWindow::chooseFile);
    const auto sortByCurrent = [this](Qt::SortOrder order) {
        return [this, order] { sortBy(table_->currentIndex().column(), order); };
    };
    add(tr("Sort by This Column, &Ascending"), QKeySequence(u"Alt+Up"_s), sortByCurrent(Qt::AscendingOrder));
    add(tr("Sort by This Column, &Descending"), QKeySequence(u"Alt+Down"_s),
        sortByCurrent(Qt::DescendingOrder));
    add(tr("In the Order of the A&rray"), {}, [this] { sortBy(-1, Qt::AscendingOrder); });
    offerActions(*table_, actions);
}

void RecordTableWindow::dressColumns() {
    const int digit = table_->fontMetrics().horizontalAdvance(u'0');
    for (int column = 0; column < model_->columnCount(); ++column) {
        const auto title = model_->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().size();
        const int narrowest = model_->isNumber(column) ? kNarrowNumber : kNarrowText;
        table_->horizontalHeader()->resizeSection(
            column, digit * std::clamp(static_cast<int>(title) + 3, narrowest, kWidest));
    }
}

void RecordTableWindow::showTitle() {
    if (document() != nullptr && context().document() == document())
        name_ = context().documentName();
    setWindowTitle(tr("%1 — %2").arg(QString::fromStdString(path_), name_));
}

void RecordTableWindow::endWork() {
    sortJob_.cancel();
    copyJob_.cancel();
    exportJob_.cancel();
    live_.release();
}

// --- what is said

bool RecordTableWindow::isBusy() const {
    return live_.isAway() || sortJob_.isRunning() || copyJob_.isRunning() || exportJob_.isRunning();
}

void RecordTableWindow::say() {
    if (live_.isAway())
        return status().ask(StatusTone::Neutral, tr("Reading the items…"), tr("S&top"),
                            [this] { live_.stop(); });
    if (sortJob_.isRunning())
        return status().ask(StatusTone::Neutral, tr("Sorting…"), tr("S&top"),
                            [this] { sortJob_.requestStop(); });
    if (live_.isPaused())
        return status().ask(StatusTone::Warning, tr("Stopped before all items were read."), tr("&Go On"),
                            [this] {
                                live_.resume();
                                renew();
                            });
    if (!model_->isThere())
        return status().say(StatusTone::Problem,
                            tr("There is no array at %1 now.").arg(QString::fromStdString(path_)));
    if (sorting_.isStale)
        return status().ask(StatusTone::Warning, tr("The bytes have changed since the items were sorted."),
                            tr("Sort &Again"), [this] { startSort(sorting_.column, sorting_.order); });
    sayItems();
}

void RecordTableWindow::sayItems() {
    const QString count =
        model_->count() == 1 ? tr("1 item") : tr("%1 items").arg(decimalText(model_->count()));
    if (sorting_.column < 0)
        return status().say(StatusTone::Neutral, count);
    const QString column = model_->headerData(sorting_.column, Qt::Horizontal, Qt::DisplayRole).toString();
    const bool isAscending = sorting_.order == Qt::AscendingOrder;
    status().say(
        StatusTone::Neutral,
        (isAscending ? tr("%1, sorted by %2") : tr("%1, sorted by %2, descending")).arg(count, column));
}

void RecordTableWindow::showParts() {
    const std::uint64_t places = model_->placeCount();
    const std::uint64_t begin = model_->partBegin();
    const std::uint64_t end = std::min(places, begin + RecordTableModel::kPartSize);
    const bool hasParts = places > RecordTableModel::kPartSize;
    for (QWidget* each :
         {static_cast<QWidget*>(part_), static_cast<QWidget*>(previous_), static_cast<QWidget*>(next_)})
        each->setVisible(hasParts);
    part_->setText(
        tr("Rows %1 to %2 of %3").arg(decimalText(begin + 1), decimalText(end), decimalText(places)));
    previous_->setEnabled(begin > 0);
    next_->setEnabled(end < places);
}

// --- the document

void RecordTableWindow::follow(const octavo::Change& change) {
    live_.follow(document()->snapshot(), change.removedRange());
    sorting_.isStale = model_->order() != nullptr;
    renew();
}

void RecordTableWindow::renew() {
    const std::vector<RecordColumn> before = model_->fields();
    model_->refresh();
    if (model_->fields() != before) {
        sortJob_.cancel();
        return applySorting(-1, Qt::AscendingOrder);
    }
    showParts();
    say();
}

void RecordTableWindow::selectBytes() {
    const QModelIndex current = table_->currentIndex();
    const RecordRow* record =
        current.isValid() && document() != nullptr ? model_->recordOf(current) : nullptr;
    if (record == nullptr || !record->place || record->place->end > document()->size())
        return;
    const ByteRange place = *record->place;
    if (context().document() != document())
        context().bringToFront(*documentOwner());
    if (context().document() == document())
        context().select(place);
}

void RecordTableWindow::goToBytes() {
    selectBytes();
    context().focusView();
}

void RecordTableWindow::goToTypedItem() {
    const auto item = parseIntegerLiteral(toUtf8(item_->text().trimmed()));
    if (!item || *item < 0 || *item >= model_->count())
        return status().say(
            StatusTone::Problem,
            model_->count() == 0
                ? tr("There are no items.")
                : tr("Items have numbers from 0 to %1.").arg(decimalText(model_->count() - 1)));
    goToItem(static_cast<std::uint64_t>(*item));
    table_->setFocus();
}

void RecordTableWindow::goToItem(std::uint64_t item) {
    const auto place = model_->placeOf(item);
    if (!place)
        return;
    model_->showPart(*place);
    showParts();
    const int column = std::max(table_->currentIndex().column(), 0);
    const QModelIndex index = model_->index(static_cast<int>(*place - model_->partBegin()), column);
    table_->setCurrentIndex(index);
    table_->scrollTo(index);
    say();
}

void RecordTableWindow::showPartBeside(int step) {
    const std::uint64_t begin = model_->partBegin();
    model_->showPart(step < 0 ? begin - RecordTableModel::kPartSize : begin + RecordTableModel::kPartSize);
    showParts();
    table_->scrollToTop();
}

// --- order

void RecordTableWindow::sortBy(int column, Qt::SortOrder order) {
    if (document() == nullptr)
        return;
    sortJob_.cancel();
    // Items lie one behind the other: their numbers and offsets are in order already.
    if (column < RecordTableModel::FieldColumn)
        return applySorting(column, order);
    startSort(column, order);
}

void RecordTableWindow::startSort(int column, Qt::SortOrder order) {
    const auto field = static_cast<std::size_t>(column - RecordTableModel::FieldColumn);
    if (column < RecordTableModel::FieldColumn || field >= model_->fields().size())
        return;
    const auto direction = order == Qt::AscendingOrder ? RecordOrder::Ascending : RecordOrder::Descending;
    auto work = [source = source(), field, direction](const JobContext& job) {
        return source.sorted(source.fields[field], direction, job);
    };
    sortJob_ = context().jobs().run(
        {.title = tr("Sorting the items of %1").arg(QString::fromStdString(path_))}, std::move(work), this,
        [this, column, order, revision = document()->revision()](Result<std::vector<std::uint32_t>> sorted) {
            if (sorted)
                sorting_ = {.column = column, .order = order, .isStale = document()->revision() != revision};
            takeOrder(std::move(sorted));
        });
    say();
}

void RecordTableWindow::takeOrder(Result<std::vector<std::uint32_t>> order) {
    if (order)
        model_->setOrder(std::make_shared<const std::vector<std::uint32_t>>(std::move(*order)));
    showOrder();
    if (!order && order.error().code == ErrorCode::LimitReached)
        status().say(
            StatusTone::Problem,
            tr("At most %1 items, and texts of 1 GiB, can be sorted.").arg(decimalText(kSortedRecordsMost)));
    else if (!order)
        context().showError(order.error());
}

/// An order that needs no reading.
void RecordTableWindow::applySorting(int column, Qt::SortOrder order) {
    sorting_ = {.column = column, .order = order};
    model_->setOrder(nullptr, column >= 0 && order == Qt::DescendingOrder);
    showOrder();
}

/// The header shows how the rows are sorted, not how they shall be.
void RecordTableWindow::showOrder() {
    QHeaderView* header = table_->horizontalHeader();
    const QSignalBlocker quiet(header);
    header->setSortIndicator(sorting_.column, sorting_.order);
    header->viewport()->update();
    showParts();
    say();
}

// --- copies

RecordSource RecordTableWindow::source() const {
    return {.formats = live_.formats(),
            .bytes = document()->snapshot(),
            .options = live_.options(),
            .path = path_,
            .fields = model_->fields()};
}

std::vector<std::uint64_t> RecordTableWindow::selectedItems() const {
    std::vector<std::uint64_t> items;
    QList<QItemSelectionRange> rows = table_->selectionModel()->selection();
    std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.top() < b.top(); });
    for (const QItemSelectionRange& each : rows) {
        for (int row = each.top(); row <= each.bottom() && items.size() < kCopiedMost; ++row)
            items.push_back(model_->itemOf(model_->index(row, 0)));
    }
    return items;
}

std::uint64_t RecordTableWindow::selectedCount() const {
    std::uint64_t count = 0;
    const QItemSelection rows = table_->selectionModel()->selection();
    for (const QItemSelectionRange& each : rows)
        count += static_cast<std::uint64_t>(each.height());
    return count;
}

void RecordTableWindow::copySelected(FieldSeparator separator) {
    std::vector<std::uint64_t> items = selectedItems();
    if (items.empty() || document() == nullptr)
        return;
    auto work = [source = source(), items = std::move(items),
                 separator](const JobContext& job) -> Result<CopiedRows> {
        StringSink sink(kCopySizeMost);
        const auto count = source.write(items, separator, sink, job);
        if (!count)
            return fail(count.error());
        return CopiedRows{.text = std::move(sink).take(), .count = *count};
    };
    copyJob_ = context().jobs().run(
        {.title = tr("Copying items"), .lane = JobLane::Prompt}, std::move(work), this,
        [this, selected = selectedCount()](const Result<CopiedRows>& copied) {
            if (!copied)
                return context().showError(copied.error());
            QGuiApplication::clipboard()->setText(QString::fromStdString(copied->text));
            const QString count = decimalText(copied->count);
            if (copied->count < selected)
                return status().say(StatusTone::Warning,
                                    tr("Copied %1 of %2 rows.").arg(count, decimalText(selected)));
            status().say(StatusTone::Success,
                         selected == 1 ? tr("Copied 1 row.") : tr("Copied %1 rows.").arg(count));
        });
}

void RecordTableWindow::chooseFile() {
    askWhereToSave(*this,
                   {.title = tr("Export as CSV"),
                    .directory = dialogDirectory(context().documentPath()),
                    .suffix = u"csv"_s},
                   [this](const std::string& file) { exportTo(file); });
}

void RecordTableWindow::exportTo(const std::string& file) {
    if (document() == nullptr)
        return;
    auto work = [source = source(), file, order = model_->order(),
                 isReversed = model_->isReversed()](const JobContext& job) -> Result<ByteCount> {
        PosixFileSystem fileSystem;
        return writeTextFile(fileSystem, file, [&](TextSink& sink) {
            return source.writeAll(order.get(), isReversed, sink, job);
        });
    };
    exportJob_ = context().jobs().run(
        {.title = tr("Exporting the items of %1").arg(QString::fromStdString(path_))}, std::move(work), this,
        [this, file](const Result<ByteCount>& size) {
            if (!size)
                return context().showError(size.error());
            status().say(StatusTone::Success,
                         tr("Wrote %1 to “%2”.").arg(sizeText(*size), toDisplayName(file)));
        });
}

}  // namespace octavo
