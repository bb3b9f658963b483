#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include <QFileSystemWatcher>
#include <QTimer>
#include <QWidget>

#include "core/structure/format_library.h"
#include "ui/base/status_line.h"
#include "ui/jobs/job_runner.h"
#include "ui/structure/description_file.h"
#include "ui/structure/format_editor_parts.h"

class QStandardItemModel;
class QTableView;

namespace octavo {

class DocumentContext;

/// A window in which a description is written: its text, what is wrong with it, and what the document in
/// front is by it, all of it while somebody types. Saves to files of a person's own; a description of
/// Octavo's is saved as a copy. UI thread.
class FormatEditor final : public QWidget {
    Q_OBJECT

public:
    using Next = std::function<void()>;

    /// `folders`: where imports are looked for; `userFolder`: where the person's own descriptions are kept,
    /// made when it is needed; raw paths. Hidden at first. REQUIRES: context outlives the editor.
    FormatEditor(DocumentContext& context, std::shared_ptr<const FormatLibrary> library,
                 std::vector<std::string> folders, std::string userFolder, QWidget* parent = nullptr);

    void setLibrary(std::shared_ptr<const FormatLibrary> library) {
        library_ = std::move(library);
        checkSoon_.start();
    }

    /// A description that is in a file, or one of Octavo's. This and the next two ask first when changes
    /// would be lost.
    void open(const std::string& path) {
        leaveThen([this, path] { load(path); });
    }
    /// A small one to begin with.
    void startNew();
    /// One that was made elsewhere and is in no file yet.
    void startWith(const QString& text);

    void save() { saveThen({}); }
    void saveAs() { saveAsThen({}); }
    /// Saves, and then tells that it shall be used.
    void useForDocument() {
        const Next use = [this] { Q_EMIT useWanted(path_); };
        if (path_.empty() || isModified())
            saveThen(use);
        else
            use();
    }
    void goToProblem(int row);

    [[nodiscard]] bool isModified() const { return text_->document()->isModified(); }
    /// Calls `goOn` when nothing is lost by it: at once, or after the person has saved the changes or let
    /// them go.
    void leaveThen(const Next& goOn);

    /// Where it is saved, or one of Octavo's; empty when it never was.
    [[nodiscard]] const std::string& path() const { return path_; }
    [[nodiscard]] FormatTextEdit& text() { return *text_; }
    [[nodiscard]] QTableView& problems() { return *problemView_; }
    [[nodiscard]] LiveResult& result() { return *result_; }
    [[nodiscard]] QString statusText() const { return status_->text(); }
    [[nodiscard]] bool isBusy() const {
        return checkSoon_.isActive() || lookSoon_.isActive() || checking_.isRunning() ||
               reading_.isRunning() || writing_.isRunning() || looking_.isRunning() || result_->isBusy();
    }

Q_SIGNALS:
    void saved(const std::string& path);
    /// The document in front shall be read by the description at this path.
    void useWanted(const std::string& path);

protected:
    void closeEvent(QCloseEvent* event) override;

private:
    using Other = DescriptionSave::Other;

    [[nodiscard]] static JobOptions quietly(const QString& title);
    QWidget* buildTools();
    QWidget* buildWork();
    void buildProblems();
    void moveFocus(int step);
    void check();
    void listProblems(const std::vector<FormatProblem>& problems);
    void showTitle();

    // format_editor_files.cpp
    void askWhatToOpen();
    void load(const std::string& path);
    void showFile(std::string path, std::string bytes);
    void showBeginning();
    void showText(const DescriptionText& shown, std::string path, std::string onDisk);
    [[nodiscard]] bool isBuiltin() const { return path_.starts_with(FormatLibrary::kBuiltinFolder); }
    [[nodiscard]] std::string suggestedPath() const;
    /// True: something is being written, and `save` is called when that has gone well.
    [[nodiscard]] bool waits(Next save);
    void saveThen(Next next);
    void saveAsThen(Next next);
    void askWhere(const Next& next);
    void write(const std::string& path, Other other, const Next& next);
    void tookPlace(const DescriptionSave& save, int revision);
    void tellOfSave(const std::string& path, const Next& next);
    void refused(const DescriptionSave& save, const Error& error, const Next& next);
    void askToReplace(const std::string& path, ErrorCode reason, const Next& next);
    void lookAtFile();
    void tellOfChange(const Result<std::string>& bytes);
    void watch();

    DocumentContext& context_;
    std::shared_ptr<const FormatLibrary> library_;
    std::vector<std::string> folders_;
    std::string userFolder_;
    FormatTextEdit* text_;
    QStandardItemModel* problemModel_;
    QTableView* problemView_;
    LiveResult* result_;
    StatusLine* status_;
    std::vector<FormatProblem> problems_;
    std::string path_;
    std::string checkedAs_;  ///< the path by which the problems name the text
    std::string onDisk_;     ///< the bytes of the file as they were last seen
    DescriptionStyle style_;
    std::uint64_t textsShown_ = 0;
    std::vector<Next> waiting_;  ///< saves that begin when the present one is done
    QTimer checkSoon_;
    QTimer lookSoon_;
    QFileSystemWatcher watcher_;
    JobHandle checking_;
    JobHandle reading_;
    JobHandle writing_;
    JobHandle looking_;
};

}  // namespace octavo
