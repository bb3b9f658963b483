#include "ui/panels/bookmarks_panel.h"

#include <algorithm>

#include <QAction>
#include <QColorDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalBlocker>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

#include "core/buffer/document.h"
#include "ui/base/bookmarks_file.h"
#include "ui/base/document_context.h"
#include "ui/base/fixed_font.h"
#include "ui/base/list_table.h"
#include "ui/base/number_text.h"
#include "ui/panels/bookmarks_exchange.h"
#include "ui/panels/bookmarks_model.h"

namespace octavo {

using namespace Qt::StringLiterals;

namespace {
constexpr int kCommentLines = 4;
}  // namespace

BookmarksPanel::BookmarksPanel(DocumentContext& context, QWidget* parent)
    : QWidget(parent),
      context_(context),
      model_(new BookmarksModel(this)),
      exchange_(new BookmarksExchange(context, this)),
      filter_(new QLineEdit(this)),
      tree_(new QTreeView(this)),
      comment_(new QPlainTextEdit(this)),
      add_(new QPushButton(tr("&Add"), this)),
      previous_(new QToolButton(this)),
      next_(new QToolButton(this)),
      more_(new QToolButton(this)),
      goTo_(new QAction(tr("&Go There"), this)),
      goToStart_(new QAction(tr("Go to Its &Start"), this)),
      rename_(new QAction(tr("&Rename"), this)),
      recolour_(new QAction(tr("&Colour …"), this)),
      resize_(new QAction(tr("Set Range to Se&lection"), this)),
      remove_(new QAction(tr("R&emove"), this)),
      export_(new QAction(tr("E&xport …"), this)),
      import_(new QAction(tr("&Import …"), this)),
      removeAll_(new QAction(tr("Remove &All …"), this)) {
    filter_->setPlaceholderText(tr("Filter by name, comment or offset"));
    filter_->setAccessibleName(tr("Filter"));
    filter_->setClearButtonEnabled(true);
    connect(filter_, &QLineEdit::textChanged, model_, &BookmarksModel::setFilter);
    buildList();
    makeActions();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->setSpacing(6);
    layout->addWidget(filter_);
    layout->addWidget(tree_, 1);
    layout->addWidget(buildComment());
    layout->addWidget(buildButtons());
    connect(&context_, &DocumentContext::currentChanged, this, &BookmarksPanel::follow);
    connect(&context_, &DocumentContext::selectionChanged, this, &BookmarksPanel::refreshControls);
    follow();
}

void BookmarksPanel::buildList() {
    tree_->setModel(model_);
    tree_->setFont(valueFont());
    dressTree(*tree_, tr("Bookmarks"));
    tree_->setEditTriggers(QAbstractItemView::EditKeyPressed);
    tree_->setExpandsOnDoubleClick(false);
    QHeaderView* header = tree_->header();
    header->setSectionResizeMode(BookmarksModel::NameColumn, QHeaderView::Stretch);
    for (const int column :
         {BookmarksModel::NumberColumn, BookmarksModel::OffsetColumn, BookmarksModel::LengthColumn})
        header->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    connect(tree_, &QTreeView::doubleClicked, this, &BookmarksPanel::goToCurrent);
    connect(tree_, &QTreeView::collapsed, this,
            [this](const QModelIndex& index) { collapsed_.insert(model_->at(index).id); });
    connect(tree_, &QTreeView::expanded, this,
            [this](const QModelIndex& index) { collapsed_.erase(model_->at(index).id); });
    connect(tree_->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& index) {
                currentId_ = index.isValid() ? std::optional(model_->at(index).id) : std::nullopt;
                showComment();
                refreshControls();
            });
    connect(model_, &QAbstractItemModel::modelReset, this, &BookmarksPanel::restoreList);
    connect(model_, &QAbstractItemModel::dataChanged, this, &BookmarksPanel::showComment);
}

