#include "core/inspect/id_codecs.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <optional>

#include "core/inspect/fixed_codec.h"
#include "core/inspect/value_text.h"

namespace octavo {

namespace {

using Bytes = std::vector<std::byte>;

/// Reads exactly two hexadecimal digits for each byte of `out`, starting at `position`, which moves along.
/// False at the first character that is none; `position` stays there.
bool readHexPairs(std::string_view text, std::size_t& position, std::span<std::byte> out) {
    for (std::byte& byte : out) {
        unsigned value = 0;
        for (int i = 0; i < 2; ++i, ++position) {
            const unsigned digit = position < text.size() ? hexDigitValue(text[position]) : 16;
            if (digit > 15)
                return false;
            value = value << 4 | digit;
        }
        byte = static_cast<std::byte>(value);
    }
    return true;
}

std::string hexPairs(std::span<const std::byte> bytes, bool upperCase) {
    std::string text;
    for (const std::byte byte : bytes) {
        const auto value = std::to_integer<unsigned>(byte);
        text += upperCase ? fmt::format("{:02X}", value) : fmt::format("{:02x}", value);
    }
    return text;
}

// GUID. Big endian is RFC 4122; little endian is how Windows keeps it: the first three fields reversed, the
// rest not.
constexpr std::array<std::size_t, 5> kGuidFields{4, 2, 2, 2, 6};

void swapGuidFields(std::span<std::byte> bytes) {
    std::reverse(bytes.begin(), bytes.begin() + 4);
    std::reverse(bytes.begin() + 4, bytes.begin() + 6);
    std::reverse(bytes.begin() + 6, bytes.begin() + 8);
}

Result<std::string> guidText(std::span<const std::byte> source, ByteOrder order) {
    Bytes bytes(source.begin(), source.end());
    if (order == ByteOrder::Little)
        swapGuidFields(bytes);
    std::string text;
    std::size_t index = 0;
    for (const std::size_t size : kGuidFields) {
        text += (index == 0 ? "" : "-") + hexPairs(std::span(bytes).subspan(index, size), false);
        index += size;
    }
    return text;
}

/// With or without braces around it.
Result<Bytes> guidBytes(std::string_view text, ByteOrder order) {
    const auto [body, begin] = trimmed(text);
    const auto malformed = [&, start = begin](std::size_t position) {
        return failAt(ErrorCode::Malformed, start + position, std::string(text));
    };
    Bytes bytes(16);
    const bool hasBrace = body.starts_with('{');
    std::size_t position = hasBrace ? 1 : 0;
    std::size_t index = 0;
    for (const std::size_t size : kGuidFields) {
        if (index > 0) {
            if (position == body.size() || body[position] != '-')
                return malformed(position);
            ++position;
        }
        if (!readHexPairs(body, position, std::span(bytes).subspan(index, size)))
            return malformed(position);
        index += size;
    }
    if (hasBrace) {
        if (position == body.size() || body[position] != '}')
            return malformed(position);
        ++position;
    }
    if (position != body.size())
        return malformed(position);
    if (order == ByteOrder::Little)
        swapGuidFields(bytes);
    return bytes;
}

/// Four numbers up to 255 without leading zeros, which some programs read as octal. Returns where it went
/// wrong.
std::optional<std::size_t> readDottedQuad(std::string_view text, std::span<std::byte> out) {
    std::size_t position = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        if (i > 0) {
            if (position == text.size() || text[position] != '.')
                return position;
            ++position;
        }
        const std::size_t fieldBegin = position;
        unsigned value = 0;
        while (position < text.size() && text[position] >= '0' && text[position] <= '9') {
            const unsigned next = value * 10 + static_cast<unsigned>(text[position] - '0');
            const bool hasLeadingZero = position > fieldBegin && value == 0;
            if (next > 255 || hasLeadingZero)
                return position;
            value = next;
            ++position;
        }
        if (position == fieldBegin)
            return position;
        out[i] = static_cast<std::byte>(value);
    }
    return position == text.size() ? std::nullopt : std::optional(position);
}

std::string dottedQuad(std::span<const std::byte> bytes) {
    return fmt::format("{}.{}.{}.{}", std::to_integer<unsigned>(bytes[0]),
                       std::to_integer<unsigned>(bytes[1]), std::to_integer<unsigned>(bytes[2]),
                       std::to_integer<unsigned>(bytes[3]));
}

Result<std::string> ipv4Text(std::span<const std::byte> source, ByteOrder order) {
    Bytes bytes(source.begin(), source.end());
    if (order == ByteOrder::Little)
        std::reverse(bytes.begin(), bytes.end());
    return dottedQuad(bytes);
}

Result<Bytes> ipv4Bytes(std::string_view text, ByteOrder order) {
    const auto [body, begin] = trimmed(text);
    Bytes bytes(4);
    if (const auto wrong = readDottedQuad(body, bytes))
        return failAt(ErrorCode::Malformed, begin + *wrong, std::string(text));
    if (order == ByteOrder::Little)
        std::reverse(bytes.begin(), bytes.end());
    return bytes;
}

// IPv6: always in network order. Text as RFC 5952 recommends: lower case, no leading zeros, the longest run
// of two or more zero groups (the first of equals) as "::", IPv4-mapped addresses with a dotted quad.
Result<std::string> ipv6Text(std::span<const std::byte> bytes, ByteOrder) {
    std::array<unsigned, 8> groups{};
    for (std::size_t i = 0; i < groups.size(); ++i)
        groups[i] = loadUnsigned<std::uint16_t>(bytes.subspan(2 * i, 2), ByteOrder::Big);
    if (std::all_of(groups.begin(), groups.begin() + 5, [](unsigned group) { return group == 0; }) &&
        groups[5] == 0xFFFF)
        return "::ffff:" + dottedQuad(bytes.last(4));
    std::size_t bestBegin = groups.size();
    std::size_t bestLength = 1;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        std::size_t length = 0;
        while (i + length < groups.size() && groups[i + length] == 0)
            ++length;
        if (length > bestLength) {
            bestBegin = i;
            bestLength = length;
        }
    }
    std::string text;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        if (i == bestBegin) {
            text += "::";
            i += bestLength - 1;
            continue;
        }
        const bool needsColon = !text.empty() && text.back() != ':';
        text += fmt::format("{}{:x}", needsColon ? ":" : "", groups[i]);
    }
    return text;
}

