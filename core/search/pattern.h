#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "core/base/byte_order.h"
#include "core/base/result.h"

namespace octavo {

/// Bytes to look for, each with a mask of the bits that count. A value. Never empty.
class Pattern {
public:
    /// Exactly these bytes. REQUIRES: bytes not empty.
    [[nodiscard]] static Pattern ofBytes(std::span<const std::byte> bytes);
    /// Bits of `values` outside `masks` are ignored. REQUIRES: the same, non-zero number of each.
    Pattern(std::vector<std::byte> values, std::vector<std::byte> masks);

    [[nodiscard]] std::size_t size() const { return values_.size(); }
    /// True when every bit of every byte counts.
    [[nodiscard]] bool isLiteral() const { return isLiteral_; }
    [[nodiscard]] std::span<const std::byte> values() const { return values_; }
    [[nodiscard]] std::span<const std::byte> masks() const { return masks_; }
    /// True when the first size() of `bytes` match. REQUIRES: at least size() of them.
    [[nodiscard]] bool matches(std::span<const std::byte> bytes) const;

    friend bool operator==(const Pattern&, const Pattern&) = default;

private:
    std::vector<std::byte> values_;  // zero outside the mask
    std::vector<std::byte> masks_;
    bool isLiteral_ = true;
};

/// Reads hex digits in pairs, `?` for any nibble, white space between pairs: "DE ?? B? ?F", "deadbeef".
/// A single `?` between white space means `??`; a group of pairs may start with "0x".
/// Malformed: `offset` is the index of the first character that does not fit (the end when a nibble is
/// missing or there are no bytes at all).
[[nodiscard]] Result<Pattern> parseHexPattern(std::string_view text);

enum class LetterCase : std::uint8_t {
    Exact,
    IgnoreAscii,  ///< A-Z match a-z and the other way round; every other character matches only itself
};

/// How text became bytes, as far as letters are concerned.
struct TextUnits {
    std::size_t size = 1;                 ///< bytes of a code unit: 1, 2 or 4
    ByteOrder order = ByteOrder::Little;  ///< of the bytes of a unit
};

/// A pattern for text that is already encoded. With LetterCase::IgnoreAscii the masks of code units that are
/// ASCII letters drop the case bit; half of a wider unit never counts as a letter. In encodings whose letters
/// are not ASCII's (EBCDIC) nothing is folded correctly: use LetterCase::Exact there. REQUIRES: encoded not
/// empty.
[[nodiscard]] Pattern textPattern(std::span<const std::byte> encoded,
                                  LetterCase letterCase = LetterCase::Exact, TextUnits units = {});

}  // namespace octavo
