#pragma once

#include <optional>

#include "core/base/registry.h"
#include "core/convert/importer.h"
#include "ui/dialogs/form_dialog.h"
#include "ui/jobs/job_runner.h"

class QButtonGroup;
class QComboBox;
class QLineEdit;

namespace octavo {

class DocumentContext;
class JobStrip;

/// Reads a file that spells bytes in some format (Intel HEX, S-record, hex dump ...) and opens them as a new
/// document or inserts them at the caret. UI thread.
class ImportDialog final : public FormDialog {
    Q_OBJECT

public:
    enum class Destination { NewDocument, Caret };

    /// REQUIRES: context and formats outlive the dialog.
    ImportDialog(DocumentContext& context, const Registry<ImporterInfo>& formats, QWidget* parent);

    /// Reads that file (raw bytes of its path) now and guesses its format from its name.
    void setPath(const std::string& path);
    void chooseFormat(std::string_view id);
    void chooseDestination(Destination destination);

    void accept() override;

private:
    /// What came out of the file.
    struct Read {
        Snapshot bytes;
        ByteRange addresses;
        std::size_t pieces = 0;
        std::optional<ByteOffset> entryPoint;
    };

    void buildFields();
    void chooseFile();
    void startReading();
    void take(const Result<Read>& result);
    static Result<Read> readFile(const std::string& path, const ImporterInfo& format,
                                 const AssembleOptions& options, const JobContext& job);
    [[nodiscard]] QString problem(const Error& error) const;

    DocumentContext& context_;
    const Registry<ImporterInfo>& formats_;
    std::string path_;
    QLineEdit* file_;
    QComboBox* format_;
    QComboBox* origin_;
    QLineEdit* gap_;
    QButtonGroup* destination_;
    JobStrip* strip_;
    std::optional<Read> read_;
};

}  // namespace octavo
