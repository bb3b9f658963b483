#include "ui/panels/history_panel.h"

#include <utility>

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QMenu>
#include <QPushButton>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include "core/buffer/document.h"
#include "ui/base/document_context.h"
#include "ui/base/history_log.h"
#include "ui/base/list_table.h"
#include "ui/base/status_line.h"
#include "ui/panels/history_delegate.h"
#include "ui/panels/history_model.h"
#include "ui/panels/history_walk.h"

namespace octavo {

namespace {

constexpr int kArrowRoom = 14;  // the arrow of a menu is drawn over the text

}  // namespace

HistoryPanel::HistoryPanel(DocumentContext& context, QWidget* parent)
    : QWidget(parent),
      context_(context),
      model_(new HistoryModel(this)),
      walk_(new HistoryWalk(this)),
      table_(new QTableView(this)),
      status_(new StatusLine(this)),
      mark_(new QPushButton(tr("&Mark This State"), this)),
      marks_(new QToolButton(this)),
      marksMenu_(new QMenu(marks_)),
      goHere_(new QAction(tr("&Go Here"), this)),
      name_(new QAction(tr("&Name"), this)),
      removeName_(new QAction(tr("&Remove Name"), this)),
      copy_(new QAction(tr("&Copy Description"), this)) {
    buildTable();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->setSpacing(6);
    layout->addWidget(table_, 1);
    layout->addWidget(status_);
    layout->addWidget(buildButtons());
    connect(&context_, &DocumentContext::currentChanged, this, &HistoryPanel::follow);
    connect(model_, &HistoryModel::followed, this, &HistoryPanel::followSteps);
    connect(walk_, &HistoryWalk::arrived, this, &HistoryPanel::showPlace);
    follow();
}

void HistoryPanel::buildTable() {
    table_->setModel(model_);
    table_->setItemDelegate(new HistoryDelegate(table_));
    dressTable(*table_, tr("Steps"));
    selectWholeRows(*table_);
    table_->setEditTriggers(QAbstractItemView::EditKeyPressed);
    QHeaderView* header = table_->horizontalHeader();
    header->setMinimumSectionSize(1);
    header->setSectionResizeMode(HistoryModel::GraphColumn, QHeaderView::Fixed);
    header->setSectionResizeMode(HistoryModel::StepColumn, QHeaderView::Stretch);
    header->setSectionResizeMode(HistoryModel::TimeColumn, QHeaderView::Fixed);
    header->resizeSection(
        HistoryModel::TimeColumn,
        table_->fontMetrics().horizontalAdvance(QLocale().toString(QTime(22, 58), QLocale::ShortFormat)) +
            16);

    goHere_->setShortcut(Qt::Key_Return);
    name_->setShortcut(Qt::Key_F2);
    removeName_->setShortcut(QKeySequence::Delete);
    copy_->setShortcut(QKeySequence::Copy);
    offerActions(*table_, {goHere_, name_, removeName_, copy_});
    connect(goHere_, &QAction::triggered, this, &HistoryPanel::goHere);
    connect(name_, &QAction::triggered, this, [this] {
        if (table_->currentIndex().isValid())
            table_->edit(table_->currentIndex().siblingAtColumn(HistoryModel::StepColumn));
    });
    connect(removeName_, &QAction::triggered, this, &HistoryPanel::removeName);
    connect(copy_, &QAction::triggered, this, &HistoryPanel::copyDescription);
    connect(table_, &QTableView::clicked, this, &HistoryPanel::goHere);
    connect(table_->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &HistoryPanel::refreshControls);
    connect(model_, &QAbstractItemModel::modelReset, this, &HistoryPanel::refreshControls);
}

QWidget* HistoryPanel::buildButtons() {
    mark_->setToolTip(tr("Give the present state a name, to come back to it"));
    marks_->setText(tr("Mar&ks"));
    marks_->setToolTip(tr("Go to a state that has a name"));
    marks_->setPopupMode(QToolButton::InstantPopup);
    marks_->setToolButtonStyle(Qt::ToolButtonTextOnly);
    marks_->setFocusPolicy(Qt::StrongFocus);
    marks_->setMenu(marksMenu_);
    marks_->setMinimumWidth(marks_->sizeHint().width() + kArrowRoom);
    auto* row = new QWidget(this);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(mark_, 1);
    layout->addWidget(marks_);
    connect(mark_, &QPushButton::clicked, this, &HistoryPanel::nameCurrentState);
    connect(marksMenu_, &QMenu::aboutToShow, this, &HistoryPanel::fillMarks);
    return row;
}

QString HistoryPanel::statusText() const {
    return status_->text();
}

void HistoryPanel::follow() {
    walk_->stop();
    shownStep_ = 0;
    model_->setLog(context_.historyLog());
    if (model_->log() == nullptr) {
        status_->clear();
        refreshControls();
    }
}

void HistoryPanel::followSteps() {
    table_->setColumnWidth(HistoryModel::GraphColumn, HistoryDelegate::graphWidth(model_->lanes().width()));
    const QModelIndex current = model_->currentStep();
    const bool isNaming = table_->viewport()->isAncestorOf(QApplication::focusWidget());
    if (current.isValid() && !isNaming && !walk_->isUnderWay()) {
        const StepIndex shownBefore = std::exchange(shownStep_, model_->stepAt(current));
        if (shownStep_ != shownBefore || !table_->currentIndex().isValid())
            table_->setCurrentIndex(current);
    }
    say();
    refreshControls();
}

void HistoryPanel::say() {
    const auto steps = model_->log()->stepsSinceSave();
    if (!steps)
        status_->say(StatusTone::Neutral, tr("The saved state is not among the steps done."));
    else if (*steps == 0)
        status_->say(StatusTone::Neutral, tr("Nothing was done since the last save."));
    else if (*steps == 1)
        status_->say(StatusTone::Neutral, tr("1 step since the last save."));
    else
        status_->say(StatusTone::Neutral, tr("%L1 steps since the last save.").arg(*steps));
}

void HistoryPanel::refreshControls() {
    const HistoryLog* log = model_->log();
    const QModelIndex row = table_->currentIndex();
    mark_->setEnabled(log != nullptr);
    marks_->setEnabled(log != nullptr && !log->named().empty());
    for (QAction* each : {goHere_, name_, copy_})
        each->setEnabled(row.isValid());
    removeName_->setEnabled(row.isValid() && !row.data(HistoryModel::NameRole).toString().isEmpty());
}

void HistoryPanel::goHere() {
    if (const QModelIndex row = table_->currentIndex(); row.isValid() && model_->log() != nullptr)
        goTo(model_->stepAt(row));
}

void HistoryPanel::goTo(StepIndex step) {
    HistoryLog& log = *model_->log();
    log.catchUp();
    goesBack_ = log.steps().isDone(step) && step != log.steps().current();
    walk_->start(*context_.document(), log.steps().lastStateOf(step));
}

void HistoryPanel::showPlace() {
    HistoryLog& log = *model_->log();
    log.catchUp();
    const StepIndex step = log.steps().current();
    const auto undone = context_.document()->history().redoStateOf(log.steps().lastStateOf(step));
    if (goesBack_ && undone) {
        const History::Splice splice = log.spliceOf(log.steps().stepOf(*undone));
        context_.select(ByteRange::ofLength(splice.offset, splice.removed));
    } else if (step != 0) {
        const History::Splice splice = log.spliceOf(step);
        context_.select(ByteRange::ofLength(splice.offset, splice.inserted));
    }
}

void HistoryPanel::nameCurrentState() {
    if (model_->log() == nullptr)
        return;
    model_->log()->catchUp();
    const QModelIndex current = model_->currentStep();
    if (!current.isValid())
        return;
    table_->setCurrentIndex(current);
    table_->setFocus();
    table_->edit(current);
}

void HistoryPanel::removeName() {
    if (const QModelIndex row = table_->currentIndex(); row.isValid() && model_->log() != nullptr)
        model_->log()->setName(model_->stepAt(row), {});
}

void HistoryPanel::copyDescription() {
    if (const QModelIndex row = table_->currentIndex(); row.isValid())
        QApplication::clipboard()->setText(
            row.siblingAtColumn(HistoryModel::StepColumn).data(Qt::AccessibleTextRole).toString());
}

void HistoryPanel::fillMarks() {
    marksMenu_->clear();
    for (const StepIndex step : model_->log()->named()) {
        QString name = model_->log()->nameOf(step);
        marksMenu_->addAction(name.replace(u'&', QStringLiteral("&&")), this, [this, step] { goTo(step); });
    }
}

}  // namespace octavo
