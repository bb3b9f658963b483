#pragma once

#include <memory>
#include <optional>
#include <string>

#include <QObject>
#include <QString>

#include "core/buffer/document.h"
#include "core/save/save_runner.h"
#include "core/source/file_source.h"
#include "ui/base/bookmarks.h"
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
    /// One that exists already, with changes, over `file` (which may be nullptr: then it has the name only).
    OpenDocument(std::unique_ptr<Document> document, std::shared_ptr<FileSource> file, std::string path,
                 const QString& name, QObject* parent);

    [[nodiscard]] Document& document() { return *document_; }
    [[nodiscard]] const Document& document() const { return *document_; }
    [[nodiscard]] Bookmarks& bookmarks() { return *bookmarks_; }
    [[nodiscard]] HistoryLog& historyLog() { return *historyLog_; }

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

Q_SIGNALS:
    /// Name, modified mark, undo state or saving changed.
    void stateChanged();
    void changed(const octavo::Change& change);
    /// What counted as modified bytes until now may be the file's own from now on.
    void rebased();
    /// The bytes of `state` lie in `file` from now on: saved, or reloaded.
    void tookFile(const std::shared_ptr<octavo::FileSource>& file, octavo::HistoryState state);

private:
    void connectDocument();

    std::shared_ptr<FileSource> file_;
    std::string path_;
    QString untitledName_;
    std::optional<FileIdentity> identity_;
    std::optional<FileIdentity> baseIdentity_;
    std::unique_ptr<Document> document_;
    Bookmarks* bookmarks_;
    HistoryLog* historyLog_;
    bool isSaving_ = false;
    NotifierConnection changedConnection_;
    NotifierConnection stateConnection_;
};

}  // namespace octavo
