#pragma once

#include <QWidget>

class QLabel;
class QPushButton;
class QTableView;
class QToolButton;

namespace octavo {

class ChangesModel;
class DocumentContext;

/// Where the document in front changed when its file was loaded again or merged: a list to walk through. UI
/// thread.
class ChangesPanel final : public QWidget {
    Q_OBJECT

public:
    /// REQUIRES: context outlives the panel.
    explicit ChangesPanel(DocumentContext& context, QWidget* parent = nullptr);

    [[nodiscard]] ChangesModel& model() { return *model_; }
    [[nodiscard]] QTableView& table() { return *table_; }

public Q_SLOTS:
    void goToNext();
    void goToPrevious();
    void goToCurrent();
    /// Takes the list and the tint away; no byte changes.
    void clear();

private:
    void buildTable();
    QWidget* buildButtons();
    void follow();
    void followCaret();
    void refreshControls();

    DocumentContext& context_;
    ChangesModel* model_;
    QTableView* table_;
    QLabel* summary_;
    QToolButton* previous_;
    QToolButton* next_;
    QPushButton* clear_;
};

}  // namespace octavo
