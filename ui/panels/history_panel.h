#pragma once

#include <QWidget>

#include "core/buffer/step_tree.h"

class QAction;
class QMenu;
class QPushButton;
class QTableView;
class QToolButton;

namespace octavo {

class DocumentContext;
class HistoryModel;
class HistoryWalk;
class StatusLine;

/// Everything that was done to the document in front, branches included: a click on a step goes to the state
/// it led to, and the hex view shows what changed there. UI thread.
class HistoryPanel final : public QWidget {
    Q_OBJECT

public:
    /// REQUIRES: context outlives the panel.
    explicit HistoryPanel(DocumentContext& context, QWidget* parent = nullptr);

    [[nodiscard]] HistoryModel& model() { return *model_; }
    [[nodiscard]] QTableView& table() { return *table_; }
    [[nodiscard]] QString statusText() const;

public Q_SLOTS:
    /// Takes the document to the state of the row that has the cursor.
    void goHere();
    /// Lets a name be typed for the state the document is in.
    void nameCurrentState();
    void removeName();
    void copyDescription();

private:
    void buildTable();
    QWidget* buildButtons();
    void follow();
    void followSteps();
    void goTo(StepIndex step);
    void showPlace();
    void fillMarks();
    void say();
    void refreshControls();

    DocumentContext& context_;
    HistoryModel* model_;
    HistoryWalk* walk_;
    QTableView* table_;
    StatusLine* status_;
    QPushButton* mark_;
    QToolButton* marks_;
    QMenu* marksMenu_;
    QAction* goHere_;
    QAction* name_;
    QAction* removeName_;
    QAction* copy_;
    StepIndex shownStep_ = 0;  // that the cursor was last put on
    bool goesBack_ = false;    // the walk under way only undoes
};

}  // namespace octavo