void BookmarksPanel::makeActions() {
    goTo_->setShortcut(Qt::Key_Return);
    goToStart_->setShortcut(Qt::SHIFT | Qt::Key_Return);
    rename_->setShortcut(Qt::Key_F2);
    remove_->setShortcut(QKeySequence::Delete);
    offerActions(*tree_, {goTo_, goToStart_, rename_, recolour_, resize_, remove_});
    connect(goTo_, &QAction::triggered, this, &BookmarksPanel::goToCurrent);
    connect(goToStart_, &QAction::triggered, this, &BookmarksPanel::goToStartOfCurrent);
    connect(rename_, &QAction::triggered, this, [this] {
        if (tree_->currentIndex().isValid())
            tree_->edit(tree_->currentIndex().siblingAtColumn(BookmarksModel::NameColumn));
    });
    connect(recolour_, &QAction::triggered, this, &BookmarksPanel::recolourCurrent);
    connect(resize_, &QAction::triggered, this, &BookmarksPanel::resizeCurrent);
    connect(remove_, &QAction::triggered, this, &BookmarksPanel::removeCurrent);
    connect(export_, &QAction::triggered, exchange_, &BookmarksExchange::askExport);
    connect(import_, &QAction::triggered, exchange_, &BookmarksExchange::askImport);
    connect(removeAll_, &QAction::triggered, this, &BookmarksPanel::removeAll);
}

QWidget* BookmarksPanel::buildComment() {
    auto* area = new QWidget(this);
    auto* layout = new QVBoxLayout(area);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    auto* label = new QLabel(tr("&Comment:"), area);
    label->setBuddy(comment_);
    comment_->setAccessibleName(tr("Comment"));
    comment_->setTabChangesFocus(true);
    comment_->setFixedHeight(kCommentLines * comment_->fontMetrics().lineSpacing() + 12);
    connect(comment_, &QPlainTextEdit::textChanged, this, &BookmarksPanel::keepComment);
    layout->addWidget(label);
    layout->addWidget(comment_);
    return area;
}

QWidget* BookmarksPanel::buildButtons() {
    add_->setToolTip(tr("Bookmark the selection, or the byte at the caret"));
    dressPlaceButton(*previous_, PlaceStep::Previous, tr("Previous bookmark"));
    dressPlaceButton(*next_, PlaceStep::Next, tr("Next bookmark"));
    auto* menu = new QMenu(more_);
    menu->addActions({import_, export_});
    menu->addSeparator();
    menu->addAction(removeAll_);
    more_->setMenu(menu);
    more_->setPopupMode(QToolButton::InstantPopup);
    more_->setText(tr("&More"));
    more_->setFocusPolicy(Qt::StrongFocus);
    auto* row = new QWidget(this);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(add_, 1);
    layout->addWidget(previous_);
    layout->addWidget(next_);
    layout->addWidget(more_);
    connect(add_, &QPushButton::clicked, this, &BookmarksPanel::addHere);
    connect(previous_, &QToolButton::clicked, this, &BookmarksPanel::goToPrevious);
    connect(next_, &QToolButton::clicked, this, &BookmarksPanel::goToNext);
    return row;
}

void BookmarksPanel::follow() {
    currentId_.reset();
    collapsed_.clear();
    model_->setBookmarks(context_.bookmarks());
    showComment();
    refreshControls();
}

/// After the rows were made anew: what was open, closed and current.
void BookmarksPanel::restoreList() {
    const auto wanted = currentId_;
    {
        const QSignalBlocker quiet(tree_);
        tree_->expandAll();
        if (model_->filter().isEmpty()) {
            for (const BookmarkId each : collapsed_) {
                if (const QModelIndex index = model_->indexOf(each); index.isValid())
                    tree_->collapse(index);
            }
        }
    }
    const QModelIndex index = wanted ? model_->indexOf(*wanted) : QModelIndex();
    if (index.isValid())
        tree_->setCurrentIndex(index);
    showComment();
    refreshControls();
}

void BookmarksPanel::refreshControls() {
    const Bookmarks* bookmarks = context_.bookmarks();
    const bool hasDocument = context_.document() != nullptr && bookmarks != nullptr;
    const bool hasSome = hasDocument && !bookmarks->isEmpty();
    const bool hasCurrent = tree_->currentIndex().isValid();
    add_->setEnabled(hasDocument);
    more_->setEnabled(hasDocument);
    for (QToolButton* each : {previous_, next_})
        each->setEnabled(hasSome);
    for (QAction* each : {export_, removeAll_})
        each->setEnabled(hasSome);
    for (QAction* each : {goTo_, goToStart_, rename_, recolour_, remove_})
        each->setEnabled(hasCurrent);
    resize_->setEnabled(hasCurrent && !context_.selection().isEmpty());
    comment_->setEnabled(hasCurrent);
}

