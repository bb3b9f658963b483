#include "core/save/temporary_file.h"

#include <cerrno>
#include <fmt/format.h>
#include <random>

namespace octavo {

namespace {

constexpr int kAttempts = 100;
constexpr std::size_t kNameMax = 200;  // of the 255 that file systems allow

std::string besides(const std::string& path, const std::string& suffix) {
    const std::string directory = directoryOf(path);
    return fmt::format("{}{}.{}.octavo-{}", directory, directory == "/" ? "" : "/",
                       nameOf(path).substr(0, kNameMax), suffix);
}

std::string randomSuffix() {
    std::random_device device;
    return fmt::format("{:08x}", device());
}

Result<OpenFile> openLeftover(FileSystem& fileSystem, const std::string& path) {
    Result<OpenFile> file = OpenFile::open(fileSystem, path, FileSystem::Access::ReadWrite);
    if (file)
        return file;
    // It may have its final mode by now, that of a read-only file.
    return OpenFile::open(fileSystem, path, FileSystem::Access::Read);
}

}  // namespace

std::string temporaryPath(const std::string& path) {
    return besides(path, "new");
}

bool removeLeftover(FileSystem& fileSystem, const std::string& path) {
    Result<OpenFile> leftover = openLeftover(fileSystem, temporaryPath(path));
    if (!leftover || !leftover->tryLock())
        return false;
    const Result<FileStatus> status = leftover->status();
    if (!status || status->kind != FileKind::Regular || status->linkCount != 1)
        return false;
    return fileSystem.unlink(leftover->path()).has_value();
}

Result<TemporaryFile> TemporaryFile::createBeside(FileSystem& fileSystem, const std::string& path,
                                                  mode_t mode) {
    std::string candidate = temporaryPath(path);
    for (int attempt = 1;; ++attempt) {
        Result<OpenFile> file = OpenFile::createExclusive(fileSystem, candidate, mode);
        if (!file) {
            if (file.error().systemCode != EEXIST || attempt == kAttempts)
                return fail(file.error());
            if (attempt > 1 || !removeLeftover(fileSystem, path))
                candidate = besides(path, randomSuffix());
            continue;
        }
        // Open for writing: NFS and CIFS lock nothing else exclusively.
        Result<OpenFile> guard = OpenFile::open(fileSystem, candidate, FileSystem::Access::ReadWrite);
        const Status locked = guard ? guard->tryLock() : Status(fail(guard.error()));
        const Result<FileStatus> status = file->status();
        if (locked && status && status->linkCount == 1)
            return TemporaryFile(std::move(*file), std::move(*guard));
        // Where somebody took it for a leftover before it was locked, it is theirs to remove.
        const bool isTaken =
            (!locked && locked.error().code == ErrorCode::Busy) || (status && status->linkCount == 0);
        if (!isTaken)
            static_cast<void>(fileSystem.unlink(candidate));
        if (!isTaken || attempt == kAttempts)
            return fail(!locked  ? locked.error()
                        : status ? Error{.code = ErrorCode::Busy, .offset = {}, .systemCode = 0, .detail = {}}
                                 : status.error());
        candidate = besides(path, randomSuffix());
    }
}

TemporaryFile::~TemporaryFile() {
    if (path_.empty())
        return;
    static_cast<void>(file_.close());
    if (!file_.fileSystem().unlink(path_))
        static_cast<void>(file_.fileSystem().unlink(path_));
}

Status TemporaryFile::renameTo(const std::string& path, FileSystem::RenameMode mode) {
    OCTAVO_EXPECTS(!file_.isOpen());
    Status renamed = file_.fileSystem().rename(path_, path, mode);
    if (renamed)
        path_.clear();
    return renamed;
}

}  // namespace octavo
