#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include <QObject>

#include "app/file_watch.h"
#include "app/open_document.h"
#include "app/session.h"
#include "core/base/error.h"
#include "core/save/edit_recovery.h"
#include "core/save/journal_recovery.h"
#include "core/save/kept_history_log.h"
#include "ui/jobs/job_runner.h"

namespace octavo {

enum class OpenAccess : std::uint8_t { ReadWrite, ReadOnly };
enum class Activation : std::uint8_t { Front, Behind };

/// A wish to see a file.
struct OpenRequest {
    std::string path;  ///< raw bytes
    OpenAccess access = OpenAccess::ReadWrite;
    Activation activation = Activation::Front;
    std::string offset;                         ///< expression for where to put the caret; empty: leave it
    std::optional<SessionDocument> remembered;  ///< how it was left last time
    std::uint64_t order = 0;  ///< filled in by open(): tabs stand in the order of the wishes
};

/// The documents that are open. Opens files on worker threads, so that a slow drive never stops the window; a
/// file that is open already is not opened twice. UI thread.
class DocumentManager : public QObject {
    Q_OBJECT
public:
    /// REQUIRES: the runner outlives this.
    explicit DocumentManager(JobRunner& jobs, QObject* parent = nullptr);
    ~DocumentManager() override;

    /// Where the journals of files in directories that are not writable lie; empty: nowhere.
    void setJournalDirectory(std::string directory) { journalDirectory_ = std::move(directory); }

    /// Asked before each opening: what it returns (or nothing) is run by the job, and gives the document that
    /// shows the file when a history was kept of it.
    using Restoration =
        std::function<std::optional<RestoredHistory>(const std::shared_ptr<FileSource>&, const JobContext&)>;
    using Restore = std::function<Restoration(const std::string& path)>;
    void setRestore(Restore restore) { restore_ = std::move(restore); }

    /// Ends with opened() or openFailed(). A save that a crash cut off is taken back or completed first; see
    /// recovered().
    void open(OpenRequest request);
    /// A new document with these bytes in it; "Untitled N" when the name is empty. Ends with opened().
    OpenDocument& create(const Content& content = {}, const QString& name = {});
    /// A document put together from its edit log takes its file's place among the open ones: what shows that
    /// file without changes is closed. A file that is open with changes keeps its document, and the other one
    /// becomes a document without a file. Ends with opened().
    OpenDocument& adopt(RecoveredDocument recovered);
    /// REQUIRES: it is one of documents(). It is deleted once closed() has been told.
    void close(OpenDocument& document);

    [[nodiscard]] const std::vector<OpenDocument*>& documents() const { return documents_; }
    [[nodiscard]] bool isOpening() const { return !opening_.empty(); }
    [[nodiscard]] bool hasModified() const;

    /// Looks whether other programs changed the files of open documents; on worker threads, told by
    /// changedOnDisk(). That happens by itself where the system tells of changes.
    void checkFiles();
    void checkFile(OpenDocument& document);
    /// The same, and tells what it finds even when that was told already.
    void lookAgain(OpenDocument& document);

Q_SIGNALS:
    /// `document` is new, or is the one that shows this file already.
    void opened(octavo::OpenDocument* document, const octavo::OpenRequest& request);
    void openFailed(const octavo::OpenRequest& request, const octavo::Error& error);
    /// A save of this file had been cut off by a crash and was taken back or completed (RolledBack or
    /// Completed) before opening it.
    void recovered(octavo::OpenDocument* document, octavo::JournalRecovery how);
    /// The file is not what it was when it was opened or saved; told once for each new state of the file.
    /// Never with Unchanged and Touched.
    void changedOnDisk(octavo::OpenDocument* document, const octavo::FileChange& change);
    /// What changedOnDisk() told of last is over: the file is again as it was.
    void restoredOnDisk(octavo::OpenDocument* document);
    void closed(octavo::OpenDocument* document);
    /// isOpening() became false.
    void allOpened();

private:
    struct Opened {
        std::shared_ptr<FileSource> file;
        JournalRecovery recovery = JournalRecovery::NoJournal;
        DiskGeometry geometry{};
        WriteDanger danger = WriteDanger::None;
        std::optional<RestoredHistory> restored{};
    };
    void finishOpening(const OpenRequest& request, Result<Opened> result);
    [[nodiscard]] OpenDocument& make(const OpenRequest& request, Opened& opened);
    [[nodiscard]] OpenDocument* documentOfFile(const FileIdentity& identity) const;
    void noteChange(OpenDocument& document, const FileChange& change);
    void noteLoss(OpenDocument& document, FileChange::Kind kind);
    void add(OpenDocument& document);
    void follow(OpenDocument& document);

    JobRunner& jobs_;
    std::string journalDirectory_;
    Restore restore_;
    std::vector<OpenDocument*> documents_;  // children
    std::map<std::uint64_t, JobHandle> opening_;
    std::map<OpenDocument*, JobHandle> checking_;
    std::set<OpenDocument*> recheck_;  // something happened while a look was under way
    std::map<OpenDocument*, FileChange> reported_;
    struct Orphan {
        HistoryState state;  // the one that the file held
        FileIdentity file;
    };
    std::map<OpenDocument*, Orphan> orphaned_;  // unmodified when their file went
    std::map<OpenDocument*, std::string> watched_;
    FileWatch watch_;
    std::uint64_t lastOrder_ = 0;
    int lastUntitled_ = 0;
};

}  // namespace octavo
