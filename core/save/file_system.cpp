#include "core/save/file_system.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <dirent.h>
#include <fcntl.h>
#include <linux/fs.h>
#include <memory>
#include <optional>
#include <stdio.h>
#include <sys/file.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <sys/xattr.h>
#include <unistd.h>

namespace octavo {

namespace {

// File system types as statfs(2), linux/magic.h and the file systems' own headers list them.
constexpr std::uint32_t kBtrfs = 0x9123683E;
constexpr std::uint32_t kBcachefs = 0xCA451A4E;
constexpr std::uint32_t kZfs = 0x2FC12FC1;
constexpr std::uint32_t kXfs =
    0x58465342;  // where blocks are shared; every file we clone on opening has such
constexpr std::uint32_t kF2fs = 0xF2F52010;
constexpr std::uint32_t kNilfs = 0x3434;
constexpr std::array kCopyOnWriteTypes{kBtrfs, kBcachefs, kZfs, kXfs, kF2fs, kNilfs};
constexpr std::array kSharingTypes{kBtrfs, kBcachefs};  // all of them; of others some

int descriptorOf(FileHandle file) {
    return static_cast<int>(file);
}

Status statusOf(int result, ErrorCode fallback, std::string detail = {}) {
    if (result == 0)
        return {};
    return fail(systemError(errno, fallback, std::move(detail)));
}

Result<FileHandle> handleOf(int descriptor, const std::string& path) {
    if (descriptor < 0)
        return fail(systemError(errno, ErrorCode::OpenFailed, path));
    return FileHandle{descriptor};
}

std::int64_t nanosecondsOf(const timespec& time) {
    return std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
}

FileKind kindOf(mode_t mode) {
    if (S_ISREG(mode))
        return FileKind::Regular;
    if (S_ISDIR(mode))
        return FileKind::Directory;
    return S_ISBLK(mode) ? FileKind::BlockDevice : FileKind::Other;
}

FileStatus fileStatusOf(const struct stat& info) {
    return {.identity = {.device = info.st_dev,
                         .inode = info.st_ino,
                         .size = static_cast<ByteCount>(info.st_size),
                         .modifiedNs = nanosecondsOf(info.st_mtim),
                         .changedNs = nanosecondsOf(info.st_ctim)},
            .kind = kindOf(info.st_mode),
            .mode = info.st_mode & 07777,
            .owner = info.st_uid,
            .group = info.st_gid,
            .linkCount = info.st_nlink};
}

/// What chattr set; nothing where the system does not tell.
void addMarks(int directory, const char* path, int flags, FileStatus& status) {
    struct statx info {};
    if (::statx(directory, path, flags | AT_STATX_DONT_SYNC, 0, &info) != 0)
        return;
    const auto marks = info.stx_attributes & info.stx_attributes_mask;
    status.isImmutable = (marks & STATX_ATTR_IMMUTABLE) != 0;
    status.isAppendOnly = (marks & STATX_ATTR_APPEND) != 0;
}

bool isNotSupported(int errnoValue) {
    return errnoValue == EOPNOTSUPP || errnoValue == ENOSYS || errnoValue == ENOTTY || errnoValue == EXDEV ||
           errnoValue == EINVAL;
}

Status optionalStatusOf(int result) {
    if (result == 0)
        return {};
    const ErrorCode fallback = isNotSupported(errno) ? ErrorCode::Unsupported : ErrorCode::WriteFailed;
    return fail(systemError(errno, fallback));
}

Result<std::string> realPathOf(const std::string& path) {
    const std::unique_ptr<char, decltype(&std::free)> resolved(::realpath(path.c_str(), nullptr), &std::free);
    if (!resolved)
        return fail(systemError(errno, ErrorCode::OpenFailed, path));
    return std::string(resolved.get());
}

/// What a link that leads nowhere yet points at, made relative to the link's directory; nothing for other
/// names.
std::optional<std::string> danglingLinkTarget(const std::string& path) {
    std::string target(4096, '\0');
    const ssize_t length = ::readlink(path.c_str(), target.data(), target.size());
    if (length <= 0)
        return std::nullopt;
    target.resize(static_cast<std::size_t>(length));
    if (target.front() == '/')
        return target;
    const std::size_t slash = path.rfind('/');
    return slash == std::string::npos ? target : path.substr(0, slash + 1) + target;
}

}  // namespace

FileSystem::~FileSystem() = default;

Result<FileHandle> PosixFileSystem::open(const std::string& path, Access access) {
    int flags = access == Access::Read ? O_RDONLY : O_RDWR;
    if (access == Access::Exclusive)
        flags |= O_EXCL;
    Result<FileHandle> handle =
        handleOf(::open(path.c_str(), flags | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK), path);
    if (!handle && handle.error().systemCode == EBUSY)
        handle.error().code = ErrorCode::Busy;
    return handle;
}

Result<FileHandle> PosixFileSystem::createExclusive(const std::string& path, mode_t mode) {
    return handleOf(::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode), path);
}

