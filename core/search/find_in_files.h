#pragma once

#include <cstddef>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/search/find.h"
#include "core/search/folder_walk.h"

namespace octavo {

/// A document that is open: searched as it is now, not as its file is.
struct OpenDocumentSpace {
    Snapshot snapshot;
    ByteRange range;                   ///< of the snapshot
    std::string path;                  ///< empty: it has no file
    std::optional<FileIdentity> file;  ///< tells its file by other names too
};

/// Where to look.
struct FilesOrder {
    enum class Documents : std::uint8_t {
        Searched,      ///< each of them, before all files
        InTheirFiles,  ///< only where the walk comes across their files, once each
    };
    std::vector<OpenDocumentSpace> documents{};
    Documents use = Documents::InTheirFiles;
    std::vector<std::string> roots{};  ///< folders and files, raw bytes
    FolderOptions folders{};
    std::uint64_t limit = std::numeric_limits<std::uint64_t>::max();  ///< matches, in all files together
    WorkerPool* workers = nullptr;                                    ///< borrowed
    /// For tests: what is larger is searched alone, and so is what has more matches.
    ByteCount smallFile = ByteCount{16} << 20;
    std::size_t matchesKept = std::size_t{16} * 1024;
};

/// A file, or a document in its place, that is searched.
struct SearchedFile {
    std::string path;
    std::optional<std::size_t> document;   ///< index in FilesOrder::documents
    std::optional<FileIdentity> identity;  ///< of the bytes that are searched; none for documents
    ByteCount size = 0;                    ///< what there is to search
};

/// What became of one file.
struct FileSearchReport {
    std::uint64_t count = 0;
    RangeSet unreadable;
    std::optional<GivenUp> gaveUp;
    bool isComplete = true;   ///< false when giving up or the limit of matches ended it
    bool hasChanged = false;  ///< another program wrote to the file meanwhile

    /// Every byte was looked at, and they were those of one state of the file.
    [[nodiscard]] bool isWhole() const { return isComplete && unreadable.isEmpty() && !hasChanged; }
};

/// Hears what is found, file by file, in the order of the walk and of offsets. Called on the thread that
/// called findInFiles().
class FilesSink {
public:
    FilesSink() = default;
    FilesSink(const FilesSink&) = delete;
    FilesSink& operator=(const FilesSink&) = delete;
    virtual ~FilesSink() = default;

    /// What follows is of this file.
    virtual void began(const SearchedFile& file) = 0;
    virtual void found(std::span<const Match> matches) = 0;
    /// The end of a file that began. It does not come for the file in which the search was stopped.
    virtual void ended(const FileSearchReport& report) = 0;
    /// A file could not be opened or a folder not be listed; the error's detail is its path.
    virtual void failed(const Error& error) = 0;
};

struct FilesReport {
    std::uint64_t files = 0;   ///< searched, whether anything was found or not
    std::uint64_t failed = 0;  ///< files and folders that were not
    std::uint64_t count = 0;   ///< matches
    PassedBy passedBy;
    bool isComplete = true;  ///< false when the limit ended it
};

/// Searches documents and files. Small files are searched side by side, several at once; large ones one after
/// the other, each by all workers. A file that cannot be searched never ends the search of the others.
/// Progress counts bytes; the total is known once the folders are walked, which goes on meanwhile.
/// Errors: Cancelled. Cost: memory O(names of the files not searched yet, 200 000 at most).
[[nodiscard]] Result<FilesReport> findInFiles(const FilesOrder& order, const Searcher& searcher,
                                              FilesSink& sink, const JobContext& job = {});

}  // namespace octavo
