#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <sys/types.h>
#include <vector>

#include "core/base/byte_range.h"
#include "core/base/result.h"
#include "core/source/file_source.h"

namespace octavo {

/// An open file of one FileSystem.
enum class FileHandle : int {};

enum class FileKind : std::uint8_t { Regular, Directory, BlockDevice, Other };

/// What a save must know about a file, and keep.
struct FileStatus {
    FileIdentity identity;
    FileKind kind = FileKind::Regular;
    mode_t mode = 0;  ///< permission bits with set-id and sticky, 07777
    uid_t owner = 0;
    gid_t group = 0;
    std::uint64_t linkCount = 1;
    bool isImmutable = false;   ///< chattr +i
    bool isAppendOnly = false;  ///< chattr +a
    /// How long a block device is, when it is asked by handle; its identity has size 0.
    std::optional<ByteCount> deviceSize{};

    [[nodiscard]] ByteCount size() const { return deviceSize.value_or(identity.size); }
};

/// The room on a file system, and what takes some of it.
struct DiskRoom {
    ByteCount freeBytes = 0;            ///< that this user may still write
    bool isTakenByOverwriting = false;  ///< new content of old bytes needs other blocks first: copy on write
    bool isSharedByCloning = false;     ///< cloneRange() takes none
};

/// Every call that a save makes to the world, so that tests can make each of them fail. Paths are raw bytes.
/// A call is one attempt: it may be interrupted (systemCode EINTR) and may move fewer bytes than asked;
/// OpenFile (core/save/open_file.h) is where both are dealt with. Errors carry errno as systemCode. Any
/// thread.
class FileSystem {
public:
    FileSystem() = default;
    FileSystem(const FileSystem&) = delete;
    FileSystem& operator=(const FileSystem&) = delete;
    virtual ~FileSystem();

    /// Exclusive: reading and writing a block device that nobody else uses so; Busy when it is mounted.
    enum class Access : std::uint8_t { Read, ReadWrite, Exclusive };
    /// Opens an existing file; does not follow a link in the last component.
    [[nodiscard]] virtual Result<FileHandle> open(const std::string& path, Access access) = 0;
    /// Creates a file that must not exist, for reading and writing. The process's umask applies to `mode`.
    [[nodiscard]] virtual Result<FileHandle> createExclusive(const std::string& path, mode_t mode) = 0;
    /// Opens a directory, for sync().
    [[nodiscard]] virtual Result<FileHandle> openDirectory(const std::string& path) = 0;
    /// The handle is gone whatever is returned.
    [[nodiscard]] virtual Status close(FileHandle file) = 0;

    /// Returns how many bytes were read; 0 at the end of the file.
    [[nodiscard]] virtual Result<std::size_t> read(FileHandle file, ByteOffset at,
                                                   std::span<std::byte> out) = 0;
    [[nodiscard]] virtual Result<std::size_t> write(FileHandle file, ByteOffset at,
                                                    std::span<const std::byte> bytes) = 0;
    [[nodiscard]] virtual Status truncate(FileHandle file, ByteCount size) = 0;
    /// Claims disk room without changing size or content. Unsupported where the file system cannot.
    [[nodiscard]] virtual Status reserve(FileHandle file, ByteRange range) = 0;
    /// Shares blocks with another open file (`sourceDescriptor` as FileSource::descriptor() gives it); all
    /// offsets are multiples of the block size. Unsupported where the file system cannot.
    [[nodiscard]] virtual Status cloneRange(int sourceDescriptor, ByteRange source, FileHandle file,
                                            ByteOffset at) = 0;
    /// Copies inside the kernel; returns how many bytes, 0 at the end of the source.
    [[nodiscard]] virtual Result<ByteCount> copyRange(int sourceDescriptor, ByteRange source, FileHandle file,
                                                      ByteOffset at) = 0;
    /// Lets the system begin to write these bytes to the disk, so that sync() has less left to wait for. A
    /// hint.
    virtual void startWriteback(FileHandle file, ByteRange range) = 0;
    /// Returns when the file (or directory) is on the disk.
    [[nodiscard]] virtual Status sync(FileHandle file) = 0;
    /// Takes the lock that other instances of this program respect; Busy when one of them has it. Ends with
    /// close.
    [[nodiscard]] virtual Status tryLock(FileHandle file) = 0;

    /// Links are followed.
    [[nodiscard]] virtual Result<FileStatus> status(const std::string& path) = 0;
    [[nodiscard]] virtual Result<FileStatus> status(FileHandle file) = 0;
    [[nodiscard]] virtual Status setOwner(FileHandle file, uid_t owner, gid_t group) = 0;
    [[nodiscard]] virtual Status setMode(FileHandle file, mode_t mode) = 0;

