#pragma once

#include <map>
#include <memory>
#include <vector>

#include <QObject>
#include <QString>

#include "core/search/searcher.h"
#include "ui/base/document_context.h"
#include "ui/panels/file_bytes.h"
#include "ui/panels/found_arrangement.h"
#include "ui/panels/found_files_feed.h"
#include "ui/panels/place_follower.h"

namespace octavo {

/// A file in which something was found, or of which not all was searched.
struct FoundFile {
    std::string path;                        ///< empty for a document without a file
    QString name;                            ///< what people call it
    QString below{};                         ///< its path, from the folder that was searched
    std::optional<FileIdentity> identity{};  ///< as it was searched; none where that lies in no file
    FoundWindow places{};
    QString note{};  ///< why it was not searched, or not all of it; empty: it was
};

/// The bytes of one file, for jobs: a snapshot, and where the bytes that were searched are in it.
struct FoundFileState {
    Snapshot snapshot;
    RevisionMap map;
};

/// What a search found in several files, in the order in which they were searched. Places in documents that
/// are open follow their edits; those in files are as of the search. UI thread. Memory: 16 bytes a match.
class FoundFiles final : public QObject {
    Q_OBJECT

public:
    /// `documents` are those that FilesOrder names, in its order; `folder` is the one searched, or empty.
    FoundFiles(QString what, Searcher searcher, const std::vector<OpenedDocument>& documents,
               std::string folder, QObject* parent);

    [[nodiscard]] const QString& what() const { return what_; }
    [[nodiscard]] const Searcher& searcher() const { return searcher_; }

    void append(const FoundFilesFeed::News& news);
    /// The search has ended: what could not be searched comes to the end of the files.
    void end();
    [[nodiscard]] bool isComplete() const { return isComplete_; }

    [[nodiscard]] std::size_t size() const { return list_->size(); }
    /// For jobs: neither changes once the search has ended.
    [[nodiscard]] std::shared_ptr<const FoundPlaces::List> list() const { return list_; }
    [[nodiscard]] std::shared_ptr<const std::vector<FoundFile>> sharedFiles() const { return files_; }
    [[nodiscard]] const std::vector<FoundFile>& files() const { return *files_; }
    /// How many of files() were searched; the others could not be.
    [[nodiscard]] std::size_t failures() const { return failures_.size(); }
    /// How many were searched, but not whole.
    [[nodiscard]] std::size_t partly() const { return partly_; }
    [[nodiscard]] std::uint64_t filesSearched() const { return filesSearched_; }
    [[nodiscard]] ByteCount bytesSearched() const { return bytesSearched_; }

    /// Which of files() a row is in. REQUIRES: row < size(). Cost: O(log files).
    [[nodiscard]] std::size_t fileOf(std::size_t row) const;
    /// Where a row is now.
    [[nodiscard]] PlaceFollower::Place at(std::size_t row) const;
    /// The bytes of a row's file; ChangedOnDisk when they are no longer what was searched.
    [[nodiscard]] Result<Snapshot> bytesOf(std::size_t row) const;
    /// The document in which a file's places are followed; nullptr when it is not open.
    [[nodiscard]] const OpenedDocument* documentOf(std::size_t file) const;
    /// States of the files that are open, by their index, for jobs.
    [[nodiscard]] std::map<std::size_t, FoundFileState> openStates() const;
    /// Some document was edited since it was searched.
    [[nodiscard]] bool isStale() const;

    /// A document was opened: where it shows one of the files as that was searched, its edits are followed.
    void follow(const OpenedDocument& document);

Q_SIGNALS:
    void appended();
    /// Places moved or were touched by an edit, or a document was opened or closed.
    void moved();

private:
    struct Followed {
        OpenedDocument document;
        std::unique_ptr<PlaceFollower> places;
    };
    struct Searched {
        QString name;
        std::optional<FileIdentity> file;    // what it showed, when that was its file
        std::shared_ptr<Followed> followed;  // null when it was closed
    };
    [[nodiscard]] std::unique_ptr<Followed> makeFollowed(const OpenedDocument& document);
    [[nodiscard]] FoundFile fileAt(const std::string& path) const;
    void append(const FoundFilesFeed::Part& part);
    void forget(const QObject* owner);

    QString what_;
    Searcher searcher_;
    std::string folder_;
    std::shared_ptr<FoundPlaces::List> list_ = std::make_shared<FoundPlaces::List>();
    std::shared_ptr<std::vector<FoundFile>> files_ = std::make_shared<std::vector<FoundFile>>();
    std::vector<FoundFile> failures_;
    std::size_t partly_ = 0;
    bool hasLastEnded_ = true;        // the last file was searched to its end, as far as was told
    std::vector<Searched> searched_;  // by FilesOrder's index
    std::map<std::size_t, std::shared_ptr<Followed>> open_;  // by file
    std::map<std::string, std::size_t> byPath_;
    mutable FileBytes bytes_;
    std::uint64_t filesSearched_ = 0;
    ByteCount bytesSearched_ = 0;
    bool isComplete_ = false;
};

}  // namespace octavo
