#pragma once

#include <optional>
#include <set>

#include <QWidget>

#include "ui/base/bookmarks.h"

class QAction;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QToolButton;
class QTreeView;

namespace octavo {

class BookmarksExchange;
class BookmarksModel;
class DocumentContext;

/// The bookmarks of the document in front, as a tree: add at the selection, rename, colour, comment, put
/// elsewhere, remove, go to, find among them, hand to others as a file. UI thread.
class BookmarksPanel final : public QWidget {
    Q_OBJECT

public:
    /// REQUIRES: context outlives the panel.
    explicit BookmarksPanel(DocumentContext& context, QWidget* parent = nullptr);

    [[nodiscard]] BookmarksModel& model() { return *model_; }
    [[nodiscard]] QTreeView& tree() { return *tree_; }
    [[nodiscard]] QLineEdit& filterField() { return *filter_; }
    [[nodiscard]] QPlainTextEdit& commentField() { return *comment_; }
    [[nodiscard]] BookmarksExchange& exchange() { return *exchange_; }

public Q_SLOTS:
    /// At the selection, or the byte at the caret; its name can be typed at once.
    void addHere();
    void goToNext();
    void goToPrevious();
    /// Selects it and gives the keyboard to the view.
    void goToCurrent();
    /// Puts the caret at its first byte and gives the keyboard to the view.
    void goToStartOfCurrent();
    void removeCurrent();
    void recolourCurrent();
    /// Gives it the range of the selection, which must not be empty.
    void resizeCurrent();

private:
    void buildList();
    void makeActions();
    QWidget* buildComment();
    QWidget* buildButtons();
    void follow();
    void refreshControls();
    void restoreList();
    void showComment();
    void keepComment();
    void removeAll();
    /// The current one as it is now.
    [[nodiscard]] std::optional<Bookmarks::Bookmark> current() const;

    DocumentContext& context_;
    BookmarksModel* model_;
    BookmarksExchange* exchange_;
    QLineEdit* filter_;
    QTreeView* tree_;
    QPlainTextEdit* comment_;
    QPushButton* add_;
    QToolButton* previous_;
    QToolButton* next_;
    QToolButton* more_;
    QAction* goTo_;
    QAction* goToStart_;
    QAction* rename_;
    QAction* recolour_;
    QAction* resize_;
    QAction* remove_;
    QAction* export_;
    QAction* import_;
    QAction* removeAll_;
    std::optional<BookmarkId> currentId_;
    std::set<BookmarkId> collapsed_;  // a person closed these; all others stand open
};

}  // namespace octavo
