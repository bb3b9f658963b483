#pragma once

#include <optional>

#include "core/base/registry.h"
#include "core/convert/importer.h"
#include "ui/dialogs/form_dialog.h"
#include "ui/jobs/job_runner.h"

class QComboBox;
class QPlainTextEdit;

namespace octavo {

class JobRunner;

/// Asks what text from the clipboard stands for, shows the bytes it would become, and offers them. UI thread.
class PasteSpecialDialog final : public FormDialog {
    Q_OBJECT

public:
    /// REQUIRES: jobs and formats outlive the dialog.
    PasteSpecialDialog(const QString& text, const QString& encoding, JobRunner& jobs,
                       const Registry<ImporterInfo>& formats, QWidget* parent);

    /// "hex", "numbers", "base64", "text", or an importer's id.
    void chooseFormat(const QString& id);
    void chooseEncoding(const QString& encoding);
    /// The bytes to paste; nothing while the text makes no sense in that format.
    [[nodiscard]] std::optional<Content> content() const;
    [[nodiscard]] QString previewText() const;

private:
    void buildFields(const QString& encoding);
    void refresh();
    void take(const Result<Snapshot>& bytes);
    [[nodiscard]] QString problem(const Error& error) const;

    QString text_;
    JobRunner& jobs_;
    const Registry<ImporterInfo>& formats_;
    QComboBox* format_;
    QComboBox* encoding_;
    QPlainTextEdit* preview_;
    JobHandle job_;
    std::optional<Snapshot> bytes_;
};

}  // namespace octavo
