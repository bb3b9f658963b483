#include "core/inspect/float_text.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

#include "core/base/ascii_text.h"
#include "core/inspect/value_text.h"

namespace octavo {

namespace {

bool isDigit(char character) {
    return character >= '0' && character <= '9';
}

/// How many characters at the front of `text` agree with `word`, ignoring case.
std::size_t agreement(std::string_view text, std::string_view word) {
    std::size_t count = 0;
    while (count < std::min(text.size(), word.size()) && asciiLower(text[count]) == word[count])
        ++count;
    return count;
}

/// Walks over a finite number. Returns the index of the first character that does not belong, or its size.
std::size_t numberLength(std::string_view text) {
    const auto skipDigits = [text](std::size_t i) {
        while (i < text.size() && isDigit(text[i]))
            ++i;
        return i;
    };
    std::size_t i = skipDigits(0);
    std::size_t digits = i;
    if (i < text.size() && text[i] == '.') {
        const std::size_t end = skipDigits(i + 1);
        digits += end - (i + 1);
        i = end;
    }
    if (digits == 0 || i == text.size() || asciiLower(text[i]) != 'e')
        return i;
    ++i;
    if (i < text.size() && (text[i] == '-' || text[i] == '+'))
        ++i;
    return skipDigits(i);
}

/// A finite number is complete when it has a digit before any exponent and ends in a digit or a point.
bool isComplete(std::string_view number) {
    const std::string_view mantissa = number.substr(0, std::min(number.find_first_of("eE"), number.size()));
    return std::any_of(mantissa.begin(), mantissa.end(), isDigit) &&
           (isDigit(number.back()) || number.back() == '.');
}

Result<std::uint64_t> parseNanFraction(std::string_view text, std::string_view inner, std::size_t begin,
                                       const FloatShape& shape) {
    const std::size_t prefix = agreement(inner, "(0x");
    if (prefix < 3)
        return failAt(ErrorCode::Malformed, begin + prefix, std::string(text));
    std::uint64_t fraction = 0;
    std::size_t i = 3;
    bool fits = true;
    for (; i < inner.size() && hexDigitValue(inner[i]) < 16; ++i) {
        fits = fits && fraction >> 60 == 0;
        fraction = fraction << 4 | hexDigitValue(inner[i]);
    }
    if (i == 3 || i + 1 < inner.size() || i == inner.size() || inner[i] != ')') {
        const bool isClosed = i > 3 && i < inner.size() && inner[i] == ')';
        return failAt(ErrorCode::Malformed, begin + i + (isClosed ? 1 : 0), std::string(text));
    }
    if (!fits || fraction == 0 || fraction > shape.fractionMask())
        return fail(ErrorCode::OutOfRange, std::string(text));
    return fraction;
}

/// The significant digits of a decimal number and the power of ten of its first: 0.d1d2d3... x 10^exponent.
struct Decimal {
    std::string digits;
    std::int64_t exponent = 0;
};

Decimal decimalOf(std::string_view text) {
    // Far beyond any exponent that matters, far below overflow.
    constexpr std::int64_t kHuge = std::int64_t{1} << 60;
    Decimal decimal;
    const std::size_t mantissaEnd = std::min(text.find_first_of("eE"), text.size());
    if (mantissaEnd < text.size()) {
        std::string_view exponent = text.substr(mantissaEnd + 1);
        const bool isNegative = exponent.starts_with('-');
        if (isNegative || exponent.starts_with('+'))
            exponent.remove_prefix(1);
        const auto parsed =
            std::from_chars(exponent.data(), exponent.data() + exponent.size(), decimal.exponent);
        if (parsed.ec != std::errc{} || decimal.exponent > kHuge)
            decimal.exponent = kHuge;
        if (isNegative)
            decimal.exponent = -decimal.exponent;
    }
    bool behindPoint = false;
    for (const char character : text.substr(0, mantissaEnd)) {
        if (character == '.') {
            behindPoint = true;
            continue;
        }
        const bool isLeadingZero = decimal.digits.empty() && character == '0';
        if (!isLeadingZero)
            decimal.digits.push_back(character);
        if (behindPoint ? isLeadingZero : !isLeadingZero)
            decimal.exponent += behindPoint ? -1 : 1;
    }
    while (!decimal.digits.empty() && decimal.digits.back() == '0')
        decimal.digits.pop_back();
    return decimal;
}

}  // namespace

Result<FloatText> parseFloatText(std::string_view text, const FloatShape& shape) {
    auto [body, begin] = trimmed(text);
    FloatText result;
    if (!body.empty() && (body[0] == '-' || body[0] == '+')) {
        result.isNegative = body[0] == '-';
        body.remove_prefix(1);
        ++begin;
    }
    if (!body.empty() && (asciiLower(body[0]) == 'i' || asciiLower(body[0]) == 'n')) {
        const std::string_view word = asciiLower(body[0]) == 'i' ? "infinity" : "nan";
        const std::size_t same = agreement(body, word);
        if (word == "nan" && same == 3) {
            result.kind = FloatText::Kind::Nan;
            result.nanFraction = shape.plainNan();
            if (body.size() > 3) {
                const auto fraction = parseNanFraction(text, body.substr(3), begin + 3, shape);
                if (!fraction)
                    return fail(fraction.error());
                result.nanFraction = *fraction;
            }
            return result;
        }
        const bool isInfinity = word == "infinity" && same == body.size() && (same == 3 || same == 8);
        if (!isInfinity)
            return failAt(ErrorCode::Malformed, begin + same, std::string(text));
        result.kind = FloatText::Kind::Infinity;
        return result;
    }
    const std::size_t length = numberLength(body);
    if (length < body.size() || length == 0 || !isComplete(body))
        return failAt(ErrorCode::Malformed, begin + length, std::string(text));
    result.number = body;
    result.isZero = decimalOf(body).digits.empty();
    return result;
}

std::string nanText(bool isNegative, std::uint64_t fraction, const FloatShape& shape) {
    const char* sign = isNegative ? "-" : "";
    return fraction == shape.plainNan() ? fmt::format("{}nan", sign)
                                        : fmt::format("{}nan({:#x})", sign, fraction);
}

int compareDecimals(std::string_view left, std::string_view right) {
    const Decimal a = decimalOf(left);
    const Decimal b = decimalOf(right);
    if (a.digits.empty() || b.digits.empty())
        return static_cast<int>(b.digits.empty()) - static_cast<int>(a.digits.empty());
    if (a.exponent != b.exponent)
        return a.exponent < b.exponent ? -1 : 1;
    return a.digits.compare(b.digits);
}

}  // namespace octavo
