#include "ui/structure/structure_compare_window.h"

#include <algorithm>

#include <QAbstractTableModel>
#include <QAction>
#include <QBrush>
#include <QClipboard>
#include <QComboBox>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTableView>

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
#include "ui/structure/structure_messages.h"

namespace octavo {

using namespace Qt::StringLiterals;

/// Differences as rows.
class DifferenceModel final : public QAbstractTableModel {
    Q_DECLARE_TR_FUNCTIONS(octavo::DifferenceModel)

public:
    using QAbstractTableModel::QAbstractTableModel;

    void setRows(std::vector<StructureDifference> rows) {
        beginResetModel();
        rows_ = std::move(rows);
        endResetModel();
    }
    [[nodiscard]] const std::vector<StructureDifference>& rows() const { return rows_; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override {
        return parent.isValid() ? 0 : static_cast<int>(rows_.size());
    }
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override {
        return parent.isValid() ? 0 : StructureCompareWindow::RightOffsetColumn + 1;
    }
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override {
        if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
            return {};
        const QString titles[] = {tr("Field"),        tr("Difference"), tr("Here"),
                                  tr("In the Other"), tr("Offset"),     tr("Other Offset")};
        return titles[section];
    }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override {
        const StructureDifference& row = rows_[static_cast<std::size_t>(index.row())];
        const int column = index.column();
        const bool isValue =
            column == StructureCompareWindow::LeftColumn || column == StructureCompareWindow::RightColumn;
        const bool isOffset = column >= StructureCompareWindow::LeftOffsetColumn;
        const bool isLeft = column == StructureCompareWindow::LeftColumn ||
                            column == StructureCompareWindow::LeftOffsetColumn;
        const StructureDifference::Side& side = isLeft ? row.left : row.right;
        if (role == Qt::TextAlignmentRole && isOffset)
            return int{Qt::AlignRight} | int{Qt::AlignVCenter};
        if (role == Qt::ForegroundRole && isValue && side.error)
            return QBrush(toneColour(StatusTone::Problem, QGuiApplication::palette()));
        if (role == Qt::ToolTipRole && isValue && side.error)
            return messageFor(*side.error);
        if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
            return {};
        if (isOffset)
            return side.place ? hexText(side.place->begin) : QString();
        if (isValue)
            return valueOf(row, side);
        return column == StructureCompareWindow::PathColumn ? QString::fromStdString(row.path())
                                                            : kindText(row.kind);
    }

private:
    static QString valueOf(const StructureDifference& row, const StructureDifference::Side& side) {
        const bool isError =
            side.error && (side.text.empty() || row.kind == StructureDifference::Kind::Error);
        return isError ? messageFor(*side.error) : QString::fromStdString(side.text);
    }
    static QString kindText(StructureDifference::Kind kind) {
        switch (kind) {
            case StructureDifference::Kind::Changed:
                return tr("another value");
            case StructureDifference::Kind::OnlyLeft:
                return tr("only here");
            case StructureDifference::Kind::OnlyRight:
                return tr("only in the other");
            case StructureDifference::Kind::Length:
                return tr("another length");
            default:
                return tr("another error");
        }
    }

    std::vector<StructureDifference> rows_;
};

StructureCompareWindow::StructureCompareWindow(DocumentContext& context,
                                               std::shared_ptr<const FormatSet> formats,
                                               StructureTree::Options options, QWidget* parent)
    : DocumentWindow(context, parent),
      formats_(std::move(formats)),
      options_(options),
      model_(new DifferenceModel(this)),
      others_(new QComboBox(this)),
      compare_(new QPushButton(tr("&Compare"), this)),
      table_(new QTableView(this)) {
    setWindowTitle(tr("Compare Structures — %1").arg(context.documentName()));
    resize(1080, 520);
    buildTable();
    arrange(buildTop(), table_);
    connect(&context, &DocumentContext::currentChanged, this, &StructureCompareWindow::fillChoices);
    connect(&context, &DocumentContext::documentStateChanged, this, &StructureCompareWindow::fillChoices);
    fillChoices();
    compare();
    table_->setFocus();
}

StructureCompareWindow::~StructureCompareWindow() = default;

QWidget* StructureCompareWindow::buildTop() {
    auto* row = new QWidget(this);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    auto* label = new QLabel(tr("&With:"), row);
    label->setBuddy(others_);
    others_->setAccessibleName(tr("Compare with"));
    layout->addWidget(label);
    layout->addWidget(others_, 1);
    layout->addWidget(compare_);
    connect(others_, &QComboBox::activated, this, &StructureCompareWindow::compare);
    connect(compare_, &QPushButton::clicked, this, &StructureCompareWindow::compare);
    return row;
}

void StructureCompareWindow::buildTable() {
    table_->setFont(valueFont());
    dressTable(*table_, tr("Differences"));
    selectWholeRows(*table_);
    table_->setSelectionMode(QAbstractItemView::ExtendedSelection);
    table_->setTextElideMode(Qt::ElideMiddle);  // both ends of a path matter
    table_->setModel(model_);
    const int digit = table_->fontMetrics().horizontalAdvance(u'0');
    const int widths[] = {40, 20, 26, 26, 12, 15};
    for (int column = 0; column < model_->columnCount(); ++column)
        table_->horizontalHeader()->resizeSection(column, widths[column] * digit);
    connect(table_, &QTableView::doubleClicked, this, &StructureCompareWindow::goToBytes);
    QList<QAction*> actions;
    const auto add = [this, &actions](const QString& text, const QKeySequence& key,
                                      void (StructureCompareWindow::*act)()) {
        auto* action = new QAction(text, table_);
        action->setShortcut(key);
        connect(action, &QAction::triggered, this, act);
        actions << action;
    };
    add(tr("&Go to the Bytes"), Qt::Key_Return, &StructureCompareWindow::goToBytes);
    add(tr("Copy as C&SV"), QKeySequence::Copy, &StructureCompareWindow::copySelected);
    add(tr("&Export All as CSV…"), {}, &StructureCompareWindow::chooseFile);
    add(tr("Compare &Again"), QKeySequence::Refresh, &StructureCompareWindow::compare);
    offerActions(*table_, actions);
}

void StructureCompareWindow::endWork() {
    otherChanged_.disconnect();
    nextOtherChanged_.disconnect();
    comparing_.cancel();
    exporting_.cancel();
}

// --- with what

void StructureCompareWindow::fillChoices() {
    if (document() == nullptr)
        return;
    const Choice before = chosen() != nullptr ? *chosen() : Choice();
    const QSignalBlocker quiet(others_);
    others_->clear();
    choices_.clear();
    if (document()->base() != nullptr) {
        choices_.push_back({.document = {}, .isSavedFile = true});
        others_->addItem(tr("The saved file"));
    }
    for (const OpenedDocument& each : context().openDocuments()) {
        if (each.owner == documentOwner())
            continue;
        choices_.push_back({.document = each.owner, .isSavedFile = false});
        others_->addItem(each.name);
        others_->setItemData(others_->count() - 1, toDisplayText(each.path), Qt::ToolTipRole);
    }
    choose(before);
    others_->setEnabled(!choices_.empty());
    compare_->setEnabled(!choices_.empty());
    say();
}

/// Nothing happens when it is not open any more.
void StructureCompareWindow::choose(const Choice& choice) {
    const auto same = std::find_if(choices_.begin(), choices_.end(), [&choice](const Choice& each) {
        return each.isSavedFile == choice.isSavedFile && each.document == choice.document;
    });
    if (same != choices_.end())
        others_->setCurrentIndex(static_cast<int>(same - choices_.begin()));
}

const StructureCompareWindow::Choice* StructureCompareWindow::chosen() const {
    const int index = others_->currentIndex();
    return index >= 0 && index < static_cast<int>(choices_.size())
               ? &choices_[static_cast<std::size_t>(index)]
               : nullptr;
}

/// Nothing when it is not open any more. Its changes are followed from now on.
std::optional<Snapshot> StructureCompareWindow::bytesOf(const Choice& choice) {
    nextOtherChanged_.disconnect();
    if (choice.isSavedFile)
        return document()->base() != nullptr ? std::optional(Snapshot::ofSource(document()->base()))
                                             : std::nullopt;
    for (const OpenedDocument& each : context().openDocuments()) {
        if (each.owner != choice.document)
            continue;
        nextOtherChanged_ = each.document->changed.connect([this](const octavo::Change&) { markStale(); });
        return each.document->snapshot();
    }
    return std::nullopt;
}

void StructureCompareWindow::compare() {
    const Choice* choice = document() != nullptr ? chosen() : nullptr;
    const auto other = choice != nullptr ? bytesOf(*choice) : std::nullopt;
    if (!other)
        return say();
    isNextStale_ = false;
    auto work = [formats = formats_, options = options_, left = document()->snapshot(),
                 right = *other](const JobContext& job) -> Result<StructureDifferences> {
        StructureTree one(formats, left, options);
        StructureTree two(formats, right, options);
        return compareStructures(one, two, {}, job);
    };
    comparing_ = context().jobs().run(
        {.title = tr("Comparing structures")}, std::move(work), this,
        [this, with = *choice](const Result<StructureDifferences>& found) { take(found, with); });
    say();
}

/// Until there is another result, the rows are those of the last one.
void StructureCompareWindow::take(const Result<StructureDifferences>& found, const Choice& with) {
    if (!found) {
        nextOtherChanged_.disconnect();
        if (hasResult_)
            choose(compared_);
        say();
        return context().showError(found.error());
    }
    hasResult_ = true;
    compared_ = with;
    isCut_ = found->isCut;
    isStale_ = isNextStale_;
    otherChanged_ = std::move(nextOtherChanged_);
    model_->setRows(found->rows);
    say();
}

// --- what is said

bool StructureCompareWindow::isBusy() const {
    return comparing_.isRunning() || exporting_.isRunning();
}

void StructureCompareWindow::say() {
    if (comparing_.isRunning())
        return status().ask(StatusTone::Neutral, tr("Comparing…"), tr("S&top"),
                            [this] { comparing_.requestStop(); });
    if (choices_.empty() && !hasResult_)
        return status().say(StatusTone::Neutral,
                            tr("Save the document, or open another, to have something to "
                               "compare it with."));
    if (isStale_)
        return status().ask(StatusTone::Warning, tr("This is older than the bytes."), tr("Compare &Again"),
                            [this] { compare(); });
    sayOutcome();
}

void StructureCompareWindow::sayOutcome() {
    const std::size_t count = model_->rows().size();
    if (!hasResult_)
        return status().clear();
    if (isCut_)
        return sayCut();
    if (count == 0)
        return status().say(StatusTone::Success, tr("No field differs."));
    status().say(StatusTone::Neutral,
                 count == 1 ? tr("1 difference") : tr("%1 differences").arg(decimalText(count)));
}

void StructureCompareWindow::sayCut() {
    const std::size_t count = model_->rows().size();
    QString text =
        tr("No difference was found, but the structures are too large or too deep to compare all.");
    if (count >= StructureCompareLimits().rowsMost)
        text = tr("There are more differences than the %1 shown.").arg(decimalText(count));
    else if (count > 0)
        text = tr("Differences found: %1. The structures are too large or too deep to compare all.")
                   .arg(decimalText(count));
    status().say(StatusTone::Warning, text);
}

void StructureCompareWindow::markStale() {
    isStale_ = hasResult_;
    isNextStale_ = comparing_.isRunning();
    say();
}

void StructureCompareWindow::follow(const octavo::Change& /*change*/) {
    markStale();
}

// --- what is done with rows

void StructureCompareWindow::goToBytes() {
    const QModelIndex current = table_->currentIndex();
    if (!current.isValid() || document() == nullptr)
        return;
    const StructureDifference& row = model_->rows()[static_cast<std::size_t>(current.row())];
    const bool isRight = current.column() == RightColumn || current.column() == RightOffsetColumn;
    const bool isElsewhere = !row.left.place || (isRight && row.right.place && !compared_.isSavedFile);
    if (!isElsewhere)
        return showBytes(*document(), *documentOwner(), row.left.place);
    if (compared_.isSavedFile)
        return status().say(StatusTone::Neutral, tr("That is in the saved file only."));
    for (const OpenedDocument& each : context().openDocuments()) {
        if (each.owner == compared_.document)
            return showBytes(*each.document, *each.owner, row.right.place);
    }
}

void StructureCompareWindow::showBytes(Document& document, QObject& owner,
                                       const std::optional<ByteRange>& place) {
    if (!place || place->end > document.size())
        return;
    const ByteRange range = *place;
    if (context().document() != &document)
        context().bringToFront(owner);
    if (context().document() != &document)
        return;
    context().select(range);
    context().focusView();
}

void StructureCompareWindow::copySelected() {
    QModelIndexList chosenRows = table_->selectionModel()->selectedRows();
    std::sort(chosenRows.begin(), chosenRows.end());
    std::vector<StructureDifference> copied;
    for (const QModelIndex& each : chosenRows)
        copied.push_back(model_->rows()[static_cast<std::size_t>(each.row())]);
    StringSink sink;
    if (!copied.empty() && writeDifferences(copied, sink))
        QGuiApplication::clipboard()->setText(QString::fromStdString(sink.text()));
}

void StructureCompareWindow::chooseFile() {
    askWhereToSave(*this,
                   {.title = tr("Export as CSV"),
                    .directory = dialogDirectory(context().documentPath()),
                    .suffix = u"csv"_s},
                   [this](const std::string& file) { exportTo(file); });
}

void StructureCompareWindow::exportTo(const std::string& file) {
    auto work = [file, rows = model_->rows()](const JobContext&) -> Result<ByteCount> {
        PosixFileSystem fileSystem;
        return writeTextFile(fileSystem, file,
                             [&rows](TextSink& sink) { return writeDifferences(rows, sink); });
    };
    exporting_ = context().jobs().run(
        {.title = tr("Exporting differences")}, std::move(work), this,
        [this, file](const Result<ByteCount>& size) {
            if (!size)
                return context().showError(size.error());
            status().say(StatusTone::Success,
                         tr("Wrote %1 to “%2”.").arg(sizeText(*size), toDisplayName(file)));
        });
}

}  // namespace octavo
