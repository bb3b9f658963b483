#pragma once

#include <deque>

#include <QDialog>

#include "core/structure/format_draft.h"
#include "ui/structure/draft_model.h"

class QComboBox;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QTableView;

namespace octavo {

class DocumentContext;
class StatusLine;

/// Makes a description of the selected bytes, one field after the other: a button for each type adds a field
/// behind the last one. UI thread.
class SelectionDescriber final : public QDialog {
    Q_OBJECT

public:
    /// Begins with what is selected, or with all from the caret on. REQUIRES: a document is open; context
    /// outlives this.
    SelectionDescriber(DocumentContext& context, QWidget* parent);

    [[nodiscard]] DraftModel& model() { return *model_; }
    [[nodiscard]] QTableView& table() { return *table_; }
    [[nodiscard]] QString statusText() const;
    /// The button that adds a field of a type: "u2be", "text", "strz", "bytes".
    [[nodiscard]] QPushButton* button(const QString& type) const;
    [[nodiscard]] QSpinBox& length() { return *length_; }
    [[nodiscard]] QSpinBox& count() { return *count_; }
    [[nodiscard]] QLineEdit& name() { return *name_; }

    /// Values are being read; fields that were added meanwhile follow.
    [[nodiscard]] bool isBusy() const { return model_->isBusy(); }

    void add(DraftType type);
    void removeCurrent();
    void splitCurrent();

Q_SIGNALS:
    /// The description is ready to be edited and used.
    void described(const QString& text);

private:
    QWidget* buildTypes();
    QWidget* buildOptions();
    void buildTable();
    QWidget* buildButtons();
    void addWanted();
    void allowMaking();
    void say();
    void refuse(const Error& error);

    DocumentContext& context_;
    DraftModel* model_;
    QTableView* table_;
    QLineEdit* name_;
    QSpinBox* length_;
    QSpinBox* count_;
    QComboBox* encoding_;
    QPushButton* remove_;
    QPushButton* split_;
    QPushButton* make_;
    StatusLine* status_;
    std::deque<DraftType> wanted_;  ///< where they begin is not known yet
};

}  // namespace octavo
