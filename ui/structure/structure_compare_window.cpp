#include "ui/structure/structure_compare_window.h"

#include <algorithm>

#include <QAbstractTableModel>
#include <QAction>
#include <QBrush>
#include <QClipboard>
#include <QComboBox>
#include <QCoreApplication>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTableView>
#include <QVBoxLayout>

#include "core/buffer/document.h"
#include "core/save/file_system.h"
#include "ui/base/document_context.h"
#include "ui/base/fixed_font.h"
#include "ui/base/list_table.h"
#include "ui/base/number_text.h"
#include "ui/base/qt_text.h"
#include "ui/base/status_line.h"
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

namespace {

/// The same part of other bytes, as far as they go.
StructureTree::Options fitted(StructureTree::Options options, const Snapshot& bytes) {
    if (options.range)
        options.range = ByteRange{std::min(options.range->begin, bytes.size()),
                                  std::min(options.range->end, bytes.size())};
    return options;
}

}  // namespace

StructureCompareWindow::StructureCompareWindow(DocumentContext& context,
                                               std::shared_ptr<const FormatSet> formats,
                                               StructureTree::Options options, QWidget* parent)
    : QWidget(parent, Qt::Window),
      context_(context),
      document_(context.document()),
      owner_(context.documentOwner()),
      formats_(std::move(formats)),
      options_(options),
      model_(new DifferenceModel(this)),
      others_(new QComboBox(this)),
      compare_(new QPushButton(tr("&Compare"), this)),
      table_(new QTableView(this)),
      status_(new StatusLine(this)) {
    OCTAVO_EXPECTS(document_ != nullptr);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Compare Structures — %1").arg(context.documentName()));
    resize(1080, 520);
    buildTable();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->setSpacing(6);
    layout->addWidget(buildTop());
    layout->addWidget(table_, 1);
    layout->addWidget(status_);
    connect(owner_, &QObject::destroyed, this, &StructureCompareWindow::leave);
    connect(&context_, &DocumentContext::currentChanged, this, &StructureCompareWindow::fillChoices);
    connect(&context_, &DocumentContext::documentStateChanged, this, &StructureCompareWindow::fillChoices);
    changed_ = document_->changed.connect([this](const Change&) { markStale(); });
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

void StructureCompareWindow::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && event->modifiers() == Qt::NoModifier)
        close();
    else
        QWidget::keyPressEvent(event);
}

/// The document is gone.
void StructureCompareWindow::leave() {
    document_ = nullptr;
    changed_.disconnect();
    otherChanged_.disconnect();
    comparing_.cancel();
    exporting_.cancel();
    hide();
    deleteLater();
}

// --- with what

void StructureCompareWindow::fillChoices() {
    if (document_ == nullptr)
        return;
    const Choice before = chosen() != nullptr ? *chosen() : Choice();
    const QSignalBlocker quiet(others_);
    others_->clear();
    choices_.clear();
    if (document_->base() != nullptr) {
        choices_.push_back({.document = {}, .isSavedFile = true});
        others_->addItem(tr("The saved file"));
    }
    for (const OpenedDocument& each : context_.openDocuments()) {
        if (each.owner == owner_)
            continue;
        choices_.push_back({.document = each.owner, .isSavedFile = false});
        others_->addItem(each.name);
        others_->setItemData(others_->count() - 1, toDisplayText(each.path), Qt::ToolTipRole);
    }
    const auto same = std::find_if(choices_.begin(), choices_.end(), [&before](const Choice& each) {
        return each.isSavedFile == before.isSavedFile && each.document == before.document;
    });
    if (same != choices_.end())
        others_->setCurrentIndex(static_cast<int>(same - choices_.begin()));
    others_->setEnabled(!choices_.empty());
    compare_->setEnabled(!choices_.empty());
    say();
}

const StructureCompareWindow::Choice* StructureCompareWindow::chosen() const {
    const int index = others_->currentIndex();
    return index >= 0 && index < static_cast<int>(choices_.size())
               ? &choices_[static_cast<std::size_t>(index)]
               : nullptr;
}

/// Nothing when it is not open any more. Its changes are followed from now on.
std::optional<Snapshot> StructureCompareWindow::bytesOf(const Choice& choice) {
    otherChanged_.disconnect();
    if (choice.isSavedFile)
        return document_->base() != nullptr ? std::optional(Snapshot::ofSource(document_->base()))
                                            : std::nullopt;
    for (const OpenedDocument& each : context_.openDocuments()) {
        if (each.owner != choice.document)
            continue;
        otherChanged_ = each.document->changed.connect([this](const Change&) { markStale(); });
        return each.document->snapshot();
    }
    return std::nullopt;
}

