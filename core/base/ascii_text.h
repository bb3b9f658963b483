#pragma once

#include <string>
#include <string_view>

namespace octavo {

/// \file Letters of ASCII, whatever the locale. Other bytes stay as they are.

[[nodiscard]] constexpr bool isAsciiUpper(char c) {
    return c >= 'A' && c <= 'Z';
}

[[nodiscard]] constexpr char asciiLower(char c) {
    return isAsciiUpper(c) ? static_cast<char>(c - 'A' + 'a') : c;
}

[[nodiscard]] inline std::string asciiLower(std::string_view text) {
    std::string made(text);
    for (char& each : made)
        each = asciiLower(each);
    return made;
}

}  // namespace octavo
