#include "core/inspect/text_codecs.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <utility>

#include "core/inspect/value_text.h"

namespace octavo {

namespace {

using Bytes = std::vector<std::byte>;

/// A character and how many bytes or code units it took.
struct CodePoint {
    char32_t value = 0;
    std::size_t size = 0;
};

constexpr char32_t kLastCodePoint = 0x10FFFF;

bool isSurrogate(char32_t value) {
    return value >= 0xD800 && value <= 0xDFFF;
}

/// Reads one character of strict UTF-8 (Unicode 15, table 3-7): no overlong forms, no surrogates.
Result<CodePoint> readUtf8(std::span<const std::byte> bytes) {
    if (bytes.empty())
        return failAt(ErrorCode::Truncated, 0);
    const auto first = std::to_integer<unsigned>(bytes[0]);
    if (first < 0x80)
        return CodePoint{first, 1};
    if (first < 0xC2 || first > 0xF4)
        return failAt(ErrorCode::Malformed, 0);
    const std::size_t size = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    // Only the second byte is restricted further, by the first.
    unsigned lowest = 0x80;
    unsigned highest = 0xBF;
    if (first == 0xE0)
        lowest = 0xA0;
    if (first == 0xED)
        highest = 0x9F;
    if (first == 0xF0)
        lowest = 0x90;
    if (first == 0xF4)
        highest = 0x8F;
    char32_t value = first & (0x7Fu >> size);
    for (std::size_t i = 1; i < size; ++i) {
        if (i == bytes.size())
            return failAt(ErrorCode::Truncated, i);
        const auto next = std::to_integer<unsigned>(bytes[i]);
        if (next < lowest || next > highest)
            return failAt(ErrorCode::Malformed, i);
        lowest = 0x80;
        highest = 0xBF;
        value = value << 6 | (next & 0x3F);
    }
    return CodePoint{value, size};
}

Bytes writeUtf8(char32_t value) {
    if (value < 0x80)
        return {static_cast<std::byte>(value)};
    const std::size_t size = value < 0x800 ? 2 : value < 0x10000 ? 3 : 4;
    Bytes bytes(size);
    for (std::size_t i = size - 1; i > 0; --i, value >>= 6)
        bytes[i] = static_cast<std::byte>(0x80 | (value & 0x3F));
    bytes[0] = static_cast<std::byte>((0xF00u >> size & 0xFF) | value);
    return bytes;
}

Result<CodePoint> readUtf16(std::span<const std::byte> bytes, ByteOrder order) {
    const auto unitAt = [&](std::size_t index) -> char32_t {
        return loadUnsigned<std::uint16_t>(bytes.subspan(index, 2), order);
    };
    if (bytes.size() < 2)
        return failAt(ErrorCode::Truncated, bytes.size());
    const char32_t high = unitAt(0);
    if (!isSurrogate(high))
        return CodePoint{high, 2};
    if (high >= 0xDC00)
        return failAt(ErrorCode::Malformed, 0);
    if (bytes.size() < 4)
        return failAt(ErrorCode::Truncated, bytes.size());
    const char32_t low = unitAt(2);
    if (low < 0xDC00 || low > 0xDFFF)
        return failAt(ErrorCode::Malformed, 2);
    return CodePoint{0x10000 + ((high - 0xD800) << 10 | (low - 0xDC00)), 4};
}

Bytes writeUtf16(char32_t value, ByteOrder order) {
    Bytes bytes(value < 0x10000 ? 2 : 4);
    const auto all = std::span(bytes);
    if (value < 0x10000) {
        storeUnsigned(static_cast<std::uint16_t>(value), all, order);
    } else {
        value -= 0x10000;
        storeUnsigned(static_cast<std::uint16_t>(0xD800 | value >> 10), all.first(2), order);
        storeUnsigned(static_cast<std::uint16_t>(0xDC00 | (value & 0x3FF)), all.last(2), order);
    }
    return bytes;
}

Result<CodePoint> readUtf32(std::span<const std::byte> bytes, ByteOrder order) {
    if (bytes.size() < 4)
        return failAt(ErrorCode::Truncated, bytes.size());
    const char32_t value = loadUnsigned<std::uint32_t>(bytes.first(4), order);
    if (value > kLastCodePoint || isSurrogate(value))
        return failAt(ErrorCode::Malformed, 0);
    return CodePoint{value, 4};
}

Bytes writeUtf32(char32_t value, ByteOrder order) {
    Bytes bytes(4);
    storeUnsigned(static_cast<std::uint32_t>(value), bytes, order);
    return bytes;
}

/// Characters that would not show by themselves: controls, spaces, marks that combine, directions, private
/// use.
bool isInvisible(char32_t value) {
    static constexpr std::array<std::pair<char32_t, char32_t>, 19> kRanges{{
        {0x0000, 0x0020}, {0x007F, 0x00A0}, {0x00AD, 0x00AD},   {0x0300, 0x036F},    {0x061C, 0x061C},
        {0x115F, 0x1160}, {0x1680, 0x1680}, {0x180E, 0x180E},   {0x2000, 0x200F},    {0x2028, 0x202F},
        {0x205F, 0x206F}, {0x3000, 0x3000}, {0xE000, 0xF8FF},   {0xFDD0, 0xFDEF},    {0xFE00, 0xFE0F},
        {0xFEFF, 0xFEFF}, {0xFFF0, 0xFFFF}, {0xE0000, 0xE0FFF}, {0xF0000, 0x10FFFF},
    }};
    const auto covers = [value](const auto& range) { return range.first <= value && value <= range.second; };
    return std::any_of(kRanges.begin(), kRanges.end(), covers) || (value & 0xFFFE) == 0xFFFE;
}

std::string characterText(char32_t value) {
    if (isInvisible(value))
        return fmt::format("U+{:04X}", static_cast<std::uint32_t>(value));
    const Bytes bytes = writeUtf8(value);
    std::string text;
    for (const std::byte byte : bytes)
        text.push_back(static_cast<char>(std::to_integer<unsigned char>(byte)));
    return text;
}

Result<char32_t> parseNotation(std::string_view text, std::string_view digits, std::size_t begin) {
    char32_t value = 0;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        const unsigned digit = hexDigitValue(digits[i]);
        if (digit > 15)
            return failAt(ErrorCode::Malformed, begin + i, std::string(text));
        value = std::min<char32_t>(value << 4 | digit, kLastCodePoint + 1);
    }
    if (digits.empty())
        return failAt(ErrorCode::Malformed, begin, std::string(text));
    if (value > kLastCodePoint || isSurrogate(value))
        return fail(ErrorCode::OutOfRange, std::string(text));
    return value;
}

/// Reads exactly one character, or its number as "U+20AC". A text that is one character, a space say, stands
/// for itself; otherwise spaces around it do not count.
Result<char32_t> parseCharacter(std::string_view text) {
    const auto whole = readUtf8(std::as_bytes(std::span(text)));
    if (whole && whole->size == text.size())
        return whole->value;
    const auto [body, begin] = trimmed(text);
    if (body.starts_with("U+") || body.starts_with("u+"))
        return parseNotation(text, body.substr(2), begin + 2);
    const auto single = readUtf8(std::as_bytes(std::span(body)));
    if (!single)
        return failAt(ErrorCode::Malformed, begin + single.error().offset.value_or(0), std::string(text));
    if (single->size != body.size())
        return failAt(ErrorCode::Malformed, begin + single->size, std::string(text));
    return single->value;
}

template <typename Read, typename Write>
ValueCodec characterCodec(std::string id, std::size_t unitSize, ByteOrderUse byteOrder, Read read,
                          Write write) {
    return {.id = std::move(id),
            .group = ValueGroup::Character,
            .minimumBytes = unitSize,
            .maximumBytes = 4,
            .byteOrder = byteOrder,
            .decode = [read](std::span<const std::byte> bytes, ByteOrder order) -> Result<DecodedValue> {
                const Result<CodePoint> character = read(bytes, order);
                if (!character)
                    return fail(character.error());
                return DecodedValue{.text = characterText(character->value), .bytesUsed = character->size};
            },
            .encode = [write](std::string_view text, ByteOrder order, std::size_t) -> Result<Bytes> {
                const Result<char32_t> value = parseCharacter(text);
                if (!value)
                    return fail(value.error());
                return write(*value, order);
            }};
}

}  // namespace

void registerTextCodecs(Registry<ValueCodec>& registry) {
    registry.add(characterCodec(
        "char-utf8", 1, ByteOrderUse::Ignored,
        [](std::span<const std::byte> bytes, ByteOrder) { return readUtf8(bytes); },
        [](char32_t value, ByteOrder) { return writeUtf8(value); }));
    registry.add(characterCodec("char-utf16", 2, ByteOrderUse::Matters, readUtf16, writeUtf16));
    registry.add(characterCodec("char-utf32", 4, ByteOrderUse::Matters, readUtf32, writeUtf32));
}

}  // namespace octavo
