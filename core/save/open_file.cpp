#include "core/save/open_file.h"

#include <cerrno>
#include <utility>

namespace octavo {

namespace {

constexpr int kInterruptionsMax = 1000;
constexpr ByteCount kWritebackStep = ByteCount{8} << 20;

/// Makes a call again as long as a signal interrupts it.
template <typename Call>
auto repeated(const Call& call) {
    auto result = call();
    for (int i = 0; i < kInterruptionsMax && !result && result.error().systemCode == EINTR; ++i)
        result = call();
    return result;
}

template <typename T>
Result<T> named(Result<T> result, const std::string& path) {
    if (!result)
        result.error().detail = path;
    return result;
}

}  // namespace

Result<OpenFile> OpenFile::open(FileSystem& fileSystem, const std::string& path, FileSystem::Access access) {
    const auto handle = repeated([&] { return fileSystem.open(path, access); });
    if (!handle)
        return fail(handle.error());
    return OpenFile(fileSystem, *handle, path);
}

Result<OpenFile> OpenFile::createExclusive(FileSystem& fileSystem, const std::string& path, mode_t mode) {
    const auto handle = repeated([&] { return fileSystem.createExclusive(path, mode); });
    if (!handle)
        return fail(handle.error());
    return OpenFile(fileSystem, *handle, path);
}

OpenFile::OpenFile(OpenFile&& other) noexcept
    : fileSystem_(other.fileSystem_),
      handle_(std::exchange(other.handle_, std::nullopt)),
      path_(std::move(other.path_)),
      unsent_(other.unsent_) {}

OpenFile::~OpenFile() {
    static_cast<void>(close());
}

Result<std::size_t> OpenFile::readUpTo(ByteOffset at, std::span<std::byte> out) {
    std::size_t done = 0;
    while (done < out.size()) {
        const auto count =
            repeated([&] { return fileSystem_->read(handle(), at + done, out.subspan(done)); });
        if (!count)
            return named(count, path_);
        if (*count == 0)
            break;
        done += *count;
    }
    return done;
}

Status OpenFile::readAll(ByteOffset at, std::span<std::byte> out) {
    const auto count = readUpTo(at, out);
    if (!count)
        return fail(count.error());
    if (*count < out.size())
        return failAt(ErrorCode::Truncated, at + *count, path_);
    return {};
}

Status OpenFile::writeAll(ByteOffset at, std::span<const std::byte> bytes) {
    std::size_t done = 0;
    while (done < bytes.size()) {
        const auto count =
            repeated([&] { return fileSystem_->write(handle(), at + done, bytes.subspan(done)); });
        if (!count) {
            Error error = count.error();
            error.detail = path_;
            error.offset = at + done;
            return fail(std::move(error));
        }
        if (*count == 0)
            return failAt(ErrorCode::WriteFailed, at + done, path_);
        done += *count;
    }
    noteWritten(ByteRange::ofLength(at, bytes.size()));
    return {};
}

void OpenFile::noteWritten(ByteRange range) {
    if (range.begin != unsent_.end)
        unsent_.begin = range.begin;
    unsent_.end = range.end;
    if (unsent_.size() < kWritebackStep)
        return;
    fileSystem_->startWriteback(handle(), unsent_);
    unsent_.begin = unsent_.end;
}

Status OpenFile::truncate(ByteCount size) {
    return named(repeated([&] { return fileSystem_->truncate(handle(), size); }), path_);
}

Status OpenFile::reserve(ByteRange range) {
    if (range.isEmpty())
        return {};
    const Status done = reserveForSure(range);
    if (!done && done.error().code == ErrorCode::Unsupported)
        return {};
    return done;
}

Status OpenFile::reserveForSure(ByteRange range) {
    return named(repeated([&] { return fileSystem_->reserve(handle(), range); }), path_);
}

Status OpenFile::sync() {
    return named(repeated([&] { return fileSystem_->sync(handle()); }), path_);
}

Status OpenFile::tryLock() {
    return named(repeated([&] { return fileSystem_->tryLock(handle()); }), path_);
}

Result<FileStatus> OpenFile::status() {
    return named(fileSystem_->status(handle()), path_);
}

Status OpenFile::close() {
    if (!handle_)
        return {};
    const FileHandle handle = *std::exchange(handle_, std::nullopt);
    Status closed = fileSystem_->close(handle);
    if (!closed && closed.error().systemCode == EINTR)
        return {};  // the handle is gone all the same
    return named(closed, path_);
}

Result<OpenFile> openForWriting(FileSystem& fileSystem, const std::string& path) {
    const Result<FileStatus> status = fileSystem.status(path);
    const bool isDevice = status && status->kind == FileKind::BlockDevice;
    return OpenFile::open(fileSystem, path,
                          isDevice ? FileSystem::Access::Exclusive : FileSystem::Access::ReadWrite);
}

Status syncDirectory(FileSystem& fileSystem, const std::string& directory) {
    const auto handle = repeated([&] { return fileSystem.openDirectory(directory); });
    if (!handle)
        return fail(handle.error());
    const Status synced = repeated([&] { return fileSystem.sync(*handle); });
    static_cast<void>(fileSystem.close(*handle));
    return named(synced, directory);
}

std::string directoryOf(const std::string& path) {
    const std::size_t slash = path.rfind('/');
    if (slash == std::string::npos)
        return ".";
    return slash == 0 ? "/" : path.substr(0, slash);
}

std::string nameOf(const std::string& path) {
    return path.substr(path.rfind('/') + 1);
}

}  // namespace octavo
