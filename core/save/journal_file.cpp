#include "core/save/journal_file.h"

#include <array>
#include <cerrno>
#include <fmt/format.h>
#include <random>

#include "core/save/little_endian.h"

namespace octavo {

namespace {

constexpr std::size_t kNameMax = 200;  // of the 255 that file systems allow

/// The journal is ours: not one that somebody who recovers took for a leftover between its creation and its
/// lock.
Status checkOwned(OpenFile& file) {
    if (Status locked = file.tryLock(); !locked)
        return locked;
    const Result<FileStatus> status = file.status();
    if (!status)
        return fail(status.error());
    return status->linkCount == 0 ? fail(ErrorCode::Busy, file.path()) : Status{};
}

}  // namespace

std::string journalPath(const std::string& path) {
    std::string name = nameOf(path);
    if (name.size() > kNameMax) {
        const std::uint32_t crc = crc32Of(std::as_bytes(std::span(name)));
        name = fmt::format("{}-{:08x}", name.substr(0, kNameMax), crc);
    }
    const std::string directory = directoryOf(path);
    return fmt::format("{}{}.{}.octavo-undo", directory, directory == "/" ? "" : "/", name);
}

std::string journalPathIn(const std::string& directory, const std::string& path, std::uint64_t inode) {
    const std::uint32_t crc = crc32Of(std::as_bytes(std::span(path)));
    return fmt::format("{}/{:x}-{:08x}.octavo-undo", directory, inode, crc);
}

std::string journalDirectory(const char* stateHome, const char* home) {
    const auto isAbsolute = [](const char* path) { return path != nullptr && *path == '/'; };
    if (isAbsolute(stateHome))
        return std::string(stateHome) + "/octavo/journals";
    return isAbsolute(home) ? std::string(home) + "/.local/state/octavo/journals" : std::string();
}

Result<OpenFile> createJournalFile(FileSystem& fileSystem, const std::string& path) {
    Result<OpenFile> file = OpenFile::createExclusive(fileSystem, path, 0600);
    if (!file) {
        Error error = file.error();
        if (error.systemCode == EEXIST)
            error.code = ErrorCode::Busy;
        return fail(std::move(error));
    }
    if (Status owned = checkOwned(*file); !owned) {
        if (owned.error().code != ErrorCode::Busy)  // then it is theirs to remove
            static_cast<void>(removeJournalFile(*file));
        return fail(owned.error());
    }
    return file;
}

Status removeJournalFile(OpenFile& journal) {
    const Status unlinked = journal.fileSystem().unlink(journal.path());
    if (unlinked || unlinked.error().code == ErrorCode::NotFound)
        return {};
    // The header first: a journal that has lost other parts of itself says something else than it did.
    constexpr std::array<std::byte, kJournalHeaderMost> kNothing{};
    Status emptied = journal.writeAll(0, kNothing);
    if (emptied)
        emptied = journal.sync();
    if (emptied)
        emptied = journal.truncate(0);
    if (emptied)
        emptied = journal.sync();
    if (!emptied)
        return unlinked;
    static_cast<void>(journal.fileSystem().unlink(journal.path()));
    return {};
}

std::uint64_t freshSalt() {
    std::random_device device;
    return (std::uint64_t{device()} << 32) | device();
}

}  // namespace octavo
