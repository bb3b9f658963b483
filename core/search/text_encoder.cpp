#include "core/search/text_encoder.h"

#include <algorithm>
#include <array>
#include <span>

#include "core/base/ascii_text.h"

namespace octavo {

namespace {

constexpr std::array<std::string_view, 7> kNames{"ascii",    "latin-1",  "utf-8",   "utf-16le",
                                                 "utf-16be", "utf-32le", "utf-32be"};

struct CodePoint {
    char32_t value = 0;
    std::size_t length = 0;  // bytes of UTF-8; 0 when it is none
};

/// The first character of `text`, strictly: no overlong forms, no surrogates, nothing beyond U+10FFFF.
CodePoint decodeUtf8(std::string_view text) {
    const auto byteAt = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned lead = byteAt(0);
    if (lead < 0x80)
        return {lead, 1};
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || text.size() < length)
        return {};
    char32_t value = lead & (0x7Fu >> length);
    for (std::size_t i = 1; i < length; ++i) {
        if ((byteAt(i) & 0xC0u) != 0x80u)
            return {};
        value = value << 6 | (byteAt(i) & 0x3Fu);
    }
    constexpr std::array<char32_t, 5> kLowest{0, 0, 0x80, 0x800, 0x10000};
    if (value < kLowest[length] || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF))
        return {};
    return {value, length};
}

void appendUnit(std::vector<std::byte>& out, std::uint32_t unit, TextUnits units) {
    std::array<std::byte, 4> buffer{};
    const auto bytes = std::span(buffer).first(units.size);
    storeUnsigned(unit, bytes, units.order);
    out.insert(out.end(), bytes.begin(), bytes.end());
}

void appendUtf16(std::vector<std::byte>& out, char32_t value, TextUnits units) {
    if (value < 0x10000) {
        appendUnit(out, value, units);
        return;
    }
    const char32_t rest = value - 0x10000;
    appendUnit(out, 0xD800 + (rest >> 10), units);
    appendUnit(out, 0xDC00 + (rest & 0x3FF), units);
}

void appendUtf8(std::vector<std::byte>& out, char32_t value) {
    const auto add = [&out](char32_t byte) { out.push_back(static_cast<std::byte>(byte)); };
    const auto addRest = [&add, value](unsigned shift) { add(0x80 | (value >> shift & 0x3F)); };
    if (value < 0x80) {
        add(value);
    } else if (value < 0x800) {
        add(0xC0 | value >> 6);
        addRest(0);
    } else if (value < 0x10000) {
        add(0xE0 | value >> 12);
        addRest(6);
        addRest(0);
    } else {
        add(0xF0 | value >> 18);
        addRest(12);
        addRest(6);
        addRest(0);
    }
}

void appendCharacter(std::vector<std::byte>& out, char32_t value, TextEncoding encoding) {
    const TextUnits units = unitsOf(encoding);
    if (encoding == TextEncoding::Utf8)
        appendUtf8(out, value);
    else if (units.size == 2)
        appendUtf16(out, value, units);
    else
        appendUnit(out, value, units);
}

char32_t highestOf(TextEncoding encoding) {
    switch (encoding) {
        case TextEncoding::Ascii:
            return 0x7F;
        case TextEncoding::Latin1:
            return 0xFF;
        default:
            return 0x10FFFF;
    }
}

}  // namespace

std::optional<TextEncoding> textEncodingNamed(std::string_view name) {
    std::string folded;
    for (const char c : name) {
        if (c != '-' && c != '_')
            folded += asciiLower(c);
    }
    if (folded == "iso88591")
        return TextEncoding::Latin1;
    for (std::size_t i = 0; i < kNames.size(); ++i) {
        std::string known(kNames[i]);
        std::erase(known, '-');
        if (folded == known)
            return static_cast<TextEncoding>(i);
    }
    return std::nullopt;
}

std::vector<std::string_view> textEncodingNames() {
    return {kNames.begin(), kNames.end()};
}

TextUnits unitsOf(TextEncoding encoding) {
    switch (encoding) {
        case TextEncoding::Ascii:
        case TextEncoding::Latin1:
        case TextEncoding::Utf8:
            return {};
        case TextEncoding::Utf16LE:
            return {.size = 2, .order = ByteOrder::Little};
        case TextEncoding::Utf16BE:
            return {.size = 2, .order = ByteOrder::Big};
        case TextEncoding::Utf32LE:
            return {.size = 4, .order = ByteOrder::Little};
        case TextEncoding::Utf32BE:
            return {.size = 4, .order = ByteOrder::Big};
    }
    return {};
}

Result<std::vector<TextCharacter>> charactersOf(std::string_view utf8) {
    std::vector<TextCharacter> characters;
    for (std::size_t i = 0; i < utf8.size();) {
        const CodePoint point = decodeUtf8(utf8.substr(i));
        if (point.length == 0)
            return failAt(ErrorCode::Malformed, i, "UTF-8");
        characters.push_back({.value = point.value, .at = i});
        i += point.length;
    }
    return characters;
}

CharacterEncoder encoderFor(TextEncoding encoding) {
    return [encoding](char32_t character) -> std::optional<std::vector<std::byte>> {
        if (character > highestOf(encoding))
            return std::nullopt;
        std::vector<std::byte> bytes;
        appendCharacter(bytes, character, encoding);
        return bytes;
    };
}

Result<std::vector<std::byte>> encodeText(std::string_view utf8, TextEncoding encoding) {
    std::vector<std::byte> out;
    const auto characters = charactersOf(utf8);
    if (!characters)
        return fail(characters.error());
    for (const TextCharacter& character : *characters) {
        if (character.value > highestOf(encoding))
            return failAt(ErrorCode::Unsupported, character.at);
        appendCharacter(out, character.value, encoding);
    }
    return out;
}

}  // namespace octavo
