#include "core/source/write_danger.h"

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <dirent.h>
#include <fstream>
#include <memory>
#include <sys/stat.h>
#include <unistd.h>

namespace octavo {

namespace {

constexpr mode_t kAnyExecute = S_IXUSR | S_IXGRP | S_IXOTH;

/// Calls `visit(name)` for what is in a directory, until it returns true.
template <typename Visit>
bool anyIn(const char* directory, const Visit& visit) {
    const std::unique_ptr<DIR, int (*)(DIR*)> open(::opendir(directory), &::closedir);
    while (const dirent* entry = open ? ::readdir(open.get()) : nullptr) {
        if (visit(std::string(static_cast<const char*>(entry->d_name))))
            return true;
    }
    return false;
}

bool isSameFile(const std::string& path, const struct stat& file) {
    struct stat other {};
    return ::stat(path.c_str(), &other) == 0 && other.st_dev == file.st_dev && other.st_ino == file.st_ino;
}

// Opening the file for writing, which the system refuses for what is running, would tell too. But that may
// wake whoever watches the file, and opening shall never write.
bool isRunning(const struct stat& file) {
    return anyIn("/proc", [&file](const std::string& name) {
        return std::isdigit(static_cast<unsigned char>(name.front())) != 0 &&
               isSameFile("/proc/" + name + "/exe", file);
    });
}

bool isUnderLoopDevice(const struct stat& file) {
    return anyIn("/sys/block", [&file](const std::string& name) {
        if (!name.starts_with("loop"))
            return false;
        std::ifstream stream("/sys/block/" + name + "/loop/backing_file");
        std::string backing;
        return std::getline(stream, backing) && isSameFile(backing, file);
    });
}

}  // namespace

WriteDanger writeDangerOf(const WriteFacts& facts) {
    if (facts.isBlockDevice)
        return WriteDanger::BlockDevice;
    if (facts.isDiskImage)
        return WriteDanger::MountedImage;
    if (facts.isRunning)
        return WriteDanger::RunningProgram;
    if (facts.owner != facts.person && (facts.mode & S_IWOTH) == 0)
        return WriteDanger::OtherOwner;
    return WriteDanger::None;
}

Result<WriteFacts> writeFactsOf(const std::string& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0)
        return fail(systemError(errno, ErrorCode::OpenFailed, path));
    return WriteFacts{.isBlockDevice = S_ISBLK(status.st_mode),
                      .isDiskImage = S_ISREG(status.st_mode) && isUnderLoopDevice(status),
                      .isRunning = (status.st_mode & kAnyExecute) != 0 && isRunning(status),
                      .owner = status.st_uid,
                      .mode = status.st_mode & 07777,
                      .person = ::geteuid()};
}

}  // namespace octavo
