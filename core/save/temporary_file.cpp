#include "core/save/temporary_file.h"

#include <cerrno>
#include <fmt/format.h>
#include <random>

namespace octavo {

namespace {

constexpr int kAttempts = 100;
constexpr std::size_t kNameMax = 200;  // of the 255 that file systems allow

std::string candidateBeside(const std::string& path) {
    std::random_device device;
    const std::string directory = directoryOf(path);
    return fmt::format("{}{}.{}.octavo-{:08x}", directory, directory == "/" ? "" : "/",
                       nameOf(path).substr(0, kNameMax), device());
}

}  // namespace

Result<TemporaryFile> TemporaryFile::createBeside(FileSystem& fileSystem, const std::string& path,
                                                  mode_t mode) {
    for (int attempt = 1;; ++attempt) {
        Result<OpenFile> file = OpenFile::createExclusive(fileSystem, candidateBeside(path), mode);
        if (file)
            return TemporaryFile(std::move(*file));
        if (file.error().systemCode != EEXIST || attempt == kAttempts)
            return fail(file.error());
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
