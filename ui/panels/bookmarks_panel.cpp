#include "ui/panels/bookmarks_panel.h"

#include <algorithm>

#include <QAction>
#include <QColorDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include "core/buffer/document.h"
#include "ui/base/bookmarks.h"
#include "ui/base/document_context.h"
#include "ui/base/fixed_font.h"
#include "ui/base/list_table.h"
#include "ui/base/number_text.h"
#include "ui/panels/bookmarks_model.h"

namespace octavo {

using namespace Qt::StringLiterals;

BookmarksPanel::BookmarksPanel(DocumentContext& context, QWidget* parent)
    : QWidget(parent),
      context_(context),
      model_(new BookmarksModel(this)),
      table_(new QTableView(this)),
      add_(new QPushButton(tr("&Add"), this)),
      previous_(new QToolButton(this)),
      next_(new QToolButton(this)),
      goTo_(new QAction(tr("&Go There"), this)),
      rename_(new QAction(tr("&Rename"), this)),
      recolour_(new QAction(tr("&Colour …"), this)),
      remove_(new QAction(tr("R&emove"), this)) {
    buildTable();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->setSpacing(6);
    layout->addWidget(table_, 1);
    layout->addWidget(buildButtons());
    connect(&context_, &DocumentContext::currentChanged, this, &BookmarksPanel::follow);
    follow();
}

void BookmarksPanel::buildTable() {
    table_->setModel(model_);
    table_->setFont(valueFont());
    dressTable(*table_, tr("Bookmarks"));
    selectWholeRows(*table_);
    table_->setEditTriggers(QAbstractItemView::EditKeyPressed);
    QHeaderView* header = table_->horizontalHeader();
    header->setSectionResizeMode(BookmarksModel::NumberColumn, QHeaderView::ResizeToContents);
    header->setSectionResizeMode(BookmarksModel::NameColumn, QHeaderView::Stretch);
    header->setSectionResizeMode(BookmarksModel::OffsetColumn, QHeaderView::ResizeToContents);
    header->setSectionResizeMode(BookmarksModel::LengthColumn, QHeaderView::ResizeToContents);

    rename_->setShortcut(Qt::Key_F2);
    remove_->setShortcut(QKeySequence::Delete);
    goTo_->setShortcut(Qt::Key_Return);
    offerActions(*table_, {goTo_, rename_, recolour_, remove_});
    connect(goTo_, &QAction::triggered, this, &BookmarksPanel::goToCurrent);
    connect(rename_, &QAction::triggered, this, [this] {
        if (table_->currentIndex().isValid())
            table_->edit(table_->currentIndex().siblingAtColumn(BookmarksModel::NameColumn));
    });
    connect(recolour_, &QAction::triggered, this, &BookmarksPanel::recolourCurrent);
    connect(remove_, &QAction::triggered, this, &BookmarksPanel::removeCurrent);
    connect(table_, &QTableView::doubleClicked, this, &BookmarksPanel::goToCurrent);
    connect(table_->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &BookmarksPanel::refreshControls);
    connect(model_, &QAbstractItemModel::modelReset, this, &BookmarksPanel::refreshControls);
}

QWidget* BookmarksPanel::buildButtons() {
    add_->setToolTip(tr("Bookmark the selection, or the byte at the caret"));
    dressPlaceButton(*previous_, PlaceStep::Previous, tr("Previous bookmark"));
    dressPlaceButton(*next_, PlaceStep::Next, tr("Next bookmark"));
    auto* row = new QWidget(this);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(add_, 1);
    layout->addWidget(previous_);
    layout->addWidget(next_);
    connect(add_, &QPushButton::clicked, this, &BookmarksPanel::addHere);
    connect(previous_, &QToolButton::clicked, this, &BookmarksPanel::goToPrevious);
    connect(next_, &QToolButton::clicked, this, &BookmarksPanel::goToNext);
    return row;
}

void BookmarksPanel::follow() {
    model_->setBookmarks(context_.bookmarks());
    refreshControls();
}

void BookmarksPanel::refreshControls() {
    const bool hasDocument = context_.document() != nullptr && context_.bookmarks() != nullptr;
    add_->setEnabled(hasDocument);
    previous_->setEnabled(model_->rowCount() > 0);
    next_->setEnabled(model_->rowCount() > 0);
    for (QAction* each : {goTo_, rename_, recolour_, remove_})
        each->setEnabled(table_->currentIndex().isValid());
}

void BookmarksPanel::addHere() {
    const Document* document = context_.document();
    Bookmarks* bookmarks = context_.bookmarks();
    if (document == nullptr || bookmarks == nullptr)
        return;
    ByteRange range = context_.selection();
    if (range.isEmpty())
        range = {context_.caret(), std::min(context_.caret() + 1, document->size())};
    const AnchorId id = bookmarks->add(range, tr("Bookmark at %1").arg(hexText(range.begin)));
    const QModelIndex index = model_->indexOf(id);
    table_->setCurrentIndex(index);
    if (isVisible()) {
        table_->setFocus();
        table_->edit(index);
    }
}

void BookmarksPanel::goToNext() {
    if (Bookmarks* bookmarks = context_.bookmarks()) {
        if (const auto mark = bookmarks->next(context_.selection().begin))
            context_.select(mark->range);
    }
}

void BookmarksPanel::goToPrevious() {
    if (Bookmarks* bookmarks = context_.bookmarks()) {
        if (const auto mark = bookmarks->previous(context_.selection().begin))
            context_.select(mark->range);
    }
}

void BookmarksPanel::goToCurrent() {
    const QModelIndex index = table_->currentIndex();
    if (!index.isValid())
        return;
    context_.select(model_->at(index).range);
    context_.focusView();
}

void BookmarksPanel::removeCurrent() {
    const QModelIndex index = table_->currentIndex();
    if (index.isValid() && context_.bookmarks() != nullptr)
        context_.bookmarks()->remove(model_->at(index).id);
}

void BookmarksPanel::recolourCurrent() {
    const QModelIndex index = table_->currentIndex();
    if (!index.isValid())
        return;
    auto* dialog = new QColorDialog(model_->at(index).colour, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Colour of the Bookmark"));
    connect(dialog, &QColorDialog::colorSelected, this,
            [this, id = model_->at(index).id](const QColor& colour) {
                if (context_.bookmarks() != nullptr)
                    context_.bookmarks()->recolour(id, colour);
            });
    dialog->open();
}

}  // namespace octavo