void StructureCompareWindow::compare() {
    const Choice* choice = document_ != nullptr ? chosen() : nullptr;
    const auto other = choice != nullptr ? bytesOf(*choice) : std::nullopt;
    if (!other)
        return say();
    compared_ = *choice;
    isStale_ = false;
    auto work = [formats = formats_, options = options_, left = document_->snapshot(),
                 right = *other](const JobContext& job) -> Result<StructureDifferences> {
        StructureTree one(formats, left, fitted(options, left));
        StructureTree two(formats, right, fitted(options, right));
        return compareStructures(one, two, {}, job);
    };
    comparing_ = context_.jobs().run({.title = tr("Comparing structures")}, std::move(work), this,
                                     [this](const Result<StructureDifferences>& found) { take(found); });
    say();
}

void StructureCompareWindow::take(const Result<StructureDifferences>& found) {
    if (!found) {
        isStale_ = hasResult_;
        say();
        return context_.showError(found.error());
    }
    hasResult_ = true;
    model_->setRows(found->rows);
    say();
    if (found->isCut && !isStale_)
        status_->say(
            StatusTone::Warning,
            tr("There are more differences than the %1 shown.").arg(decimalText(found->rows.size())));
}

// --- what is said

QString StructureCompareWindow::statusText() const {
    return status_->text();
}

bool StructureCompareWindow::isBusy() const {
    return comparing_.isRunning() || exporting_.isRunning();
}

void StructureCompareWindow::say() {
    if (comparing_.isRunning())
        return status_->ask(StatusTone::Neutral, tr("Comparing…"), tr("S&top"),
                            [this] { comparing_.requestStop(); });
    if (choices_.empty() && !hasResult_)
        return status_->say(StatusTone::Neutral,
                            tr("Save the document, or open another, to have something to "
                               "compare it with."));
    if (isStale_)
        return status_->ask(StatusTone::Warning, tr("This is older than the bytes."), tr("Compare &Again"),
                            [this] { compare(); });
    sayOutcome();
}

void StructureCompareWindow::sayOutcome() {
    const std::size_t count = model_->rows().size();
    if (!hasResult_)
        return status_->clear();
    if (count == 0)
        return status_->say(StatusTone::Success, tr("No field differs."));
    status_->say(StatusTone::Neutral,
                 count == 1 ? tr("1 difference") : tr("%1 differences").arg(decimalText(count)));
}

void StructureCompareWindow::markStale() {
    isStale_ = hasResult_ || comparing_.isRunning();
    say();
}

// --- what is done with rows

void StructureCompareWindow::goToBytes() {
    const QModelIndex current = table_->currentIndex();
    if (!current.isValid() || document_ == nullptr)
        return;
    const StructureDifference& row = model_->rows()[static_cast<std::size_t>(current.row())];
    const bool isRight = current.column() == RightColumn || current.column() == RightOffsetColumn;
    const bool isElsewhere = !row.left.place || (isRight && row.right.place && !compared_.isSavedFile);
    if (!isElsewhere)
        return showBytes(*document_, *owner_, row.left.place);
    if (compared_.isSavedFile)
        return status_->say(StatusTone::Neutral, tr("That is in the saved file only."));
    for (const OpenedDocument& each : context_.openDocuments()) {
        if (each.owner == compared_.document)
            return showBytes(*each.document, *each.owner, row.right.place);
    }
}

void StructureCompareWindow::showBytes(Document& document, QObject& owner,
                                       const std::optional<ByteRange>& place) {
    if (!place || place->end > document.size())
        return;
    const ByteRange range = *place;
    if (context_.document() != &document)
        context_.bringToFront(owner);
    if (context_.document() != &document)
        return;
    context_.select(range);
    context_.focusView();
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
    auto* dialog = new QFileDialog(this, tr("Export as CSV"), dialogDirectory(context_.documentPath()));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"csv"_s);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString& file) { exportTo(toRawPath(file)); });
    dialog->open();
}

void StructureCompareWindow::exportTo(const std::string& file) {
    auto work = [file, rows = model_->rows()](const JobContext&) -> Result<ByteCount> {
        PosixFileSystem fileSystem;
        return writeTextFile(fileSystem, file,
                             [&rows](TextSink& sink) { return writeDifferences(rows, sink); });
    };
    exporting_ = context_.jobs().run(
        {.title = tr("Exporting differences")}, std::move(work), this,
        [this, file](const Result<ByteCount>& size) {
            if (!size)
                return context_.showError(size.error());
            status_->say(StatusTone::Success,
                         tr("Wrote %1 to “%2”.").arg(sizeText(*size), toDisplayName(file)));
        });
}

}  // namespace octavo