std::optional<Bookmarks::Bookmark> BookmarksPanel::current() const {
    const QModelIndex index = tree_->currentIndex();
    const Bookmarks* bookmarks = context_.bookmarks();
    return index.isValid() && bookmarks != nullptr ? bookmarks->find(model_->at(index).id) : std::nullopt;
}

void BookmarksPanel::showComment() {
    const auto mark = current();
    const QString text = mark ? mark->comment : QString();
    if (comment_->toPlainText() == text)
        return;  // the person may be typing it
    const QSignalBlocker quiet(comment_);
    comment_->setPlainText(text);
}

void BookmarksPanel::keepComment() {
    const auto mark = current();
    const QString text = comment_->toPlainText().left(BookmarksFile::kCommentMax);
    if (!mark || mark->comment == text)
        return;
    model_->keepShown(mark->id);
    context_.bookmarks()->setComment(mark->id, text);
}

void BookmarksPanel::addHere() {
    const Document* document = context_.document();
    Bookmarks* bookmarks = context_.bookmarks();
    if (document == nullptr || bookmarks == nullptr)
        return;
    ByteRange range = context_.selection();
    if (range.isEmpty())
        range = {context_.caret(), std::min(context_.caret() + 1, document->size())};
    filter_->clear();  // else it might hide the new one
    const BookmarkId id = bookmarks->add(range, tr("Bookmark at %1").arg(hexText(range.begin)));
    const QModelIndex index = model_->indexOf(id);
    tree_->setCurrentIndex(index);
    if (isVisible()) {
        tree_->setFocus();
        tree_->edit(index);
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
    if (const auto mark = current()) {
        context_.select(mark->range);
        context_.focusView();
    }
}

void BookmarksPanel::goToStartOfCurrent() {
    if (const auto mark = current()) {
        context_.goTo(mark->range.begin);
        context_.focusView();
    }
}

void BookmarksPanel::removeCurrent() {
    const auto mark = current();
    if (!mark)
        return;
    QModelIndex neighbour = tree_->indexBelow(tree_->currentIndex());
    if (!neighbour.isValid())
        neighbour = tree_->indexAbove(tree_->currentIndex());
    currentId_ = neighbour.isValid() ? std::optional(model_->at(neighbour).id) : std::nullopt;
    context_.bookmarks()->remove(mark->id);
}

void BookmarksPanel::removeAll() {
    if (context_.bookmarks() == nullptr)
        return;
    const auto count = static_cast<std::uint64_t>(context_.bookmarks()->all().size());
    auto* box = new QMessageBox(QMessageBox::Question, tr("Remove All Bookmarks"),
                                tr("Bookmarks in “%1”: %2. Undo does not bring them back.")
                                    .arg(context_.documentName(), decimalText(count)),
                                QMessageBox::Cancel, this);
    box->setObjectName(u"removeAllBookmarks"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton* remove = box->addButton(tr("&Remove All"), QMessageBox::DestructiveRole);
    box->setDefaultButton(QMessageBox::Cancel);
    connect(remove, &QPushButton::clicked, this, [target = QPointer<Bookmarks>(context_.bookmarks())] {
        if (target)
            target->clear();
    });
    box->open();
}

void BookmarksPanel::resizeCurrent() {
    const auto mark = current();
    if (mark && !context_.selection().isEmpty())
        context_.bookmarks()->setRange(mark->id, context_.selection());
}

void BookmarksPanel::recolourCurrent() {
    const auto mark = current();
    if (!mark)
        return;
    auto* dialog = new QColorDialog(mark->colour, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Colour of the Bookmark"));
    connect(dialog, &QColorDialog::colorSelected, this, [this, id = mark->id](const QColor& colour) {
        if (context_.bookmarks() != nullptr)
            context_.bookmarks()->recolour(id, colour);
    });
    dialog->open();
}

}  // namespace octavo
