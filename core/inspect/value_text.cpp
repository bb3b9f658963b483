#include "core/inspect/value_text.h"

#include <algorithm>

#include "core/base/hex_digit.h"

namespace octavo {

namespace {

/// Takes a "0x", "0b" or "0o" off the front of `digits`.
unsigned takeBase(std::string_view& digits) {
    if (digits.size() < 2 || digits[0] != '0')
        return 10;
    unsigned base = 10;
    switch (digits[1]) {
        case 'x':
        case 'X':
            base = 16;
            break;
        case 'b':
        case 'B':
            base = 2;
            break;
        case 'o':
        case 'O':
            base = 8;
            break;
        default:
            return 10;
    }
    digits.remove_prefix(2);
    return base;
}

}  // namespace

unsigned hexDigitValue(char character) {
    return hexDigit(character).value_or(16);
}

Result<WholeNumber> parseWholeNumber(std::string_view text) {
    const auto [body, begin] = trimmed(text);
    std::string_view digits = body;
    WholeNumber number;
    if (!digits.empty() && (digits[0] == '-' || digits[0] == '+')) {
        number.isNegative = digits[0] == '-';
        digits.remove_prefix(1);
    }
    const unsigned base = takeBase(digits);
    const std::size_t digitsBegin = begin + (body.size() - digits.size());
    if (digits.empty())
        return failAt(ErrorCode::Malformed, digitsBegin, std::string(text));
    bool fits = true;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        const unsigned digit = hexDigitValue(digits[i]);
        if (digit >= base)
            return failAt(ErrorCode::Malformed, digitsBegin + i, std::string(text));
        fits = fits && number.magnitude <= (~UInt128{0} - digit) / base;
        number.magnitude = number.magnitude * base + digit;
    }
    if (!fits)
        return fail(ErrorCode::OutOfRange, std::string(text));
    if (number.magnitude == 0)
        number.isNegative = false;
    return number;
}

std::string decimalText(UInt128 value) {
    std::string digits;
    do {
        digits.push_back(static_cast<char>('0' + static_cast<int>(value % 10)));
        value /= 10;
    } while (value != 0);
    std::reverse(digits.begin(), digits.end());
    return digits;
}

}  // namespace octavo
