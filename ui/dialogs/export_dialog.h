#pragma once

#include <QDialog>

#include "core/base/registry.h"
#include "core/buffer/edit.h"
#include "core/convert/exporter.h"
#include "core/save/file_system.h"
#include "ui/dialogs/export_to_file.h"
#include "ui/jobs/job_runner.h"

class QComboBox;
class QFormLayout;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;

namespace octavo {

class DocumentContext;
class JobStrip;
class StatusLine;

/// Writes the selection or the whole document in another format, to the clipboard or a file, and shows
/// beforehand what it will look like. UI thread.
class ExportDialog final : public QDialog {
    Q_OBJECT

public:
    /// More text than this goes to files only.
    static constexpr std::size_t kClipboardLimit = std::size_t{64} << 20;

    /// REQUIRES: the context, formats and fileSystem outlive the dialog; a document is open.
    ExportDialog(DocumentContext& context, const Registry<ExporterInfo>& formats, FileSystem& fileSystem,
                 QWidget* parent);

    /// An unknown id changes nothing.
    void chooseFormat(std::string_view id);
    [[nodiscard]] QString formatId() const;
    [[nodiscard]] QString previewText() const;
    [[nodiscard]] QString statusText() const;

public Q_SLOTS:
    void copyToClipboard();
    /// Asks for a file.
    void chooseFile();
    /// Writes to that file (raw bytes of its path).
    void saveTo(const std::string& path);

private:
    void buildOptions(QFormLayout* form);
    QWidget* buildButtons();
    /// What the controls say; nothing, with the reason shown, when they make no sense.
    [[nodiscard]] std::optional<ExportRequest> request();
    [[nodiscard]] const ExporterInfo* format() const;
    void formatChanged();
    void startPreview();
    void showPreview(const Result<std::string>& text);
    void explain(const Error& error);

    DocumentContext& context_;
    const Registry<ExporterInfo>& formats_;
    FileSystem& fileSystem_;
    Snapshot snapshot_;  // of the moment the dialog was opened
    RangeList selection_;
    Content::SnapshotPart chosen_;  // the selection's bytes
    QFormLayout* form_;
    QComboBox* format_;
    QComboBox* what_;
    QSpinBox* bytesPerLine_;
    QComboBox* digitCase_;
    QLineEdit* address_;
    QLineEdit* name_;
    QPlainTextEdit* preview_;
    JobStrip* strip_;
    StatusLine* status_;
    QPushButton* copy_;
    QPushButton* save_;
    JobHandle previewJob_;
};

}  // namespace octavo
