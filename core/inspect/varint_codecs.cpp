#include "core/inspect/varint_codecs.h"

#include <algorithm>

#include "core/inspect/value_text.h"

namespace octavo {

namespace {

constexpr std::size_t kMaxSize = 10;
constexpr unsigned kContinues = 0x80;

/// The bytes of the value at the front of `bytes`: up to and including the first without a continuation bit.
Result<std::span<const std::byte>> frontOf(std::span<const std::byte> bytes) {
    for (std::size_t i = 0; i < std::min(bytes.size(), kMaxSize); ++i) {
        if ((std::to_integer<unsigned>(bytes[i]) & kContinues) == 0)
            return bytes.first(i + 1);
    }
    if (bytes.size() < kMaxSize)
        return failAt(ErrorCode::Truncated, bytes.size());
    return failAt(ErrorCode::OutOfRange, kMaxSize - 1);
}

/// The low 64 bits; the last byte of a ten-byte value has six more, which the caller checks.
std::uint64_t payloadOf(std::span<const std::byte> bytes) {
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i)
        value |= (std::to_integer<std::uint64_t>(bytes[i]) & 0x7F) << (7 * i);
    return value;
}

Result<DecodedValue> decodeUnsigned(std::span<const std::byte> all, ByteOrder) {
    const auto bytes = frontOf(all);
    if (!bytes)
        return fail(bytes.error());
    if (bytes->size() == kMaxSize && bytes->back() > std::byte{1})
        return failAt(ErrorCode::OutOfRange, kMaxSize - 1);
    return DecodedValue{.text = decimalText(payloadOf(*bytes)), .bytesUsed = bytes->size()};
}

Result<DecodedValue> decodeSigned(std::span<const std::byte> all, ByteOrder) {
    const auto bytes = frontOf(all);
    if (!bytes)
        return fail(bytes.error());
    if (bytes->size() == kMaxSize && bytes->back() != std::byte{0} && bytes->back() != std::byte{0x7F})
        return failAt(ErrorCode::OutOfRange, kMaxSize - 1);
    std::uint64_t value = payloadOf(*bytes);
    const bool isNegative = (bytes->back() & std::byte{0x40}) != std::byte{0};
    if (isNegative && bytes->size() < kMaxSize)
        value |= ~std::uint64_t{0} << (7 * bytes->size());
    return DecodedValue{
        .text = isNegative ? "-" + decimalText(~value + std::uint64_t{1}) : decimalText(value),
        .bytesUsed = bytes->size()};
}

/// Lengthens a value with bytes that add nothing, so that it fills the place of an older one.
void padTo(std::size_t size, unsigned filler, std::vector<std::byte>& bytes) {
    while (bytes.size() < std::min(size, kMaxSize)) {
        bytes.back() |= std::byte{kContinues};
        bytes.push_back(static_cast<std::byte>(filler));
    }
}

Result<std::vector<std::byte>> encodeUnsigned(std::string_view text, ByteOrder, std::size_t oldSize) {
    const auto number = parseWholeNumber(text);
    if (!number)
        return fail(number.error());
    if (number->isNegative || number->magnitude > ~std::uint64_t{0})
        return fail(ErrorCode::OutOfRange, std::string(text));
    auto rest = static_cast<std::uint64_t>(number->magnitude);
    std::vector<std::byte> bytes;
    do {
        const std::uint64_t more = rest > 0x7F ? kContinues : 0;
        bytes.push_back(static_cast<std::byte>((rest & 0x7F) | more));
        rest >>= 7;
    } while (rest != 0);
    padTo(oldSize, 0, bytes);
    return bytes;
}

Result<std::vector<std::byte>> encodeSigned(std::string_view text, ByteOrder, std::size_t oldSize) {
    const auto number = parseWholeNumber(text);
    if (!number)
        return fail(number.error());
    const UInt128 limit = (UInt128{1} << 63) - (number->isNegative ? 0 : 1);
    if (number->magnitude > limit)
        return fail(ErrorCode::OutOfRange, std::string(text));
    const auto magnitude = static_cast<std::uint64_t>(number->magnitude);
    auto rest = static_cast<std::int64_t>(number->isNegative ? ~magnitude + 1 : magnitude);
    const std::int64_t end = rest < 0 ? -1 : 0;
    std::vector<std::byte> bytes;
    for (;;) {
        const auto low = static_cast<unsigned>(rest & 0x7F);
        rest >>= 7;
        const bool isLast = rest == end && ((low & 0x40) != 0) == number->isNegative;
        bytes.push_back(static_cast<std::byte>(isLast ? low : low | kContinues));
        if (isLast)
            break;
    }
    padTo(oldSize, number->isNegative ? 0x7F : 0, bytes);
    return bytes;
}

}  // namespace

void registerVarintCodecs(Registry<ValueCodec>& registry) {
    registry.add({.id = "uleb128",
                  .group = ValueGroup::VariableInteger,
                  .minimumBytes = 1,
                  .maximumBytes = kMaxSize,
                  .byteOrder = ByteOrderUse::Ignored,
                  .decode = decodeUnsigned,
                  .encode = encodeUnsigned});
    registry.add({.id = "sleb128",
                  .group = ValueGroup::VariableInteger,
                  .minimumBytes = 1,
                  .maximumBytes = kMaxSize,
                  .byteOrder = ByteOrderUse::Ignored,
                  .decode = decodeSigned,
                  .encode = encodeSigned});
}

}  // namespace octavo
