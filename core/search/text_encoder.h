#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/search/pattern.h"
#include "core/search/search_query.h"

namespace octavo {

/// The encodings that core writes itself, for programs without Qt. The window has Qt's whole list.
enum class TextEncoding : std::uint8_t { Ascii, Latin1, Utf8, Utf16LE, Utf16BE, Utf32LE, Utf32BE };

/// "ascii", "latin-1" (also latin1, iso-8859-1), "utf-8" (utf8), "utf-16le", "utf-16be", "utf-32le",
/// "utf-32be"; letter case is ignored. Nothing for any other name.
[[nodiscard]] std::optional<TextEncoding> textEncodingNamed(std::string_view name);
/// Every name that --encoding lists, one for each encoding, in the order of the enum.
[[nodiscard]] std::vector<std::string_view> textEncodingNames();

[[nodiscard]] TextUnits unitsOf(TextEncoding encoding);

/// Encodes UTF-8 text, without a byte order mark. Malformed: not UTF-8 from `offset` on. Unsupported: the
/// character at `offset` does not exist in that encoding.
[[nodiscard]] Result<std::vector<std::byte>> encodeText(std::string_view utf8, TextEncoding encoding);

/// A character of UTF-8 text, and the index of its first byte there.
struct TextCharacter {
    char32_t value = 0;
    std::size_t at = 0;
};
/// Malformed: not UTF-8 from `offset` on.
[[nodiscard]] Result<std::vector<TextCharacter>> charactersOf(std::string_view utf8);

/// Writes single characters in an encoding; nothing for those that it lacks.
[[nodiscard]] CharacterEncoder encoderFor(TextEncoding encoding);

}  // namespace octavo
