#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/base/trimmed_text.h"

namespace octavo {

/// Wide enough for every integer that a value codec knows.
__extension__ using UInt128 = unsigned __int128;

/// A whole number as a sign and an absolute value; zero has no sign.
struct WholeNumber {
    bool isNegative = false;
    UInt128 magnitude = 0;
};

/// Reads "42", "-7", "+7", "0x2a", "0b101", "0o52", prefixes in either case. Spaces around it are ignored.
/// Malformed: `offset` is the index of the offending character. OutOfRange: more than 128 bits.
[[nodiscard]] Result<WholeNumber> parseWholeNumber(std::string_view text);

/// The digits of `value` in base ten.
[[nodiscard]] std::string decimalText(UInt128 value);

/// The value of a hexadecimal digit, or 16 for any other character.
[[nodiscard]] unsigned hexDigitValue(char character);

}  // namespace octavo
