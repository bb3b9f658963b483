#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace octavo {

/// Reads the bytes of an array as it stands in source code: the numbers between the first brace or bracket
/// and its partner, or all of the text where there is none. Numbers are 0 to 255 (or -128 to -1), decimal,
/// 0x…, 0b… or 'c', may carry a cast "(byte)" or a suffix u, U, l, L, and are separated by commas or white
/// space. Comments (// to the end of the line, /* … */, # to the end of the line) are passed over. Malformed:
/// `offset` is the index of the character that does not fit. OutOfRange: of the number that is no byte.
[[nodiscard]] Result<std::vector<std::byte>> decodeNumberList(std::string_view text);

}  // namespace octavo
