#pragma once

#include <QWidget>

class QAction;
class QPushButton;
class QTableView;
class QToolButton;

namespace octavo {

class BookmarksModel;
class DocumentContext;

/// The bookmarks of the document in front: add at the selection, rename, colour, remove, go to. UI thread.
class BookmarksPanel final : public QWidget {
    Q_OBJECT

public:
    /// REQUIRES: context outlives the panel.
    explicit BookmarksPanel(DocumentContext& context, QWidget* parent = nullptr);

    [[nodiscard]] BookmarksModel& model() { return *model_; }
    [[nodiscard]] QTableView& table() { return *table_; }

public Q_SLOTS:
    /// At the selection, or the byte at the caret; its name can be typed at once.
    void addHere();
    void goToNext();
    void goToPrevious();
    void goToCurrent();
    void removeCurrent();
    void recolourCurrent();

private:
    void buildTable();
    QWidget* buildButtons();
    void follow();
    void refreshControls();

    DocumentContext& context_;
    BookmarksModel* model_;
    QTableView* table_;
    QPushButton* add_;
    QToolButton* previous_;
    QToolButton* next_;
    QAction* goTo_;
    QAction* rename_;
    QAction* recolour_;
    QAction* remove_;
};

}  // namespace octavo
