#pragma once

#include <cstddef>
#include <string_view>

namespace octavo {

/// Text without the spaces around it, and where it began in what it was cut from.
struct TrimmedText {
    std::string_view text;
    std::size_t begin = 0;
};

[[nodiscard]] TrimmedText trimmed(std::string_view text);

}  // namespace octavo
