#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>

#include "core/base/result.h"
#include "core/source/source.h"

namespace octavo {

/// What tells one state of a file from another: where it is and when it last changed.
struct FileIdentity {
    std::uint64_t device = 0;
    std::uint64_t inode = 0;
    ByteCount size = 0;
    std::int64_t modifiedNs = 0;  ///< mtime, nanoseconds since the epoch
    std::int64_t changedNs = 0;   ///< ctime, nanoseconds since the epoch

    [[nodiscard]] bool isSameFile(const FileIdentity& other) const {
        return device == other.device && inode == other.inode;
    }
    friend bool operator==(const FileIdentity&, const FileIdentity&) = default;
};

/// A Source whose bytes lie in a file. The descriptor stays open, so the bytes survive a rename or unlink.
class FileSource : public Source {
public:
    /// The path it was opened by, raw bytes as the system gave them.
    [[nodiscard]] virtual const std::string& path() const = 0;
    /// The file's identity when it was opened.
    [[nodiscard]] virtual const FileIdentity& identity() const = 0;
    /// For copying unmodified runs inside the kernel; owned by the source, read-only. May be a clone of the
    /// file, so ask identity(), not fstat, which file it is. Bytes that were preserved are no longer there.
    [[nodiscard]] virtual int descriptor() const = 0;
    /// True when any byte was found unreadable; such bytes are never saved from.
    [[nodiscard]] virtual bool isDamaged() const = 0;

    /// True when no other program can change the bytes: they are a copy or a clone.
    [[nodiscard]] virtual bool isPrivate() const { return false; }

    /// Moves the bytes of `ranges` to a spill file, so that they stay what they were when the file's own
    /// bytes are overwritten in place. Waits for loans of this source to end. On failure nothing has changed.
    /// Cost: reads and writes the ranges. Thread-safe.
    [[nodiscard]] virtual Status preserve(std::span<const ByteRange> ranges) const = 0;

    [[nodiscard]] const FileSource* asFile() const final { return this; }
};

/// Opens a file for reading. Ordinary local files are mapped; empty, special, device, FUSE and network files,
/// and files whose size the system does not tell, are read by pread. Errors: NotFound, AccessDenied,
/// IsDirectory, NotRegularFile (FIFO, socket, character device without a size), OpenFailed, ReadFailed.
///
/// FileCopy::OfSmall copies a file of up to kSmallFile bytes into memory first, so that whatever other
/// programs do to it, the source goes on showing the file as it was opened.
enum class FileCopy : std::uint8_t { Never, OfSmall };
inline constexpr ByteCount kSmallFile = ByteCount{8} << 20;
[[nodiscard]] Result<std::shared_ptr<FileSource>> openFileSource(const std::string& path,
                                                                 FileCopy copy = FileCopy::Never);

/// The identity of what `path` names now (links followed).
[[nodiscard]] Result<FileIdentity> fileIdentity(const std::string& path);

}  // namespace octavo
