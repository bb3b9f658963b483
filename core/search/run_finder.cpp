#include "core/search/run_finder.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "core/base/byte_order.h"

namespace octavo {

namespace {

/// The first index at `from` or later with another byte than `value`.
std::size_t behindSame(std::span<const std::byte> bytes, std::size_t from, std::byte value) {
    std::array<std::byte, 256> same{};
    same.fill(value);
    while (from + same.size() <= bytes.size() &&
           std::memcmp(bytes.data() + from, same.data(), same.size()) == 0)
        from += same.size();
    while (from < bytes.size() && bytes[from] == value)
        ++from;
    return from;
}

template <typename Finder>
BlockResult runAt(const Finder& finder, const SearchBlock& block, std::size_t place, std::size_t slack,
                  std::size_t& end) {
    const auto bytes = block.bytes.subspan(place);
    std::uint64_t characters = 0;
    const std::size_t size = finder.continueRun(bytes, bytes.front(), characters);
    end = place + size;
    if (!block.isAtEnd && size + slack > bytes.size())
        return BlockResult::undecided(place);
    return characters >= finder.leastRun() ? BlockResult::found(place, end) : BlockResult{};
}

bool isPrintable(char32_t value) {
    if (value < 0x20)
        return value == '\t';
    if (value < 0x7F)
        return true;
    if (value < 0xA0 || (value >= 0xD800 && value <= 0xF8FF))
        return false;
    if ((value >= 0xFDD0 && value <= 0xFDEF) || value == 0xFEFF || (value & 0xFFFE) == 0xFFFE)
        return false;
    return value < 0xF0000;
}

struct Character {
    char32_t value = 0;
    std::size_t length = 0;  // 0 when there is none
};

Character utf8At(std::span<const std::byte> bytes) {
    const auto at = [&](std::size_t i) { return std::to_integer<char32_t>(bytes[i]); };
    if (bytes.empty())
        return {};
    const char32_t lead = at(0);
    if (lead < 0x80)
        return {lead, 1};
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || bytes.size() < length)
        return {};
    char32_t value = lead & (0x7FU >> length);
    for (std::size_t i = 1; i < length; ++i) {
        if ((at(i) & 0xC0) != 0x80)
            return {};
        value = value << 6 | (at(i) & 0x3F);
    }
    constexpr std::array<char32_t, 5> kLowest{0, 0, 0x80, 0x800, 0x10000};
    return value < kLowest[length] || value > 0x10FFFF ? Character{} : Character{value, length};
}

Character utf16At(std::span<const std::byte> bytes, ByteOrder order) {
    const auto unitAt = [&](std::size_t i) -> char32_t {
        return bytes.size() < i + 2 ? 0 : loadUnsigned<std::uint16_t>(bytes.subspan(i, 2), order);
    };
    if (bytes.size() < 2)
        return {};
    const char32_t high = unitAt(0);
    if (high < 0xD800 || high > 0xDFFF)
        return {high, 2};
    const char32_t low = unitAt(2);
    if (high > 0xDBFF || low < 0xDC00 || low > 0xDFFF)
        return {};
    return {0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00), 4};
}

}  // namespace

RunFinder::RunFinder(const RunQuery& query) : query_(query) {
    if (query.bytes.count() == 1)
        only_ = query.bytes.first();
    if (query.bytes.count() == 255)
        missing_ = query.bytes.complement().first();
}

bool RunFinder::goesOn(std::byte before, std::byte value) const {
    return query_.bytes.contains(before) && query_.bytes.contains(value) &&
           (!query_.isOfOneByte || before == value);
}

std::size_t RunFinder::firstInSet(std::span<const std::byte> bytes, std::size_t from) const {
    if (only_ && from < bytes.size()) {
        const void* hit = std::memchr(bytes.data() + from, std::to_integer<int>(*only_), bytes.size() - from);
        return hit == nullptr ? bytes.size()
                              : static_cast<std::size_t>(static_cast<const std::byte*>(hit) - bytes.data());
    }
    if (missing_)
        return behindSame(bytes, from, *missing_);
    while (from < bytes.size() && !query_.bytes.contains(bytes[from]))
        ++from;
    return from;
}

std::size_t RunFinder::firstOutside(std::span<const std::byte> bytes, std::size_t from,
                                    std::byte firstByte) const {
    if (only_ || query_.isOfOneByte)
        return behindSame(bytes, from, firstByte);
    if (missing_ && from < bytes.size()) {
        const void* hit =
            std::memchr(bytes.data() + from, std::to_integer<int>(*missing_), bytes.size() - from);
        return hit == nullptr ? bytes.size()
                              : static_cast<std::size_t>(static_cast<const std::byte*>(hit) - bytes.data());
    }
    while (from < bytes.size() && query_.bytes.contains(bytes[from]))
        ++from;
    return from;
}

std::size_t RunFinder::continueRun(std::span<const std::byte> bytes, std::byte firstByte,
                                   std::uint64_t& characters) const {
    const std::size_t size = query_.bytes.contains(firstByte) ? firstOutside(bytes, 0, firstByte) : 0;
    characters += size;
    return size;
}

BlockResult RunFinder::findFirst(const SearchBlock& block, FinderMemory* /*memory*/) const {
    std::size_t place = block.first;
    if (place > 0 && place < block.last && goesOn(block.bytes[place - 1], block.bytes[place]))
        place = firstOutside(block.bytes, place, block.bytes[place]);
    for (;;) {
        place = firstInSet(block.bytes, place);
        if (place >= block.last)
            return {};
        std::size_t end = place;
        const BlockResult result = runAt(*this, block, place, 1, end);
        if (result.kind != BlockResult::Kind::None)
            return result;
        place = end;
    }
}

std::size_t TextRunFinder::characterAt(std::span<const std::byte> bytes) const {
    if (encoding_ == StringEncoding::Utf8) {
        const Character character = utf8At(bytes);
        return isPrintable(character.value) ? character.length : 0;
    }
    const Character character =
        utf16At(bytes, encoding_ == StringEncoding::Utf16BE ? ByteOrder::Big : ByteOrder::Little);
    const bool isKnown = scripts_ == StringScripts::Any || character.value < 0x100;
    return isKnown && isPrintable(character.value) ? character.length : 0;
}

bool TextRunFinder::endsCharacter(std::span<const std::byte> bytes, std::size_t index) const {
    for (std::size_t length = 1; length <= std::min(kLongest, index); ++length) {
        if (characterAt(bytes.subspan(index - length, length)) == length)
            return true;
    }
    return false;
}

std::size_t TextRunFinder::continueRun(std::span<const std::byte> bytes, std::byte /*firstByte*/,
                                       std::uint64_t& characters) const {
    std::size_t size = 0;
    while (const std::size_t length = characterAt(bytes.subspan(size))) {
        size += length;
        ++characters;
    }
    return size;
}

BlockResult TextRunFinder::findFirst(const SearchBlock& block, FinderMemory* /*memory*/) const {
    for (std::size_t place = block.first; place < block.last;) {
        if (characterAt(block.bytes.subspan(place)) == 0 || endsCharacter(block.bytes, place)) {
            ++place;
            continue;
        }
        std::size_t end = place;
        const BlockResult result = runAt(*this, block, place, kLongest, end);
        if (result.kind != BlockResult::Kind::None)
            return result;
        // No other run of UTF-8 begins inside this one; in UTF-16 one may, at the odd bytes.
        place = encoding_ == StringEncoding::Utf8 ? end : place + 1;
    }
    return {};
}

}  // namespace octavo
