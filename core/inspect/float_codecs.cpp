#include "core/inspect/float_codecs.h"

#include <array>
#include <bit>
#include <charconv>
#include <clocale>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <limits>

#include "core/inspect/fixed_codec.h"
#include "core/inspect/float_text.h"

namespace octavo {

// The plan. Single, double and extended precision are types of the compiler, and <charconv> prints their
// shortest text that reads back as the same number and rounds text correctly. Half precision and bfloat16 are
// subsets of double: they print as the shortest decimal that rounds back to them, and text is rounded to
// double first. That would round twice; the one case in which it matters (the double lies exactly between two
// narrow numbers, the text does not) is found by comparing decimals and nudged to the right side.

namespace {

using Bytes = std::vector<std::byte>;

template <typename Float>
std::string shortestText(Float value) {
    std::array<char, 64> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    return {buffer.data(), end.ptr};
}

template <typename Float>
Float nearestTo(std::string_view number) {
    Float value = 0;
    std::from_chars(number.data(), number.data() + number.size(), value);
    return value;
}

/// libstdc++ 12 refuses long doubles below the normal range, so the C library reads them.
template <>
long double nearestTo<long double>(std::string_view number) {
    static const locale_t kPlainLocale = newlocale(LC_ALL_MASK, "C", nullptr);
    return strtold_l(std::string(number).c_str(), nullptr, kPlainLocale);
}

/// The finite number of a text, rounded to nearest. OutOfRange when that is infinite, or 0 for what is not.
template <typename Float>
Result<Float> roundedTo(const FloatText& text) {
    if (text.isZero)
        return Float{0};
    const Float value = nearestTo<Float>(text.number);
    if (value == 0 || !std::isfinite(value))
        return fail(ErrorCode::OutOfRange, std::string(text.number));
    return value;
}

template <std::unsigned_integral Bits>
Bytes bytesOf(Bits bits, ByteOrder order) {
    Bytes bytes(sizeof(Bits));
    storeUnsigned(bits, bytes, order);
    return bytes;
}

/// Sign, exponent and fraction as the bits of an interchange format.
std::uint64_t assemble(const FloatShape& shape, bool isNegative, std::uint64_t exponent,
                       std::uint64_t fraction) {
    const std::uint64_t sign = isNegative ? 1 : 0;
    return sign << (shape.exponentBits + shape.fractionBits) | exponent << shape.fractionBits | fraction;
}

/// Infinities and NaNs; everything else is the caller's.
std::uint64_t specialBits(const FloatText& text, const FloatShape& shape) {
    return assemble(shape, text.isNegative, shape.exponentMask(), text.nanFraction);
}

template <typename Float, typename Bits>
ValueCodec nativeCodec(std::string id, FloatShape shape) {
    static_assert(sizeof(Float) == sizeof(Bits) && std::numeric_limits<Float>::is_iec559);
    return fixedCodec(
        std::move(id), ValueGroup::Float, sizeof(Float), ByteOrderUse::Matters,
        [shape](std::span<const std::byte> bytes, ByteOrder order) -> Result<std::string> {
            const auto bits = loadUnsigned<Bits>(bytes, order);
            const auto value = std::bit_cast<Float>(bits);
            return std::isnan(value) ? nanText(std::signbit(value), bits & shape.fractionMask(), shape)
                                     : shortestText(value);
        },
        [shape](std::string_view text, ByteOrder order) -> Result<Bytes> {
            const auto parsed = parseFloatText(text, shape);
            if (!parsed)
                return fail(parsed.error());
            if (parsed->kind != FloatText::Kind::Finite)
                return bytesOf(static_cast<Bits>(specialBits(*parsed, shape)), order);
            const auto value = roundedTo<Float>(*parsed);
            if (!value)
                return fail(value.error());
            return bytesOf(std::bit_cast<Bits>(parsed->isNegative ? -*value : *value), order);
        });
}

int biasOf(const FloatShape& shape) {
    return static_cast<int>(shape.exponentMask() >> 1);
}

/// The absolute value of a finite narrow number.
double narrowToDouble(std::uint64_t bits, const FloatShape& shape) {
    const std::uint64_t exponent = bits >> shape.fractionBits & shape.exponentMask();
    const std::uint64_t fraction = bits & shape.fractionMask();
    const std::uint64_t leading = exponent == 0 ? 0 : shape.fractionMask() + 1;
    const int power = (exponent == 0 ? 1 : static_cast<int>(exponent)) - biasOf(shape);
    return std::ldexp(static_cast<double>(leading | fraction), power - static_cast<int>(shape.fractionBits));
}

/// Rounds a positive double to nearest, ties to even; infinity is the number behind the largest.
std::uint64_t doubleToNarrow(double value, const FloatShape& shape) {
    const int power = std::max(std::ilogb(value), 1 - biasOf(shape));
    const double scaled = std::ldexp(value, static_cast<int>(shape.fractionBits) - power);
    const auto units = static_cast<std::uint64_t>(std::nearbyint(scaled));
    // A leading bit in `units` counts one up in the exponent, also when rounding has carried into it.
    return (static_cast<std::uint64_t>(power + biasOf(shape) - 1) << shape.fractionBits) + units;
}

/// The double nearest to a text, moved off a tie between narrow numbers when the text itself is none.
double nearestUntied(double value, std::string_view number) {
    constexpr std::uint64_t kBelowAnyTie = 0xFFFF;
    if ((std::bit_cast<std::uint64_t>(value) & kBelowAnyTie) != 0)
        return value;
    std::array<char, 1200> exact{};
    const auto end =
        std::to_chars(exact.data(), exact.data() + exact.size(), value, std::chars_format::scientific, 800);
    const int side = compareDecimals(number, {exact.data(), end.ptr});
    return side == 0 ? value : std::nextafter(value, side < 0 ? 0 : std::numeric_limits<double>::infinity());
}

std::string narrowText(std::uint64_t magnitude, const FloatShape& shape) {
    const double value = narrowToDouble(magnitude, shape);
    if (value == 0)
        return "0";
    const std::string exact = shortestText(value);
    for (int digits = 0; digits < std::numeric_limits<double>::max_digits10; ++digits) {
        std::array<char, 64> buffer{};
        const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                       std::chars_format::scientific, digits);
        double rounded = 0;
        std::from_chars(buffer.data(), end.ptr, rounded);
        if (doubleToNarrow(rounded, shape) != magnitude)
            continue;
        std::string text = shortestText(rounded);
        return text.size() < exact.size() ? text : exact;
    }
    return exact;
}

ValueCodec narrowCodec(std::string id, FloatShape shape) {
    return fixedCodec(
        std::move(id), ValueGroup::Float, 2, ByteOrderUse::Matters,
        [shape](std::span<const std::byte> bytes, ByteOrder order) -> Result<std::string> {
            const auto bits = loadUnsigned<std::uint16_t>(bytes, order);
            const bool isNegative = bits >> 15 != 0;
            const std::uint64_t magnitude = bits & 0x7FFF;
            const std::uint64_t infinity = shape.exponentMask() << shape.fractionBits;
            if (magnitude > infinity)
                return nanText(isNegative, magnitude & shape.fractionMask(), shape);
            return (isNegative ? "-" : "") + (magnitude == infinity ? "inf" : narrowText(magnitude, shape));
        },
        [shape](std::string_view text, ByteOrder order) -> Result<Bytes> {
            const auto parsed = parseFloatText(text, shape);
            if (!parsed)
                return fail(parsed.error());
            if (parsed->kind != FloatText::Kind::Finite)
                return bytesOf(static_cast<std::uint16_t>(specialBits(*parsed, shape)), order);
            std::uint64_t magnitude = 0;
            if (!parsed->isZero) {
                const auto value = roundedTo<double>(*parsed);
                if (!value)
                    return fail(value.error());
                // Beyond twice the largest number there is nothing to round, and nothing that could overflow
                // below.
                const bool isHuge = std::ilogb(*value) > biasOf(shape) + 1;
                magnitude = isHuge ? shape.exponentMask() << shape.fractionBits
                                   : doubleToNarrow(nearestUntied(*value, parsed->number), shape);
                if (magnitude == 0 || magnitude >= shape.exponentMask() << shape.fractionBits)
                    return fail(ErrorCode::OutOfRange, std::string(text));
            }
            return bytesOf(static_cast<std::uint16_t>(assemble(shape, parsed->isNegative, 0, magnitude)),
                           order);
        });
}

/// The x87 format has an explicit leading bit: 1 for all but zeros and subnormal numbers. Patterns that break
/// this are no numbers (Intel SDM 1, section 8.2.2); "pseudo-denormals" are read as what they count as.
struct Extended {
    bool isNegative = false;
    std::uint64_t exponent = 0;
    std::uint64_t significand = 0;
};
constexpr std::uint64_t kLeadingBit = std::uint64_t{1} << 63;

Extended loadExtended(std::span<const std::byte> bytes, ByteOrder order) {
    const bool isBig = order == ByteOrder::Big;
    const auto top = loadUnsigned<std::uint16_t>(isBig ? bytes.first(2) : bytes.last(2), order);
    const auto significand = loadUnsigned<std::uint64_t>(isBig ? bytes.last(8) : bytes.first(8), order);
    return {top >> 15 != 0, top & kExtendedShape.exponentMask(), significand};
}

Bytes storeExtended(const Extended& number, ByteOrder order) {
    Bytes bytes(10);
    const auto all = std::span(bytes);
    const bool isBig = order == ByteOrder::Big;
    const auto top = static_cast<std::uint16_t>((number.isNegative ? 0x8000 : 0) | number.exponent);
    storeUnsigned(top, isBig ? all.first(2) : all.last(2), order);
    storeUnsigned(number.significand, isBig ? all.last(8) : all.first(8), order);
    return bytes;
}

Result<std::string> extendedText(std::span<const std::byte> bytes, ByteOrder order) {
    const Extended number = loadExtended(bytes, order);
    const bool hasLeadingBit = (number.significand & kLeadingBit) != 0;
    if (number.exponent != 0 && !hasLeadingBit)
        return failAt(ErrorCode::Malformed, order == ByteOrder::Big ? 2 : 7);
    const std::string sign = number.isNegative ? "-" : "";
    const std::uint64_t fraction = number.significand & kExtendedShape.fractionMask();
    if (number.exponent == kExtendedShape.exponentMask())
        return fraction == 0 ? sign + "inf" : nanText(number.isNegative, fraction, kExtendedShape);
    const int power =
        (number.exponent == 0 ? 1 : static_cast<int>(number.exponent)) - biasOf(kExtendedShape) - 63;
    return sign + shortestText(std::ldexp(static_cast<long double>(number.significand), power));
}

Result<Bytes> extendedBytes(std::string_view text, ByteOrder order) {
    const auto parsed = parseFloatText(text, kExtendedShape);
    if (!parsed)
        return fail(parsed.error());
    Extended number{.isNegative = parsed->isNegative};
    if (parsed->kind != FloatText::Kind::Finite) {
        number.exponent = kExtendedShape.exponentMask();
        number.significand = kLeadingBit | parsed->nanFraction;
    } else if (!parsed->isZero) {
        const auto value = roundedTo<long double>(*parsed);
        if (!value)
            return fail(value.error());
        const int lowest = 1 - biasOf(kExtendedShape);
        const int power = std::max(std::ilogb(*value), lowest);
        number.significand = static_cast<std::uint64_t>(std::ldexp(*value, 63 - power));
        number.exponent =
            (number.significand & kLeadingBit) == 0 ? 0 : static_cast<std::uint64_t>(power - lowest + 1);
    }
    return storeExtended(number, order);
}

}  // namespace

void registerFloatCodecs(Registry<ValueCodec>& registry) {
    registry.add(narrowCodec("f16", kHalfShape));
    registry.add(narrowCodec("bf16", kBfloat16Shape));
    registry.add(nativeCodec<float, std::uint32_t>("f32", kSingleShape));
    registry.add(nativeCodec<double, std::uint64_t>("f64", kDoubleShape));
    // Where the compiler has no such type there is no shortest text of it either.
    if constexpr (std::numeric_limits<long double>::digits == 64)
        registry.add(
            fixedCodec("f80", ValueGroup::Float, 10, ByteOrderUse::Matters, extendedText, extendedBytes));
}

}  // namespace octavo
