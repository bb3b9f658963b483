#pragma once

#include <string_view>

#include "core/base/result.h"
#include "core/search/byte_expression.h"

namespace octavo {

/// Reads the hex language:
///
///     DE AD ?? ?F B?      bytes; ? stands for any nibble, alone for any byte
///     [00-1F 7F] [^00]    one byte of a class, or any other
///     {4} {4-16}          any four bytes, any four to sixteen (as few as lead to a match)
///     (DE AD | BE EF)     one or the other
///
/// White space separates, and may be left out between pairs of digits; a group of pairs may start with "0x".
/// Malformed: `offset` is the index of the first character that does not fit (the end when something is
/// missing), `detail` what was expected there: "hex digit", "hex pair", "]", ")", "number", "}", "-",
/// "larger byte", "larger number", "something to find" (a pattern of gaps only). LimitReached: a gap of more
/// than 65535 bytes, or more than 64 brackets in brackets.
[[nodiscard]] Result<ByteExpression> parseHexLanguage(std::string_view text);

}  // namespace octavo