/// Groups of an IPv6 address as they are read; those behind "::" move to the end when all are known.
class Ipv6Reader {
public:
    explicit Ipv6Reader(std::string_view text) : text_(text) {}

    /// Returns where it went wrong, or nothing.
    std::optional<std::size_t> read() {
        if (text_.starts_with("::")) {
            gap_ = 0;
            position_ = 2;
        }
        while (position_ < text_.size()) {
            if (count_ == 16)
                return position_;
            if (const auto wrong = readGroup())
                return wrong;
            if (position_ == text_.size())
                break;
            if (text_[position_] != ':' || position_ + 1 == text_.size())
                return text_[position_] == ':' ? position_ + 1 : position_;
            ++position_;
            if (text_[position_] == ':') {
                if (gap_)
                    return position_;
                gap_ = count_;
                ++position_;
            }
        }
        if (gap_ ? count_ > 14 : count_ != 16)
            return text_.size();
        return std::nullopt;
    }

    [[nodiscard]] Bytes bytes() const {
        Bytes result(16);
        const std::size_t before = gap_.value_or(count_);
        std::copy_n(groups_.begin(), before, result.begin());
        std::copy_backward(groups_.begin() + static_cast<std::ptrdiff_t>(before),
                           groups_.begin() + static_cast<std::ptrdiff_t>(count_), result.end());
        return result;
    }

private:
    std::optional<std::size_t> readGroup() {
        const std::size_t begin = position_;
        const std::size_t end = std::min(text_.find(':', begin), text_.size());
        const std::string_view group = text_.substr(begin, end - begin);
        if (end == text_.size() && group.find('.') != std::string_view::npos) {
            if (count_ > 12)
                return begin;
            const auto wrong = readDottedQuad(group, std::span(groups_).subspan(count_, 4));
            count_ += 4;
            position_ = end;
            return wrong ? std::optional(begin + *wrong) : std::nullopt;
        }
        unsigned value = 0;
        for (; position_ < end; ++position_) {
            const unsigned digit = hexDigitValue(text_[position_]);
            if (digit > 15 || position_ - begin == 4)
                return position_;
            value = value << 4 | digit;
        }
        if (position_ == begin)
            return begin;
        storeUnsigned(static_cast<std::uint16_t>(value), std::span(groups_).subspan(count_, 2),
                      ByteOrder::Big);
        count_ += 2;
        return std::nullopt;
    }

    std::string_view text_;
    std::size_t position_ = 0;
    std::array<std::byte, 16> groups_{};
    std::size_t count_ = 0;  // bytes of groups_ that are known
    std::optional<std::size_t> gap_;
};

Result<Bytes> ipv6Bytes(std::string_view text, ByteOrder) {
    const auto [body, begin] = trimmed(text);
    Ipv6Reader reader(body);
    if (const auto wrong = reader.read())
        return failAt(ErrorCode::Malformed, begin + *wrong, std::string(text));
    return reader.bytes();
}

/// Colours are numbers 0xRRGGBB and 0xRRGGBBAA: big endian has red first in memory, little endian last.
ValueCodec colourCodec(std::string id, std::size_t size) {
    return fixedCodec(
        std::move(id), ValueGroup::Colour, size, ByteOrderUse::Matters,
        [](std::span<const std::byte> source, ByteOrder order) -> Result<std::string> {
            Bytes bytes(source.begin(), source.end());
            if (order == ByteOrder::Little)
                std::reverse(bytes.begin(), bytes.end());
            return "#" + hexPairs(bytes, true);
        },
        [size](std::string_view text, ByteOrder order) -> Result<Bytes> {
            const auto [body, begin] = trimmed(text);
            std::size_t position = body.starts_with('#') ? 1 : 0;
            Bytes bytes(size);
            if (!readHexPairs(body, position, bytes) || position != body.size())
                return failAt(ErrorCode::Malformed, begin + position, std::string(text));
            if (order == ByteOrder::Little)
                std::reverse(bytes.begin(), bytes.end());
            return bytes;
        });
}

}  // namespace

void registerIdCodecs(Registry<ValueCodec>& registry) {
    registry.add(fixedCodec("guid", ValueGroup::Identifier, 16, ByteOrderUse::Matters, guidText, guidBytes));
    registry.add(fixedCodec("ipv4", ValueGroup::Address, 4, ByteOrderUse::Matters, ipv4Text, ipv4Bytes));
    registry.add(fixedCodec("ipv6", ValueGroup::Address, 16, ByteOrderUse::Ignored, ipv6Text, ipv6Bytes));
    registry.add(colourCodec("rgb24", 3));
    registry.add(colourCodec("rgba32", 4));
}

}  // namespace octavo
