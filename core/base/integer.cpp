#include "core/base/integer.h"

#include <algorithm>

#include "core/base/contracts.h"

namespace octavo {

namespace {

__extension__ using Magnitude = unsigned __int128;

Magnitude magnitudeOf(Int128 value) {
    return value < 0 ? Magnitude{0} - static_cast<Magnitude>(value) : static_cast<Magnitude>(value);
}

std::optional<unsigned> digitValue(char c) {
    if (c >= '0' && c <= '9')
        return static_cast<unsigned>(c - '0');
    if (c >= 'a' && c <= 'z')
        return static_cast<unsigned>(c - 'a') + 10;
    if (c >= 'A' && c <= 'Z')
        return static_cast<unsigned>(c - 'A') + 10;
    return std::nullopt;
}

unsigned takeBasePrefix(std::string_view& digits) {
    if (digits.size() < 3 || digits[0] != '0')
        return 10;
    const char letter = digits[1];
    const unsigned base = letter == 'x' || letter == 'X'   ? 16
                          : letter == 'b' || letter == 'B' ? 2
                          : letter == 'o' || letter == 'O' ? 8
                                                           : 10;
    if (base != 10)
        digits.remove_prefix(2);
    return base;
}

}  // namespace

std::string integerText(Int128 value, unsigned base) {
    OCTAVO_EXPECTS(base >= 2 && base <= 36);
    std::string text;
    Magnitude rest = magnitudeOf(value);
    do {
        text += "0123456789abcdefghijklmnopqrstuvwxyz"[static_cast<unsigned>(rest % base)];
        rest /= base;
    } while (rest != 0);
    if (value < 0)
        text += '-';
    std::reverse(text.begin(), text.end());
    return text;
}

std::optional<Int128> parseInteger(std::string_view text, unsigned base) {
    OCTAVO_EXPECTS(base >= 2 && base <= 36);
    const bool isNegative = text.starts_with('-');
    if (isNegative || text.starts_with('+'))
        text.remove_prefix(1);
    if (text.empty())
        return std::nullopt;
    const Int128 sign = isNegative ? -1 : 1;
    Int128 value = 0;
    for (const char c : text) {
        const auto digit = digitValue(c);
        if (!digit || *digit >= base)
            return std::nullopt;
        const auto shifted = multiplyChecked(value, Int128{base});
        const auto next = shifted ? addChecked(*shifted, sign * Int128{*digit}) : std::nullopt;
        if (!next)
            return std::nullopt;
        value = *next;
    }
    return value;
}

std::optional<Int128> parseIntegerLiteral(std::string_view text) {
    std::string digits;
    const bool isNegative = text.starts_with('-');
    if (isNegative || text.starts_with('+'))
        text.remove_prefix(1);
    const unsigned base = takeBasePrefix(text);
    if (text.starts_with('_') || text.starts_with('-') || text.starts_with('+'))
        return std::nullopt;
    if (isNegative)
        digits += '-';
    for (const char c : text) {
        if (c != '_')
            digits += c;
    }
    return parseInteger(digits, base);
}

std::optional<Int128> addChecked(Int128 a, Int128 b) {
    Int128 sum = 0;
    return __builtin_add_overflow(a, b, &sum) ? std::nullopt : std::optional(sum);
}

std::optional<Int128> subtractChecked(Int128 a, Int128 b) {
    Int128 difference = 0;
    return __builtin_sub_overflow(a, b, &difference) ? std::nullopt : std::optional(difference);
}

std::optional<Int128> multiplyChecked(Int128 a, Int128 b) {
    Int128 product = 0;
    return __builtin_mul_overflow(a, b, &product) ? std::nullopt : std::optional(product);
}

std::optional<Int128> divideFloor(Int128 a, Int128 b) {
    OCTAVO_EXPECTS(b != 0);
    if (b == -1)
        return subtractChecked(0, a);
    const Int128 quotient = a / b;
    const bool roundsUp = a % b != 0 && (a < 0) != (b < 0);
    return roundsUp ? quotient - 1 : quotient;
}

Int128 remainderOf(Int128 a, Int128 b) {
    OCTAVO_EXPECTS(b > 0);
    const Int128 rest = a % b;
    return rest < 0 ? rest + b : rest;
}

std::optional<Int128> shiftLeftChecked(Int128 value, Int128 distance) {
    if (distance < 0)
        return distance == smallestInteger() ? shiftRightChecked(value, largestInteger())
                                             : shiftRightChecked(value, -distance);
    if (value == 0)
        return 0;
    if (distance > 126)
        return std::nullopt;
    return multiplyChecked(value, Int128{1} << static_cast<int>(distance));
}

std::optional<Int128> shiftRightChecked(Int128 value, Int128 distance) {
    if (distance < 0)
        return distance == smallestInteger() ? shiftLeftChecked(value, largestInteger())
                                             : shiftLeftChecked(value, -distance);
    return distance > 126 ? (value < 0 ? Int128{-1} : Int128{0}) : value >> static_cast<int>(distance);
}

}  // namespace octavo
