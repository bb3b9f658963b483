#include "core/inspect/integer_codecs.h"

#include <array>
#include <utility>

#include "core/inspect/fixed_codec.h"
#include "core/inspect/value_text.h"

namespace octavo {

namespace {

enum class Sign { Unsigned, TwosComplement };

UInt128 loadWide(std::span<const std::byte> bytes, ByteOrder order) {
    UInt128 value = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i)
        value =
            value << 8 | std::to_integer<unsigned>(bytes[order == ByteOrder::Big ? i : bytes.size() - 1 - i]);
    return value;
}

std::vector<std::byte> storeWide(UInt128 value, std::size_t size, ByteOrder order) {
    std::vector<std::byte> bytes(size);
    for (std::size_t i = 0; i < size; ++i, value >>= 8)
        bytes[order == ByteOrder::Little ? i : size - 1 - i] = static_cast<std::byte>(value & 0xFF);
    return bytes;
}

UInt128 signBitOf(std::size_t size) {
    return UInt128{1} << (8 * size - 1);
}

/// All bits of a number of `size` bytes.
UInt128 maskOf(std::size_t size) {
    return (signBitOf(size) - 1) | signBitOf(size);
}

std::string integerText(std::span<const std::byte> bytes, ByteOrder order, Sign sign) {
    const UInt128 bits = loadWide(bytes, order);
    if (sign == Sign::Unsigned || (bits & signBitOf(bytes.size())) == 0)
        return decimalText(bits);
    return "-" + decimalText((~bits & maskOf(bytes.size())) + 1);
}

Result<std::vector<std::byte>> integerBytes(std::string_view text, ByteOrder order, std::size_t size,
                                            Sign sign) {
    const Result<WholeNumber> number = parseWholeNumber(text);
    if (!number)
        return fail(number.error());
    UInt128 limit = maskOf(size);
    if (sign == Sign::TwosComplement)
        limit = number->isNegative ? signBitOf(size) : signBitOf(size) - 1;
    else if (number->isNegative)
        limit = 0;
    if (number->magnitude > limit)
        return fail(ErrorCode::OutOfRange, std::string(text));
    const UInt128 bits = number->isNegative ? ~number->magnitude + 1 : number->magnitude;
    return storeWide(bits, size, order);
}

ValueCodec integerCodec(std::size_t size, Sign sign) {
    return fixedCodec((sign == Sign::Unsigned ? "u" : "i") + std::to_string(8 * size), ValueGroup::Integer,
                      size, size == 1 ? ByteOrderUse::Ignored : ByteOrderUse::Matters,
                      [sign](std::span<const std::byte> bytes, ByteOrder order) -> Result<std::string> {
                          return integerText(bytes, order, sign);
                      },
                      [size, sign](std::string_view text, ByteOrder order) {
                          return integerBytes(text, order, size, sign);
                      });
}

Result<std::string> bitsText(std::span<const std::byte> bytes, ByteOrder) {
    const auto bits = std::to_integer<unsigned>(bytes[0]);
    std::string text(8, '0');
    for (unsigned i = 0; i < 8; ++i)
        text[7 - i] = (bits >> i & 1) != 0 ? '1' : '0';
    return text;
}

/// Takes up to eight binary digits, with or without "0b"; missing ones on the left are zeros.
Result<std::vector<std::byte>> bitsByte(std::string_view text, ByteOrder) {
    auto [digits, begin] = trimmed(text);
    if (digits.starts_with("0b") || digits.starts_with("0B")) {
        digits.remove_prefix(2);
        begin += 2;
    }
    unsigned bits = 0;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (digits[i] != '0' && digits[i] != '1')
            return failAt(ErrorCode::Malformed, begin + i, std::string(text));
        bits = (bits << 1 | static_cast<unsigned>(digits[i] - '0')) & 0xFF;
    }
    if (digits.empty())
        return failAt(ErrorCode::Malformed, begin, std::string(text));
    if (digits.size() > 8)
        return fail(ErrorCode::OutOfRange, std::string(text));
    return std::vector<std::byte>{static_cast<std::byte>(bits)};
}

}  // namespace

void registerIntegerCodecs(Registry<ValueCodec>& registry) {
    constexpr std::array<std::size_t, 7> kSizes{1, 2, 3, 4, 6, 8, 16};
    for (const std::size_t size : kSizes) {
        registry.add(integerCodec(size, Sign::Unsigned));
        registry.add(integerCodec(size, Sign::TwosComplement));
    }
    registry.add(fixedCodec("bits8", ValueGroup::Bits, 1, ByteOrderUse::Ignored, bitsText, bitsByte));
}

}  // namespace octavo
