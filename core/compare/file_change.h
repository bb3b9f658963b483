#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/source/file_source.h"

namespace octavo {

/// What became of a document's file since it was last seen.
struct FileChange {
    enum class Kind : std::uint8_t {
        Unchanged,
        Touched,      ///< times or permissions only, or the same bytes again
        Appended,     ///< longer, and what was there is still there
        Truncated,    ///< shorter, and what is left is as it was
        Rewritten,    ///< other bytes in the same file
        Replaced,     ///< another file has its name
        Deleted,      ///< nothing has its name
        Unreachable,  ///< its drive, mount or server does not answer, or is gone
        AccessLost,   ///< it is there, but may not be read any more
    };
    Kind kind = Kind::Unchanged;
    std::optional<FileIdentity> now{};  ///< what has its name now; absent where that cannot be told
    ByteCount oldSize = 0;
    ByteCount newSize = 0;
    /// Every byte that the document was opened from can still be read as it was.
    bool keepsOldBytes = true;
    /// What of the old bytes is beyond the end of the file that they come from.
    ByteRange lost{};
    bool isBlockDevice = false;
    Error reason{};  ///< with Unreachable and AccessLost: what the system said

    friend bool operator==(const FileChange&, const FileChange&) = default;
};

/// What can be seen of a file from outside; FileChange follows from it.
struct FileEvidence {
    FileIdentity known;        ///< when it was opened or saved
    Result<FileIdentity> now;  ///< of what has its name
    bool mayRead = true;       ///< of `now`
    bool isBlockDevice = false;
    ByteCount oldSize = 0;   ///< of the bytes that the document was opened from
    bool isPrivate = false;  ///< nobody else can change those bytes (FileSource::isPrivate)
    FileIdentity base{};     ///< of the open file that they come from, when they were as they are shown
    std::optional<FileIdentity> held{};          ///< of that file now; absent when it cannot be asked
    std::optional<std::uint64_t> knownDevice{};  ///< of the directory that the file was in
    std::optional<std::uint64_t> nearDevice{};   ///< of the nearest directory on its path that exists
    /// How many bytes old and new have in common at their beginning; absent when nobody compared.
    std::optional<ByteCount> commonBytes{};
};

/// Pure. Where nobody compared, a longer file counts as appended to, a shorter one as truncated, and one of
/// the same length with new times as rewritten.
[[nodiscard]] FileChange classify(const FileEvidence& evidence);

/// A file as a document knows it.
struct KnownFile {
    std::string path;
    std::shared_ptr<const FileSource> opened;        ///< where the document's unmodified bytes come from
    FileIdentity identity{};                         ///< when it was last seen or saved
    FileIdentity base{};                             ///< in which `opened` holds the bytes that it shows
    std::optional<std::uint64_t> directoryDevice{};  ///< as deviceOfDirectory() said
};

/// The device of the directory that holds `path`; nothing when that is not there.
[[nodiscard]] std::optional<std::uint64_t> deviceOfDirectory(const std::string& path);

/// Looks at the file and, where the old bytes are still there and it takes no longer than reading
/// `compareMost` bytes, compares. Errors: Cancelled. Blocks on slow drives; any thread.
[[nodiscard]] Result<FileChange> examineFile(const KnownFile& file, ByteCount compareMost,
                                             const JobContext& job = {});

/// The bytes that the document was opened from are all still what they were: private, or in a file that was
/// not written to since. Judged by inode, size and time of the last write. Any thread.
[[nodiscard]] bool keepsOldBytes(const FileSource& opened, const FileIdentity& base);

}  // namespace octavo