Result<FileHandle> PosixFileSystem::openDirectory(const std::string& path) {
    return handleOf(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC), path);
}

Status PosixFileSystem::close(FileHandle file) {
    return statusOf(::close(descriptorOf(file)), ErrorCode::WriteFailed);
}

Result<std::size_t> PosixFileSystem::read(FileHandle file, ByteOffset at, std::span<std::byte> out) {
    const ssize_t count = ::pread(descriptorOf(file), out.data(), out.size(), static_cast<off_t>(at));
    if (count < 0)
        return fail(systemError(errno, ErrorCode::ReadFailed));
    return static_cast<std::size_t>(count);
}

Result<std::size_t> PosixFileSystem::write(FileHandle file, ByteOffset at, std::span<const std::byte> bytes) {
    const ssize_t count = ::pwrite(descriptorOf(file), bytes.data(), bytes.size(), static_cast<off_t>(at));
    if (count < 0)
        return fail(systemError(errno, ErrorCode::WriteFailed));
    return static_cast<std::size_t>(count);
}

Status PosixFileSystem::truncate(FileHandle file, ByteCount size) {
    return statusOf(::ftruncate(descriptorOf(file), static_cast<off_t>(size)), ErrorCode::WriteFailed);
}

Status PosixFileSystem::reserve(FileHandle file, ByteRange range) {
    return optionalStatusOf(::fallocate(descriptorOf(file), FALLOC_FL_KEEP_SIZE,
                                        static_cast<off_t>(range.begin), static_cast<off_t>(range.size())));
}

Status PosixFileSystem::cloneRange(int sourceDescriptor, ByteRange source, FileHandle file, ByteOffset at) {
    file_clone_range request{};
    request.src_fd = sourceDescriptor;
    request.src_offset = source.begin;
    request.src_length = source.size();
    request.dest_offset = at;
    return optionalStatusOf(::ioctl(descriptorOf(file), FICLONERANGE, &request));
}

Result<ByteCount> PosixFileSystem::copyRange(int sourceDescriptor, ByteRange source, FileHandle file,
                                             ByteOffset at) {
    auto from = static_cast<off64_t>(source.begin);
    auto to = static_cast<off64_t>(at);
    const ssize_t count =
        ::copy_file_range(sourceDescriptor, &from, descriptorOf(file), &to, source.size(), 0);
    if (count < 0)
        return fail(optionalStatusOf(-1).error());
    return static_cast<ByteCount>(count);
}

void PosixFileSystem::startWriteback(FileHandle file, ByteRange range) {
    // Where it cannot be done sync() does all; errors show there.
    static_cast<void>(::sync_file_range(descriptorOf(file), static_cast<off64_t>(range.begin),
                                        static_cast<off64_t>(range.size()), SYNC_FILE_RANGE_WRITE));
}

