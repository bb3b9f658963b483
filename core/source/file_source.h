#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

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

    /// Moves the bytes that lie at `ranges` of the file to a spill file, so that they stay what they were
    /// when the file is overwritten there. Waits for loans of this source to end. On failure nothing has
    /// changed. Cost: reads and writes the ranges. Thread-safe.
    [[nodiscard]] virtual Status preserve(std::span<const ByteRange> ranges) const = 0;

    /// Bytes that are about to move within the file; meanwhile they are at `inMemory` of some memory.
    struct Move {
        ByteOffset from = 0;
        ByteOffset to = 0;
        ByteCount length = 0;
        std::size_t inMemory = 0;
    };
    using Memory = std::shared_ptr<const std::vector<std::byte>>;
    /// The bytes that lie where the moves begin are had from `memory` from now on, so that the file may be
    /// overwritten; settleMoves() says that they lie in the file again, where the moves end. Waits for loans
    /// of this source to end. Cost: O(moves log runs). Thread-safe. A source that nobody can change does
    /// nothing.
    virtual void holdMoves(std::span<const Move> moves, const Memory& memory) const;
    virtual void settleMoves() const {}

    /// Where in the file, as it is now, the first bytes of `range` lie; nothing when they do not lie in it,
    /// or who knows where.
    struct Place {
        ByteRange range;
        std::optional<ByteOffset> fileOffset;
    };
    [[nodiscard]] virtual Place placeOf(ByteRange range) const { return {range, std::nullopt}; }

    [[nodiscard]] const FileSource* asFile() const final { return this; }
};

/// Opens a file for reading. Ordinary local files are mapped; empty, special, device, FUSE and network files,
/// and files whose size the system does not tell, are read by pread. Errors: NotFound, AccessDenied,
/// IsDirectory, NotRegularFile (FIFO, socket, character device without a size), OpenFailed, ReadFailed.
///
/// FileCopy::OfSmall copies a file of up to kSmallFile bytes into memory first, so that whatever other
/// programs do to it, the source goes on showing the file as it was opened. NorClone is for looking at many
/// files once: none is cloned, and those of up to kReadFile bytes are read, not mapped, which costs less.
enum class FileCopy : std::uint8_t { Never, OfSmall, NorClone };
inline constexpr ByteCount kSmallFile = ByteCount{8} << 20;
inline constexpr ByteCount kReadFile = ByteCount{1} << 20;
[[nodiscard]] Result<std::shared_ptr<FileSource>> openFileSource(const std::string& path,
                                                                 FileCopy copy = FileCopy::Never);

/// The sources that openFileSource() made of a file and that still live. Any thread.
[[nodiscard]] std::vector<std::shared_ptr<const FileSource>> liveSourcesOf(const FileIdentity& file);

/// The identity of what `path` names now (links followed).
[[nodiscard]] Result<FileIdentity> fileIdentity(const std::string& path);

}  // namespace octavo
