#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace octavo {

/// Lower- or upper-case hexadecimal digits.
enum class HexCase { Lower, Upper };

/// Two digits a byte, `separator` between bytes: "de ad be ef".
[[nodiscard]] std::string encodeHex(std::span<const std::byte> bytes, HexCase digits = HexCase::Lower,
                                    std::string_view separator = {});

/// Reads pairs of digits of either case; white space may stand between bytes, not within one.
/// Malformed: `offset` is the index of the offending character (the text's size when half a byte is missing).
[[nodiscard]] Result<std::vector<std::byte>> decodeHex(std::string_view text);

/// The two alphabets of RFC 4648: `+/` (section 4) and `-_` (section 5).
enum class Base64Alphabet { Standard, Url };
enum class Base64Padding { Padded, Unpadded };

/// One line, no breaks.
[[nodiscard]] std::string encodeBase64(std::span<const std::byte> bytes,
                                       Base64Alphabet alphabet = Base64Alphabet::Standard,
                                       Base64Padding padding = Base64Padding::Padded);

/// Reads base64 strictly: only the alphabet's characters and white space between them, padding complete or
/// (where `padding` allows) wholly absent, unused bits zero, nothing after the padding. Malformed: `offset`
/// is the index of the offending character (the text's size when it ends too early).
[[nodiscard]] Result<std::vector<std::byte>> decodeBase64(std::string_view text,
                                                          Base64Alphabet alphabet = Base64Alphabet::Standard,
                                                          Base64Padding padding = Base64Padding::Padded);

}  // namespace octavo