Status PosixFileSystem::sync(FileHandle file) {
    return statusOf(::fsync(descriptorOf(file)), ErrorCode::SyncFailed);
}

Status PosixFileSystem::tryLock(FileHandle file) {
    if (::flock(descriptorOf(file), LOCK_EX | LOCK_NB) == 0)
        return {};
    if (errno == EWOULDBLOCK)
        return fail(systemError(errno, ErrorCode::Busy));
    return isNotSupported(errno) ? Status{} : fail(systemError(errno, ErrorCode::OpenFailed));
}

Result<FileStatus> PosixFileSystem::status(const std::string& path) {
    struct stat info {};
    if (::stat(path.c_str(), &info) != 0)
        return fail(systemError(errno, ErrorCode::OpenFailed, path));
    FileStatus status = fileStatusOf(info);
    addMarks(AT_FDCWD, path.c_str(), 0, status);
    return status;
}

Result<FileStatus> PosixFileSystem::status(FileHandle file) {
    struct stat info {};
    if (::fstat(descriptorOf(file), &info) != 0)
        return fail(systemError(errno, ErrorCode::OpenFailed));
    FileStatus status = fileStatusOf(info);
    addMarks(descriptorOf(file), "", AT_EMPTY_PATH, status);
    std::uint64_t size = 0;
    if (status.kind == FileKind::BlockDevice && ::ioctl(descriptorOf(file), BLKGETSIZE64, &size) == 0)
        status.deviceSize = std::min<ByteCount>(size, kMaxDocumentSize);
    return status;
}

Status PosixFileSystem::setOwner(FileHandle file, uid_t owner, gid_t group) {
    return statusOf(::fchown(descriptorOf(file), owner, group), ErrorCode::WriteFailed);
}

Status PosixFileSystem::setMode(FileHandle file, mode_t mode) {
    return statusOf(::fchmod(descriptorOf(file), mode), ErrorCode::WriteFailed);
}

Result<std::vector<std::string>> PosixFileSystem::attributeNames(FileHandle file) {
    std::vector<char> buffer(64 * 1024);  // XATTR_LIST_MAX
    const ssize_t length = ::flistxattr(descriptorOf(file), buffer.data(), buffer.size());
    if (length < 0) {
        if (errno == EOPNOTSUPP || errno == ENOSYS)
            return std::vector<std::string>{};
        return fail(systemError(errno, ErrorCode::ReadFailed));
    }
    std::vector<std::string> names;
    for (std::size_t at = 0; at < static_cast<std::size_t>(length); at += names.back().size() + 1)
        names.emplace_back(buffer.data() + at);
    return names;
}

Result<std::vector<std::byte>> PosixFileSystem::attribute(FileHandle file, const std::string& name) {
    std::vector<std::byte> value(64 * 1024);  // XATTR_SIZE_MAX
    const ssize_t length = ::fgetxattr(descriptorOf(file), name.c_str(), value.data(), value.size());
    if (length < 0)
        return fail(systemError(errno, ErrorCode::ReadFailed, name));
    value.resize(static_cast<std::size_t>(length));
    return value;
}

Status PosixFileSystem::setAttribute(FileHandle file, const std::string& name,
                                     std::span<const std::byte> value) {
    return statusOf(::fsetxattr(descriptorOf(file), name.c_str(), value.data(), value.size(), 0),
                    ErrorCode::WriteFailed, name);
}

Status PosixFileSystem::removeAttribute(FileHandle file, const std::string& name) {
    return statusOf(::fremovexattr(descriptorOf(file), name.c_str()), ErrorCode::WriteFailed, name);
}

