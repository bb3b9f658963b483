#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "app/cli/cli_status.h"

namespace octavo {

/// What find --yara is told.
struct YaraFind {
    std::string file;
    std::string rules;  ///< the file of them
    std::uint64_t seconds = 0;
    std::optional<std::uint64_t> limit;
    std::optional<std::uint64_t> context;
    bool count = false;
    bool json = false;
};

/// Prints where the strings of the rules that match were found; rules that match without any come first.
[[nodiscard]] ExitStatus findByYara(const YaraFind& find);

}  // namespace octavo
