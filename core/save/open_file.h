#pragma once

#include <optional>
#include <string>

#include "core/save/file_system.h"

namespace octavo {

/// An open file of a FileSystem that closes itself. The one place where interrupted calls are repeated and
/// short reads and writes continued; its errors name the path. Move-only, one thread.
class OpenFile {
public:
    [[nodiscard]] static Result<OpenFile> open(FileSystem& fileSystem, const std::string& path,
                                               FileSystem::Access access);
    [[nodiscard]] static Result<OpenFile> createExclusive(FileSystem& fileSystem, const std::string& path,
                                                          mode_t mode);

    OpenFile(OpenFile&& other) noexcept;
    OpenFile& operator=(OpenFile&&) = delete;
    ~OpenFile();

    [[nodiscard]] const std::string& path() const { return path_; }
    [[nodiscard]] FileHandle handle() const { return *handle_; }
    [[nodiscard]] FileSystem& fileSystem() const { return *fileSystem_; }
    [[nodiscard]] bool isOpen() const { return handle_.has_value(); }

    /// Fills all of `out`; Truncated when the file ends first.
    [[nodiscard]] Status readAll(ByteOffset at, std::span<std::byte> out);
    /// Reads up to the end of the file; returns how many bytes.
    [[nodiscard]] Result<std::size_t> readUpTo(ByteOffset at, std::span<std::byte> out);
    [[nodiscard]] Status writeAll(ByteOffset at, std::span<const std::byte> bytes);
    /// These bytes were written through handle(): long runs are sent to the disk while the next ones are
    /// written.
    void noteWritten(ByteRange range);
    [[nodiscard]] Status truncate(ByteCount size);
    /// Not having the operation counts as success; only a full disk and the like fail.
    [[nodiscard]] Status reserve(ByteRange range);
    /// The same, but Unsupported when the system does not have the operation. REQUIRES: not empty.
    [[nodiscard]] Status reserveForSure(ByteRange range);
    [[nodiscard]] Status sync();
    [[nodiscard]] Status tryLock();
    [[nodiscard]] Result<FileStatus> status();
    /// Reports what the destructor would swallow: some file systems tell of a full disk only here.
    [[nodiscard]] Status close();
    /// Forgets the file without closing it: its lock stays until the process ends.
    void leaveOpen() { handle_.reset(); }

private:
    OpenFile(FileSystem& fileSystem, FileHandle handle, std::string path)
        : fileSystem_(&fileSystem), handle_(handle), path_(std::move(path)) {}

    FileSystem* fileSystem_;
    std::optional<FileHandle> handle_;
    std::string path_;
    ByteRange unsent_;  // the latest run of written bytes that the disk was not told of
};

/// Opens a file, or a block device that nobody else uses, for reading and writing.
[[nodiscard]] Result<OpenFile> openForWriting(FileSystem& fileSystem, const std::string& path);

/// Makes creations, renames and removals in a directory durable.
[[nodiscard]] Status syncDirectory(FileSystem& fileSystem, const std::string& directory);

/// The directory part of an absolute path, and the rest.
[[nodiscard]] std::string directoryOf(const std::string& path);
[[nodiscard]] std::string nameOf(const std::string& path);

}  // namespace octavo
