#include "ui/panels/changes_panel.h"

#include <algorithm>

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include "core/buffer/document.h"
#include "ui/base/change_list.h"
#include "ui/base/document_context.h"
#include "ui/base/fixed_font.h"
#include "ui/base/list_table.h"
#include "ui/base/number_text.h"
#include "ui/panels/changes_model.h"

namespace octavo {

using namespace Qt::StringLiterals;

ChangesPanel::ChangesPanel(DocumentContext& context, QWidget* parent)
    : QWidget(parent),
      context_(context),
      model_(new ChangesModel(this)),
      table_(new QTableView(this)),
      summary_(new QLabel(this)),
      previous_(new QToolButton(this)),
      next_(new QToolButton(this)),
      clear_(new QPushButton(tr("C&lear"), this)) {
    buildTable();
    summary_->setWordWrap(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->setSpacing(6);
    layout->addWidget(summary_);
    layout->addWidget(table_, 1);
    layout->addWidget(buildButtons());
    connect(&context_, &DocumentContext::currentChanged, this, &ChangesPanel::follow);
    connect(&context_, &DocumentContext::caretMoved, this, &ChangesPanel::followCaret);
    follow();
}

void ChangesPanel::buildTable() {
    table_->setModel(model_);
    table_->setFont(valueFont());
    dressTable(*table_, tr("Changes"));
    selectWholeRows(*table_);
    QHeaderView* header = table_->horizontalHeader();
    header->setSectionResizeMode(ChangesModel::OffsetColumn, QHeaderView::ResizeToContents);
    header->setSectionResizeMode(ChangesModel::KindColumn, QHeaderView::Stretch);
    header->setSectionResizeMode(ChangesModel::LengthColumn, QHeaderView::ResizeToContents);
    auto* goTo = new QAction(tr("&Go There"), table_);
    goTo->setShortcut(Qt::Key_Return);
    offerActions(*table_, {goTo});
    connect(goTo, &QAction::triggered, this, &ChangesPanel::goToCurrent);
    connect(table_, &QTableView::doubleClicked, this, &ChangesPanel::goToCurrent);
    connect(table_, &QTableView::clicked, this,
            [this](const QModelIndex& index) { context_.select(model_->at(index).range); });
    connect(model_, &QAbstractItemModel::modelReset, this, &ChangesPanel::refreshControls);
}

QWidget* ChangesPanel::buildButtons() {
    dressPlaceButton(*previous_, PlaceStep::Previous, tr("Previous change"));
    dressPlaceButton(*next_, PlaceStep::Next, tr("Next change"));
    clear_->setToolTip(tr("Forget what changed; the bytes stay as they are"));
    auto* row = new QWidget(this);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(clear_, 1);
    layout->addWidget(previous_);
    layout->addWidget(next_);
    connect(clear_, &QPushButton::clicked, this, &ChangesPanel::clear);
    connect(previous_, &QToolButton::clicked, this, &ChangesPanel::goToPrevious);
    connect(next_, &QToolButton::clicked, this, &ChangesPanel::goToNext);
    return row;
}

void ChangesPanel::follow() {
    model_->setChanges(context_.changes());
    refreshControls();
}

void ChangesPanel::followCaret() {
    const int row = model_->rowAt(context_.selection().begin);
    if (row >= 0 && row != table_->currentIndex().row())
        table_->selectRow(row);
}

void ChangesPanel::refreshControls() {
    const int count = model_->rowCount();
    summary_->setText(
        count > 0 ? tr("Places where the file changed: %1").arg(decimalText(static_cast<ByteCount>(count)))
                  : tr("What changed in the file is listed here when it is loaded again."));
    for (QWidget* each : std::initializer_list<QWidget*>{previous_, next_, clear_})
        each->setEnabled(count > 0);
}

void ChangesPanel::goToNext() {
    if (const ChangeList* changes = context_.changes()) {
        if (const auto place = changes->next(context_.selection().begin))
            context_.select(place->range);
    }
}

void ChangesPanel::goToPrevious() {
    if (const ChangeList* changes = context_.changes()) {
        if (const auto place = changes->previous(context_.selection().begin))
            context_.select(place->range);
    }
}

void ChangesPanel::goToCurrent() {
    const QModelIndex index = table_->currentIndex();
    if (!index.isValid())
        return;
    context_.select(model_->at(index).range);
    context_.focusView();
}

void ChangesPanel::clear() {
    if (ChangeList* changes = context_.changes())
        changes->clear();
}

}  // namespace octavo
