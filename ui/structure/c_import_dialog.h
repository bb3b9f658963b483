#pragma once

#include <QTimer>

#include "core/declarations/c_declarations.h"
#include "ui/dialogs/form_dialog.h"
#include "ui/jobs/job_runner.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPlainTextEdit;

namespace octavo {

class DocumentContext;

/// Makes a description of C declarations: shows the .ksy text while they are written, or what is wrong with
/// them and where. UI thread.
class CImportDialog final : public FormDialog {
    Q_OBJECT

public:
    /// REQUIRES: context outlives this.
    CImportDialog(DocumentContext& context, QWidget* parent);

    /// The sizes and alignments that are chosen.
    [[nodiscard]] CAbi abi() const;
    [[nodiscard]] QPlainTextEdit& declarations() { return *declarations_; }
    [[nodiscard]] QPlainTextEdit& result() { return *result_; }
    [[nodiscard]] QComboBox& abis() { return *abi_; }
    [[nodiscard]] QComboBox& byteOrder() { return *order_; }
    [[nodiscard]] QCheckBox& packed() { return *packed_; }
    [[nodiscard]] QLineEdit& root() { return *root_; }
    [[nodiscard]] QLineEdit& name() { return *name_; }
    [[nodiscard]] bool isBusy() const { return soon_.isActive() || making_.isRunning(); }

Q_SIGNALS:
    /// The description is ready to be edited and used.
    void described(const QString& text);

private:
    void buildForm();
    void make();
    void take(const Result<std::string>& made);
    [[nodiscard]] QString reason(const Error& error) const;

    DocumentContext& context_;
    QPlainTextEdit* declarations_;
    QComboBox* abi_;
    QCheckBox* packed_;
    QComboBox* order_;
    QLineEdit* root_;
    QLineEdit* name_;
    QPlainTextEdit* result_;
    QTimer soon_;
    JobHandle making_;
};

}  // namespace octavo
