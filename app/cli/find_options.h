#pragma once

#include "app/cli/search_options.h"

namespace octavo {

/// What find was asked for.
struct FindOptions {
    std::vector<std::string> files;
    SearchOptions search;
    std::optional<std::string> yara;
    std::uint64_t timeLimit = 600;
    std::optional<std::string> range;
    std::optional<std::uint64_t> limit;
    std::optional<std::uint64_t> context;
    std::string names;
    bool overlapping = false;
    bool backward = false;
    bool count = false;
    bool json = false;
    bool recursive = false;
    bool hidden = false;
    bool followsLinks = false;
};

/// Searches several files, or folders.
[[nodiscard]] ExitStatus runFindInFiles(const FindOptions& options);

}  // namespace octavo
