#pragma once

#include <string>

#include "core/save/open_file.h"

namespace octavo {

/// A new file beside another that disappears again unless it takes that one's place. Move-only, one thread.
///
/// It is hidden and named after the other, so that what a crash left behind is known by its name: the next
/// save of that file finds it, or removeLeftover() does. A lock, held until the file has its final name,
/// tells a leftover from a file that another instance is about to use; where the name is taken, a random one
/// is used.
class TemporaryFile {
public:
    /// The umask applies to `mode`. `path` with links followed.
    [[nodiscard]] static Result<TemporaryFile> createBeside(FileSystem& fileSystem, const std::string& path,
                                                            mode_t mode);

    TemporaryFile(TemporaryFile&&) noexcept = default;
    TemporaryFile& operator=(TemporaryFile&&) = delete;
    ~TemporaryFile();

    [[nodiscard]] OpenFile& file() { return file_; }
    /// Of this very file, also after it was closed and renamed, whatever has its name by then.
    [[nodiscard]] Result<FileStatus> status() { return guard_.status(); }
    /// Gives the file its final name; from then on it stays. REQUIRES: the file was closed.
    [[nodiscard]] Status renameTo(const std::string& path, FileSystem::RenameMode mode);

private:
    TemporaryFile(OpenFile file, OpenFile guard)
        : file_(std::move(file)), guard_(std::move(guard)), path_(file_.path()) {}

    OpenFile file_;
    OpenFile guard_;  // the same file, opened again: holds the lock while file_ is closed before the renaming
    std::string path_;  // empty when there is nothing to remove: moved from, or renamed
};

/// Where a save of a file makes its successor. `path` with links followed.
[[nodiscard]] std::string temporaryPath(const std::string& path);

/// Removes what a save that was cut off by a crash left beside a file. Leaves alone what another instance is
/// writing, and anything that is not a plain file of one name. Returns whether there was something to remove.
[[nodiscard]] bool removeLeftover(FileSystem& fileSystem, const std::string& path);

}  // namespace octavo
