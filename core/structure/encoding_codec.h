#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace octavo {

/// Turns bytes of one encoding into text and back. Immutable; safe to use from any thread.
///
/// ASCII is read as ISO-8859-1; malformed UTF-8 and UTF-16 become U+FFFD as the WHATWG standard says; a byte
/// order mark is kept. Other encodings are those of the system's iconv.
class EncodingCodec {
public:
    /// The codec of an encoding, shared and never destroyed; nullptr when there is none of this name. Letter
    /// case is ignored.
    [[nodiscard]] static const EncodingCodec* named(std::string_view name);

    /// How the reference writes this name: "UTF-8" of "utf8"; nothing for an encoding that it does not list.
    [[nodiscard]] static std::optional<std::string> canonicalName(std::string_view name);

    virtual ~EncodingCodec() = default;
    [[nodiscard]] virtual std::u16string decode(std::span<const std::byte> bytes) const = 0;
    /// Nothing when a character does not exist in the encoding.
    [[nodiscard]] virtual std::optional<std::vector<std::byte>> encode(std::u16string_view text) const = 0;
    /// Bytes of a code unit: 1, 2 or 4; what a terminator is made of.
    [[nodiscard]] virtual std::size_t unitSize() const { return 1; }
};

/// Malformed UTF-8 becomes U+FFFD.
[[nodiscard]] std::u16string utf16FromUtf8(std::string_view text);
/// An unpaired surrogate becomes the three bytes that UTF-8 would have for it (WTF-8).
[[nodiscard]] std::string utf8FromUtf16(std::u16string_view text);

}  // namespace octavo