    /// Extended attributes; access control lists are among them. An empty list where there are none.
    [[nodiscard]] virtual Result<std::vector<std::string>> attributeNames(FileHandle file) = 0;
    [[nodiscard]] virtual Result<std::vector<std::byte>> attribute(FileHandle file,
                                                                   const std::string& name) = 0;
    [[nodiscard]] virtual Status setAttribute(FileHandle file, const std::string& name,
                                              std::span<const std::byte> value) = 0;
    [[nodiscard]] virtual Status removeAttribute(FileHandle file, const std::string& name) = 0;

    /// The absolute path with all links followed. The last component need not exist; its directory must.
    [[nodiscard]] virtual Result<std::string> resolve(const std::string& path) = 0;
    /// Whether this process may create and remove files in a directory.
    [[nodiscard]] virtual bool mayWriteIn(const std::string& directory) = 0;
    /// Of the file system of a directory. Unsupported where it does not tell.
    [[nodiscard]] virtual Result<DiskRoom> room(const std::string& directory) = 0;
    /// Makes a directory that only this user may look into, and those above it, and puts their names on the
    /// disk; no error when it is there.
    [[nodiscard]] virtual Status makePrivateDirectory(const std::string& directory) = 0;
    /// The names in a directory, in no order.
    [[nodiscard]] virtual Result<std::vector<std::string>> list(const std::string& directory) = 0;

    enum class RenameMode : std::uint8_t { Replace, KeepExisting };
    /// KeepExisting fails with systemCode EEXIST when `to` exists.
    [[nodiscard]] virtual Status rename(const std::string& from, const std::string& to, RenameMode mode) = 0;
    [[nodiscard]] virtual Status unlink(const std::string& path) = 0;
};

/// The real one. Stateless; one for the whole program is enough.
class PosixFileSystem final : public FileSystem {
public:
    [[nodiscard]] Result<FileHandle> open(const std::string& path, Access access) override;
    [[nodiscard]] Result<FileHandle> createExclusive(const std::string& path, mode_t mode) override;
    [[nodiscard]] Result<FileHandle> openDirectory(const std::string& path) override;
    [[nodiscard]] Status close(FileHandle file) override;
    [[nodiscard]] Result<std::size_t> read(FileHandle file, ByteOffset at, std::span<std::byte> out) override;
    [[nodiscard]] Result<std::size_t> write(FileHandle file, ByteOffset at,
                                            std::span<const std::byte> bytes) override;
    [[nodiscard]] Status truncate(FileHandle file, ByteCount size) override;
    [[nodiscard]] Status reserve(FileHandle file, ByteRange range) override;
    [[nodiscard]] Status cloneRange(int sourceDescriptor, ByteRange source, FileHandle file,
                                    ByteOffset at) override;
    [[nodiscard]] Result<ByteCount> copyRange(int sourceDescriptor, ByteRange source, FileHandle file,
                                              ByteOffset at) override;
    void startWriteback(FileHandle file, ByteRange range) override;
    [[nodiscard]] Status sync(FileHandle file) override;
    [[nodiscard]] Status tryLock(FileHandle file) override;
    [[nodiscard]] Result<FileStatus> status(const std::string& path) override;
    [[nodiscard]] Result<FileStatus> status(FileHandle file) override;
    [[nodiscard]] Status setOwner(FileHandle file, uid_t owner, gid_t group) override;
    [[nodiscard]] Status setMode(FileHandle file, mode_t mode) override;
    [[nodiscard]] Result<std::vector<std::string>> attributeNames(FileHandle file) override;
    [[nodiscard]] Result<std::vector<std::byte>> attribute(FileHandle file, const std::string& name) override;
    [[nodiscard]] Status setAttribute(FileHandle file, const std::string& name,
                                      std::span<const std::byte> value) override;
    [[nodiscard]] Status removeAttribute(FileHandle file, const std::string& name) override;
    [[nodiscard]] Result<std::string> resolve(const std::string& path) override;
    [[nodiscard]] bool mayWriteIn(const std::string& directory) override;
    [[nodiscard]] Result<DiskRoom> room(const std::string& directory) override;
    [[nodiscard]] Status makePrivateDirectory(const std::string& directory) override;
    [[nodiscard]] Result<std::vector<std::string>> list(const std::string& directory) override;
    [[nodiscard]] Status rename(const std::string& from, const std::string& to, RenameMode mode) override;
    [[nodiscard]] Status unlink(const std::string& path) override;
};

}  // namespace octavo
