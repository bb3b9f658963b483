#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace octavo {

/// What integers of a format are computed in: wide enough for every sum, difference and comparison of two
/// 64-bit values, signed or not. Operations that could leave it are checked.
__extension__ using Int128 = __int128;

[[nodiscard]] constexpr Int128 largestInteger() {
    return (((Int128{1} << 126) - 1) << 1) + 1;
}
[[nodiscard]] constexpr Int128 smallestInteger() {
    return -largestInteger() - 1;
}

[[nodiscard]] std::string integerText(Int128 value, unsigned base = 10);

/// Digits of `base` (2 to 36) with an optional sign and nothing else; nothing when the text is no such number
/// or too large.
[[nodiscard]] std::optional<Int128> parseInteger(std::string_view text, unsigned base = 10);

/// As YAML 1.1 and the expression language write them: 12, -12, 0x1F, 0b10, 0o17, with _ between digits.
[[nodiscard]] std::optional<Int128> parseIntegerLiteral(std::string_view text);

/// The results of arithmetic as formats define it; nothing where they do not fit. Division rounds down, a
/// remainder is never negative. REQUIRES: divisor != 0; for the remainder, divisor > 0.
[[nodiscard]] std::optional<Int128> addChecked(Int128 a, Int128 b);
[[nodiscard]] std::optional<Int128> subtractChecked(Int128 a, Int128 b);
[[nodiscard]] std::optional<Int128> multiplyChecked(Int128 a, Int128 b);
[[nodiscard]] std::optional<Int128> divideFloor(Int128 a, Int128 b);
[[nodiscard]] Int128 remainderOf(Int128 a, Int128 b);
/// `value` times two to the `distance`; a negative distance shifts to the right and keeps the sign.
[[nodiscard]] std::optional<Int128> shiftLeftChecked(Int128 value, Int128 distance);
[[nodiscard]] std::optional<Int128> shiftRightChecked(Int128 value, Int128 distance);

}  // namespace octavo