Result<std::string> PosixFileSystem::resolve(const std::string& path) {
    std::string name = path;
    for (int links = 0; links < 40; ++links) {
        Result<std::string> whole = realPathOf(name);
        if (whole || whole.error().code != ErrorCode::NotFound)
            return whole;
        std::optional<std::string> target = danglingLinkTarget(name);
        if (target) {
            name = std::move(*target);
            continue;
        }
        const std::size_t slash = name.rfind('/');
        const std::string last = slash == std::string::npos ? name : name.substr(slash + 1);
        if (last.empty() || last == "." || last == "..")
            return whole;
        Result<std::string> directory =
            realPathOf(slash == std::string::npos ? "." : name.substr(0, slash + 1));
        if (!directory)
            return directory;
        return *directory == "/" ? "/" + last : *directory + "/" + last;
    }
    return fail(systemError(ELOOP, ErrorCode::OpenFailed, path));
}

bool PosixFileSystem::mayWriteIn(const std::string& directory) {
    return ::faccessat(AT_FDCWD, directory.c_str(), W_OK | X_OK, AT_EACCESS) == 0;
}

Result<DiskRoom> PosixFileSystem::room(const std::string& directory) {
    struct statfs info {};
    if (::statfs(directory.c_str(), &info) != 0)
        return fail(systemError(errno, ErrorCode::OpenFailed, directory));
    if (info.f_blocks == 0)
        return fail(ErrorCode::Unsupported, directory);
    const auto type = static_cast<std::uint32_t>(info.f_type);
    return DiskRoom{.freeBytes = ByteCount{info.f_bavail} * static_cast<ByteCount>(info.f_frsize),
                    .isTakenByOverwriting = std::ranges::count(kCopyOnWriteTypes, type) != 0,
                    .isSharedByCloning = std::ranges::count(kSharingTypes, type) != 0};
}

Status PosixFileSystem::makePrivateDirectory(const std::string& directory) {
    for (std::size_t end = directory.find('/', 1);; end = directory.find('/', end + 1)) {
        const std::string part = directory.substr(0, end);
        if (::mkdir(part.c_str(), 0700) == 0) {
            const Result<FileHandle> above = openDirectory(part.substr(0, part.rfind('/') + 1));
            if (!above)
                return fail(above.error());
            const Status synced = sync(*above);
            static_cast<void>(close(*above));
            if (!synced)
                return synced;
        } else if (end == std::string::npos && errno != EEXIST) {
            return fail(systemError(errno, ErrorCode::WriteFailed, directory));
        }
        if (end == std::string::npos)
            return {};
    }
}

Result<std::vector<std::string>> PosixFileSystem::list(const std::string& directory) {
    const std::unique_ptr<DIR, int (*)(DIR*)> stream(::opendir(directory.c_str()), &::closedir);
    if (!stream)
        return fail(systemError(errno, ErrorCode::OpenFailed, directory));
    std::vector<std::string> names;
    errno = 0;
    while (const dirent* entry = ::readdir(stream.get())) {
        const std::string name = entry->d_name;
        if (name != "." && name != "..")
            names.push_back(name);
    }
    if (errno != 0)
        return fail(systemError(errno, ErrorCode::ReadFailed, directory));
    return names;
}

Status PosixFileSystem::rename(const std::string& from, const std::string& to, RenameMode mode) {
    if (mode == RenameMode::Replace)
        return statusOf(::rename(from.c_str(), to.c_str()), ErrorCode::WriteFailed, to);
    if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0)
        return {};
    if (!isNotSupported(errno))
        return fail(systemError(errno, ErrorCode::WriteFailed, to));
    if (::faccessat(AT_FDCWD, to.c_str(), F_OK, AT_SYMLINK_NOFOLLOW) == 0)
        return fail(systemError(EEXIST, ErrorCode::WriteFailed, to));
    return statusOf(::rename(from.c_str(), to.c_str()), ErrorCode::WriteFailed, to);
}

Status PosixFileSystem::unlink(const std::string& path) {
    return statusOf(::unlink(path.c_str()), ErrorCode::WriteFailed, path);
}

}  // namespace octavo
