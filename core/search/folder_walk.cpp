#include "core/search/folder_walk.h"

#include <algorithm>
#include <cerrno>
#include <dirent.h>
#include <fcntl.h>
#include <fnmatch.h>
#include <memory>
#include <sys/stat.h>
#include <unistd.h>

#include "core/base/contracts.h"
#include "core/source/file_reading.h"

namespace octavo {

namespace {

std::string nameOf(const std::string& path) {
    return path.substr(path.rfind('/') + 1);
}

std::string within(const std::string& folder, const std::string& name) {
    return folder.ends_with('/') ? folder + name : folder + '/' + name;
}

struct Listing {
    std::vector<std::string> names;
    int failure = 0;  // errno
};

/// `flags` beyond those for a folder.
Listing namesIn(const std::string& folder, int flags) {
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC | flags);
    if (descriptor < 0)
        return {.names = {}, .failure = errno};
    const std::unique_ptr<DIR, int (*)(DIR*)> stream(::fdopendir(descriptor), ::closedir);
    if (!stream) {
        const int failure = errno;
        ::close(descriptor);
        return {.names = {}, .failure = failure};
    }
    Listing listing;
    for (;;) {
        errno = 0;
        const dirent* entry = ::readdir(stream.get());
        if (entry == nullptr)
            break;
        std::string name = entry->d_name;
        if (name != "." && name != "..")
            listing.names.push_back(std::move(name));
    }
    listing.failure = errno;
    std::ranges::sort(listing.names);
    return listing;
}

}  // namespace

std::vector<std::string> namePatterns(std::string_view text) {
    std::vector<std::string> patterns;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(';'), text.size());
        std::string_view pattern = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        const std::size_t first = pattern.find_first_not_of(" \t");
        if (first == std::string_view::npos)
            continue;
        pattern = pattern.substr(first, pattern.find_last_not_of(" \t") - first + 1);
        patterns.emplace_back(pattern);
    }
    return patterns;
}

FolderWalk::FolderWalk(const std::vector<std::string>& roots, FolderOptions options)
    : options_(std::move(options)) {
    for (auto root = roots.rbegin(); root != roots.rend(); ++root)
        pending_.push_back({.path = *root, .isRoot = true});
}

std::optional<FolderWalk::Item> FolderWalk::step() {
    OCTAVO_EXPECTS(!isAtEnd());
    const Pending next = std::move(pending_.back());
    pending_.pop_back();
    return lookAt(next);
}

bool FolderWalk::isWanted(const std::string& name) const {
    return options_.names.empty() || std::ranges::any_of(options_.names, [&name](const std::string& pattern) {
               return ::fnmatch(pattern.c_str(), name.c_str(), FNM_CASEFOLD) == 0;
           });
}

std::optional<FolderWalk::Item> FolderWalk::lookAt(const Pending& pending) {
    const std::string& path = pending.path;
    const std::string name = nameOf(path);
    if (!pending.isRoot && !options_.withHidden && name.starts_with('.')) {
        ++passedBy_.hidden;
        return std::nullopt;
    }
    const bool followsLinks = pending.isRoot || options_.followsLinks;
    struct stat status {};
    if ((followsLinks ? ::stat(path.c_str(), &status) : ::lstat(path.c_str(), &status)) != 0)
        return systemError(errno, ErrorCode::OpenFailed, path);
    if (S_ISDIR(status.st_mode))
        return pending.isRoot || options_.withSubfolders ? list(pending) : std::nullopt;
    if (S_ISLNK(status.st_mode)) {
        ++passedBy_.links;
        return std::nullopt;
    }
    if (!pending.isRoot && !isWanted(name))
        return std::nullopt;
    if (S_ISREG(status.st_mode))
        return File{path, identityOf(status)};
    if (pending.isRoot)
        return Error{.code = ErrorCode::NotRegularFile, .offset = {}, .systemCode = 0, .detail = path};
    ++passedBy_.special;
    return std::nullopt;
}

/// Puts what is in a folder on the pile.
std::optional<FolderWalk::Item> FolderWalk::list(const Pending& folder) {
    if (options_.followsLinks) {
        struct stat status {};
        if (::stat(folder.path.c_str(), &status) == 0 &&
            !walked_.emplace(std::uint64_t{status.st_dev}, std::uint64_t{status.st_ino}).second)
            return std::nullopt;
    }
    const Listing listing = namesIn(folder.path, folder.isRoot || options_.followsLinks ? 0 : O_NOFOLLOW);
    for (auto name = listing.names.rbegin(); name != listing.names.rend(); ++name)
        pending_.push_back({.path = within(folder.path, *name)});
    if (listing.failure != 0)
        return systemError(listing.failure, ErrorCode::ReadFailed, folder.path);
    return std::nullopt;
}

}  // namespace octavo
