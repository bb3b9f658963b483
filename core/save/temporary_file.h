#pragma once

#include "core/save/open_file.h"

namespace octavo {

/// A new file beside another that disappears again unless it takes that one's place. Move-only, one thread.
class TemporaryFile {
public:
    /// Hidden, with a name that is not taken. The umask applies to `mode`.
    [[nodiscard]] static Result<TemporaryFile> createBeside(FileSystem& fileSystem, const std::string& path,
                                                            mode_t mode);

    TemporaryFile(TemporaryFile&&) noexcept = default;
    TemporaryFile& operator=(TemporaryFile&&) = delete;
    ~TemporaryFile();

    [[nodiscard]] OpenFile& file() { return file_; }
    /// Gives the file its final name; from then on it stays. REQUIRES: the file was closed.
    [[nodiscard]] Status renameTo(const std::string& path, FileSystem::RenameMode mode);

private:
    explicit TemporaryFile(OpenFile file) : file_(std::move(file)), path_(file_.path()) {}

    OpenFile file_;
    std::string path_;  // empty when there is nothing to remove: moved from, or renamed
};

}  // namespace octavo
