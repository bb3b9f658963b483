#include "core/search/pattern.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "core/base/contracts.h"
#include "core/base/hex_digit.h"

namespace octavo {

namespace {

constexpr std::byte kAllBits{0xFF};
constexpr std::byte kCaseBit{0x20};

struct Nibble {
    std::byte value{};
    std::byte mask{};
};

std::optional<Nibble> nibbleOf(char c) {
    if (const auto digit = hexDigit(c))
        return Nibble{static_cast<std::byte>(*digit), std::byte{0x0F}};
    if (c == '?')
        return Nibble{};
    return std::nullopt;
}

bool isSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

bool endsGroup(std::string_view text, std::size_t index) {
    return index >= text.size() || isSpace(text[index]);
}

bool isAsciiLetter(std::byte value) {
    const std::byte lower = value | kCaseBit;
    return lower >= std::byte{'a'} && lower <= std::byte{'z'};
}

}  // namespace

Pattern Pattern::ofBytes(std::span<const std::byte> bytes) {
    return Pattern({bytes.begin(), bytes.end()}, std::vector<std::byte>(bytes.size(), kAllBits));
}

Pattern::Pattern(std::vector<std::byte> values, std::vector<std::byte> masks)
    : values_(std::move(values)), masks_(std::move(masks)) {
    OCTAVO_EXPECTS(!values_.empty() && values_.size() == masks_.size());
    for (std::size_t i = 0; i < values_.size(); ++i)
        values_[i] &= masks_[i];
    isLiteral_ = std::all_of(masks_.begin(), masks_.end(), [](std::byte mask) { return mask == kAllBits; });
}

bool Pattern::matches(std::span<const std::byte> bytes) const {
    OCTAVO_EXPECTS(bytes.size() >= size());
    for (std::size_t i = 0; i < values_.size(); ++i) {
        if ((bytes[i] & masks_[i]) != values_[i])
            return false;
    }
    return true;
}

Result<Pattern> parseHexPattern(std::string_view text) {
    std::vector<std::byte> values;
    std::vector<std::byte> masks;
    bool atGroupStart = true;
    for (std::size_t i = 0; i < text.size();) {
        if (isSpace(text[i])) {
            atGroupStart = true;
            ++i;
            continue;
        }
        if (std::exchange(atGroupStart, false) && text[i] == '0' && i + 1 < text.size() &&
            (text[i + 1] == 'x' || text[i + 1] == 'X') && !endsGroup(text, i + 2)) {
            i += 2;
        } else if (text[i] == '?' && endsGroup(text, i + 1) && (i == 0 || isSpace(text[i - 1]))) {
            values.push_back({});
            masks.push_back({});
            ++i;
            continue;
        }
        const auto high = nibbleOf(text[i]);
        if (!high)
            return failAt(ErrorCode::Malformed, i);
        const auto low = i + 1 < text.size() ? nibbleOf(text[i + 1]) : std::nullopt;
        if (!low)
            return failAt(ErrorCode::Malformed, i + 1);
        values.push_back(high->value << 4 | low->value);
        masks.push_back(high->mask << 4 | low->mask);
        i += 2;
    }
    if (values.empty())
        return failAt(ErrorCode::Malformed, text.size());
    return Pattern(std::move(values), std::move(masks));
}

Pattern textPattern(std::span<const std::byte> encoded, LetterCase letterCase, TextUnits units) {
    OCTAVO_EXPECTS(!encoded.empty() && units.size > 0);
    std::vector<std::byte> masks(encoded.size(), kAllBits);
    if (letterCase == LetterCase::IgnoreAscii) {
        const std::size_t lowByte = units.order == ByteOrder::Little ? 0 : units.size - 1;
        for (std::size_t at = 0; at + units.size <= encoded.size(); at += units.size) {
            const auto unit = encoded.subspan(at, units.size);
            const auto zeros = static_cast<std::size_t>(std::count(unit.begin(), unit.end(), std::byte{}));
            if (isAsciiLetter(unit[lowByte]) && zeros == units.size - 1)
                masks[at + lowByte] &= ~kCaseBit;
        }
    }
    return Pattern({encoded.begin(), encoded.end()}, std::move(masks));
}

}  // namespace octavo
