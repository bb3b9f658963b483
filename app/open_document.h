#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>

#include <QObject>
#include <QString>

#include "core/buffer/document.h"
#include "core/compare/file_change.h"
#include "core/save/save_runner.h"
#include "core/source/disk_geometry.h"
#include "core/source/file_source.h"
#include "core/source/write_danger.h"
#include "ui/base/bookmarks.h"
#include "ui/base/change_list.h"
#include "ui/base/history_log.h"

namespace octavo {

/// A document that is open in the program: the document itself, the file it belongs to, and what the person
/// put on it. UI thread.
class OpenDocument : public QObject {
    Q_OBJECT
public:
    /// A file's content.
    OpenDocument(std::shared_ptr<FileSource> file, std::string path, QObject* parent);
    /// A document without a file.
    OpenDocument(const QString& name, QObject* parent);
    /// One that exists already, with a history, over `file` (which may be nullptr: then it has the name
    /// only).
    OpenDocument(std::unique_ptr<Document> document, std::shared_ptr<FileSource> file, std::string path,
                 const QString& name, QObject* parent);

    [[nodiscard]] Document& document() { return *document_; }
    [[nodiscard]] const Document& document() const { return *document_; }
    /// For whoever goes on with it when this is gone.
    [[nodiscard]] std::shared_ptr<const Document> sharedDocument() const { return document_; }
    [[nodiscard]] Bookmarks& bookmarks() { return *bookmarks_; }
    [[nodiscard]] HistoryLog& historyLog() { return *historyLog_; }
    /// What changed in the file when it was last loaded again.
    [[nodiscard]] ChangeList& changes() { return *changes_; }

    /// Raw bytes, absolute; empty for a document that was never saved.
    [[nodiscard]] const std::string& path() const { return path_; }
    [[nodiscard]] QString name() const;
    /// The file that the document's unmodified bytes come from, or nullptr.
    [[nodiscard]] const std::shared_ptr<FileSource>& file() const { return file_; }
    /// The state in which we last saw or left its file; nothing without one.
    [[nodiscard]] const std::optional<FileIdentity>& identity() const { return identity_; }
    /// The state in which the file holds the bytes of `document().base()`, where that is not the one in which
    /// it was opened: a save was taken back.
    [[nodiscard]] const std::optional<FileIdentity>& baseIdentity() const { return baseIdentity_; }
    /// What is known of the file, for looking whether it changed; nothing without one.
    [[nodiscard]] std::optional<KnownFile> knownFile() const;
    /// How the file counts in sectors, and why it was opened write-protected.
    [[nodiscard]] const DiskGeometry& geometry() const { return geometry_; }
    [[nodiscard]] WriteDanger danger() const { return danger_; }
    void setDisk(const DiskGeometry& geometry, WriteDanger danger);
    void setWriteProtected(bool isProtected);
    /// An unsaved document that nobody typed into: the first opened file takes its place.
    [[nodiscard]] bool isUntouched() const;

    [[nodiscard]] bool isSaving() const { return isSaving_; }
    void setSaving(bool isSaving);

    /// The bytes of `snapshot` in `state` now lie in `file`, opened afresh, which has this path. When the
    /// document was edited meanwhile it stays modified and goes on reading from the file it was opened from.
    void becameFile(std::shared_ptr<FileSource> file, std::string path, Revision revision,
                    HistoryState state);
    /// A save failed after it had written into the document's file.
    void fileWasLeft(const SaveFailure::Left& left);
    /// Something else is in the file now and the person wants to keep what is here.
    void acknowledgeIdentity(const FileIdentity& identity) { identity_ = identity; }
    /// The file's times changed, its bytes did not.
    void acknowledgeSameBytes(const FileIdentity& identity);
    /// The file became longer: `file`, opened afresh, begins with what file() shows.
    void fileGrew(std::shared_ptr<FileSource> file);
    /// The document stems from `file` now, and these runs of it are the file's; see Document::rebaseOnto.
    void becameMerged(std::shared_ptr<FileSource> file, std::span<const Document::BaseRun> runs);

    /// Whether bytes that are appended to the file shall appear in the document.
    [[nodiscard]] bool isFollowed() const { return isFollowed_; }
    void setFollowed(bool isFollowed);
    /// The last bytes of the file are the last of the document, so that others can come behind them.
    [[nodiscard]] bool endsAsItsFile() const;

Q_SIGNALS:
    /// Name, modified mark, undo state or saving changed.
    void stateChanged();
    void changed(const octavo::Change& change);
    /// What counted as modified bytes until now may be the file's own from now on.
    void rebased();
    /// The bytes of `state` lie in `file` from now on: saved, or reloaded.
    void tookFile(const std::shared_ptr<octavo::FileSource>& file, octavo::HistoryState state);
    /// The file became longer; what was added starts here.
    void grew(octavo::ByteOffset from);

private:
    void connectDocument();

    std::shared_ptr<FileSource> file_;
    std::string path_;
    QString untitledName_;
    std::optional<FileIdentity> identity_;
    std::optional<FileIdentity> baseIdentity_;
    std::shared_ptr<Document> document_;
    Bookmarks* bookmarks_;
    HistoryLog* historyLog_;
    ChangeList* changes_;
    std::optional<std::uint64_t> directoryDevice_;
    DiskGeometry geometry_;
    WriteDanger danger_ = WriteDanger::None;
    bool isSaving_ = false;
    bool isFollowed_ = false;
    NotifierConnection changedConnection_;
    NotifierConnection stateConnection_;
};

}  // namespace octavo
