#include "core/declarations/c_constant.h"

#include <algorithm>
#include <array>
#include <string>

namespace octavo {

namespace {

__extension__ using Magnitude = unsigned __int128;

constexpr Int128 kIntMost = 0x7FFFFFFF;
constexpr Int128 kUnsignedMost = 0xFFFFFFFF;
constexpr Int128 kLongMost = 0x7FFFFFFFFFFFFFFF;
constexpr Int128 kUnsignedLongMost = kLongMost * 2 + 1;

/// The low bits of a value, as a signed or an unsigned integer.
Int128 reduced(Int128 value, unsigned bits, bool isUnsigned) {
    const Magnitude mask = (Magnitude{1} << bits) - 1;
    const Magnitude low = static_cast<Magnitude>(value) & mask;
    const bool isNegative = !isUnsigned && (low >> (bits - 1)) != 0;
    return static_cast<Int128>(low) - (isNegative ? Int128{1} << bits : Int128{0});
}

CConstant made(Int128 value, bool isUnsigned, bool isLong) {
    return {
        .value = reduced(value, isLong ? 64 : 32, isUnsigned), .isUnsigned = isUnsigned, .isLong = isLong};
}

CConstant truth(bool value) {
    return {.value = value ? 1 : 0};
}

/// A binary operator, and how strongly it binds.
struct Operator {
    std::string_view sign;
    int strength;
};
constexpr std::array<Operator, 18> kOperators = {{{"||", 1},
                                                  {"&&", 2},
                                                  {"|", 3},
                                                  {"^", 4},
                                                  {"&", 5},
                                                  {"==", 6},
                                                  {"!=", 6},
                                                  {"<", 7},
                                                  {">", 7},
                                                  {"<=", 7},
                                                  {">=", 7},
                                                  {"<<", 8},
                                                  {">>", 8},
                                                  {"+", 9},
                                                  {"-", 9},
                                                  {"*", 10},
                                                  {"/", 10},
                                                  {"%", 10}}};

const Operator* operatorAt(const CToken& token) {
    const auto found = std::find_if(kOperators.begin(), kOperators.end(),
                                    [&token](const Operator& each) { return token.isSign(each.sign); });
    return found == kOperators.end() ? nullptr : &*found;
}

std::optional<bool> compared(std::string_view sign, Int128 a, Int128 b) {
    if (sign == "||")
        return a != 0 || b != 0;
    if (sign == "&&")
        return a != 0 && b != 0;
    if (sign == "==")
        return a == b;
    if (sign == "!=")
        return a != b;
    if (sign == "<")
        return a < b;
    if (sign == ">")
        return a > b;
    if (sign == "<=")
        return a <= b;
    return sign == ">=" ? std::optional(a >= b) : std::nullopt;
}

/// Nothing where C has no result: a shift by too much, a division by zero.
std::optional<Int128> calculated(std::string_view sign, Int128 a, Int128 b) {
    switch (sign[0]) {
        case '|':
            return a | b;
        case '^':
            return a ^ b;
        case '&':
            return a & b;
        case '+':
            return a + b;
        case '-':
            return a - b;
        case '*':
            return static_cast<Int128>(static_cast<Magnitude>(a) * static_cast<Magnitude>(b));
        case '/':
            return b == 0 ? std::nullopt : std::optional(a / b);
        default:
            return b == 0 ? std::nullopt : std::optional(a % b);
    }
}

std::optional<CConstant> shifted(std::string_view sign, const CConstant& a, const CConstant& b) {
    if (b.value < 0 || b.value >= (a.isLong ? 64 : 32))
        return std::nullopt;
    const int distance = static_cast<int>(b.value);
    const Int128 value =
        sign == "<<" ? static_cast<Int128>(static_cast<Magnitude>(a.value) << distance) : a.value >> distance;
    return made(value, a.isUnsigned, a.isLong);
}

std::optional<CConstant> combined(std::string_view sign, const CConstant& a, const CConstant& b) {
    if (sign == "<<" || sign == ">>")
        return shifted(sign, a, b);
    if (sign == "||" || sign == "&&")
        return truth(*compared(sign, a.value, b.value));
    const bool isLong = a.isLong || b.isLong;
    const bool isUnsigned = (a.isUnsigned && a.isLong == isLong) || (b.isUnsigned && b.isLong == isLong);
    const Int128 left = made(a.value, isUnsigned, isLong).value;
    const Int128 right = made(b.value, isUnsigned, isLong).value;
    if (const auto truthful = compared(sign, left, right))
        return truth(*truthful);
    const auto value = calculated(sign, left, right);
    return value ? std::optional(made(*value, isUnsigned, isLong)) : std::nullopt;
}

/// The u, l and z behind a number, taken off it.
std::string takeSuffix(std::string& digits, bool isHex) {
    std::string suffix;
    while (!digits.empty() && std::string_view("uUlLzZ").find(digits.back()) != std::string_view::npos) {
        suffix += static_cast<char>(digits.back() | 0x20);
        digits.pop_back();
    }
    if (!isHex && digits.ends_with('i'))
        return "?";
    return suffix;
}

std::optional<Int128> numberValue(std::string digits) {
    const bool hasPrefix = digits.size() > 1 && digits[0] == '0';
    const char letter = hasPrefix ? static_cast<char>(digits[1] | 0x20) : '\0';
    const unsigned base = letter == 'x' ? 16 : letter == 'b' ? 2 : hasPrefix ? 8 : 10;
    if (base == 16 || base == 2)
        digits.erase(0, 2);
    if (digits.starts_with('-') || digits.starts_with('+'))
        return std::nullopt;
    const auto value = parseInteger(digits, base);
    return value && *value <= kUnsignedLongMost ? value : std::nullopt;
}

std::optional<CConstant> numberOf(std::string_view text, const CAbi& abi) {
    std::string digits(text);
    std::erase(digits, '\'');
    const bool isDecimal = !digits.starts_with('0');
    const std::string suffix = takeSuffix(digits, digits.starts_with("0x"));
    const auto value = numberValue(digits);
    if (!value)
        return std::nullopt;
    const auto count = [&suffix](char c) { return std::count(suffix.begin(), suffix.end(), c); };
    const bool isSizeLong = count('z') > 0 && abi.pointerSize == 8;
    const bool isAsked = count('l') > 1 || (count('l') == 1 && abi.longSize == 8) || isSizeLong;
    const bool mayBeUnsigned = count('u') > 0 || !isDecimal;
    const bool isLong = isAsked || *value > (mayBeUnsigned ? kUnsignedMost : kIntMost);
    const bool isUnsigned = count('u') > 0 || *value > (isLong ? kLongMost : kIntMost);
    return made(*value, isUnsigned, isLong);
}

std::optional<unsigned> escapedValue(std::string_view text, std::size_t& at) {
    constexpr std::string_view kLetters = "abtnvfre\"'\\?";
    constexpr std::string_view kMeanings = "\a\b\t\n\v\f\r\x1b\"'\\?";
    const char c = at < text.size() ? text[at] : '\0';
    if (const std::size_t index = kLetters.find(c); index != std::string_view::npos && c != '\0') {
        ++at;
        return static_cast<unsigned char>(kMeanings[index]);
    }
    const bool isOctal = c >= '0' && c <= '7';
    const unsigned base = isOctal ? 8 : 16;
    const std::size_t start = at += isOctal ? 0 : 1;
    const std::size_t most = isOctal ? 3 : c == 'u' ? 4 : 8;
    if (!isOctal && c != 'x' && c != 'u' && c != 'U')
        return std::nullopt;
    while (at < text.size() && at - start < most && parseInteger(text.substr(at, 1), base))
        ++at;
    const auto value = parseInteger(text.substr(start, at - start), base);
    return value ? std::optional(static_cast<unsigned>(*value)) : std::nullopt;
}

/// 'a' is a signed char, 'RIFF' the bytes from the highest on, L'a' what it is.
std::optional<CConstant> characterOf(std::string_view text) {
    const std::size_t quote = text.find('\'');
    const bool isWide = quote != 0;
    const std::string_view content = text.substr(quote + 1, text.size() - quote - 2);
    Int128 value = 0;
    std::size_t count = 0;
    for (std::size_t at = 0; at < content.size(); ++count) {
        const bool isEscaped = content[at] == '\\';
        const auto unit = isEscaped ? escapedValue(content, ++at)
                                    : std::optional<unsigned>(static_cast<unsigned char>(content[at++]));
        if (!unit)
            return std::nullopt;
        value = isWide ? Int128{*unit} : (value << 8 | Int128{*unit & 0xFF}) & kUnsignedMost;
    }
    if (count == 0)
        return std::nullopt;
    return count == 1 && !isWide ? made(reduced(value, 8, false), false, false) : made(value, false, false);
}

class Reader {
public:
    Reader(CCursor& cursor, CNames& names, const CAbi& abi) : cursor_(cursor), names_(names), abi_(abi) {}

    CConstant conditional() {
        const CCursor::Level level(cursor_);
        const CConstant condition = binary(1);
        if (!cursor_.takeSign("?"))
            return condition;
        const CConstant yes = conditional();
        cursor_.expectSign(":");
        const CConstant no = conditional();
        const CConstant& chosen = condition.value != 0 ? yes : no;
        return made(chosen.value, yes.isUnsigned || no.isUnsigned, yes.isLong || no.isLong);
    }

private:
    CConstant binary(int weakest) {
        CConstant left = unary();
        while (const Operator* found = operatorAt(cursor_.peek())) {
            if (found->strength < weakest)
                break;
            const CToken at = cursor_.take();
            const CConstant right = binary(found->strength + 1);
            const auto result = combined(found->sign, left, right);
            if (!result)
                cursor_.refuse("a value that " + std::string(found->sign) + " has a result for", at);
            left = result.value_or(CConstant{});
        }
        return left;
    }

    CConstant unary() {
        const CCursor::Level level(cursor_);
        if (cursor_.takeSign("+"))
            return unary();
        if (cursor_.takeSign("!"))
            return truth(unary().value == 0);
        if (cursor_.takeSign("-")) {
            const CConstant operand = unary();
            return made(-operand.value, operand.isUnsigned, operand.isLong);
        }
        if (cursor_.takeSign("~")) {
            const CConstant operand = unary();
            return made(~operand.value, operand.isUnsigned, operand.isLong);
        }
        return primary();
    }

    CConstant primary() {
        const CToken token = cursor_.peek();
        if (token.kind == CToken::Kind::Name)
            return named(token);
        if (cursor_.takeSign("("))
            return parenthesised();
        const auto value = token.kind == CToken::Kind::Number      ? numberOf(token.text, abi_)
                           : token.kind == CToken::Kind::Character ? characterOf(token.text)
                                                                   : std::nullopt;
        if (!value)
            cursor_.refuse("an integer constant");
        cursor_.take();
        return value.value_or(CConstant{});
    }

    CConstant parenthesised() {
        if (const auto cast = names_.takeCast()) {
            cursor_.expectSign(")");
            const CConstant operand = unary();
            const Int128 value = reduced(operand.value, cast->bytes * 8, cast->isUnsigned);
            return made(value, cast->isUnsigned && cast->bytes >= 4, cast->bytes > 4);
        }
        const CConstant inner = conditional();
        cursor_.expectSign(")");
        return inner;
    }

    CConstant named(const CToken& token) {
        const bool isSize = token.text == "sizeof";
        const bool isAlignment = token.text == "_Alignof" || token.text == "alignof" ||
                                 token.text == "__alignof__" || token.text == "__alignof";
        if (isSize || isAlignment)
            return measure(isAlignment);
        const auto value = names_.constantNamed(token.text);
        if (!value)
            cursor_.refuse("an integer constant");
        cursor_.take();
        return value.value_or(CConstant{});
    }

    CConstant measure(bool isAlignment) {
        cursor_.take();
        cursor_.expectSign("(");
        const auto measured = names_.takeMeasure(isAlignment);
        if (!measured)
            cursor_.refuse("a type");
        cursor_.expectSign(")");
        return made(measured.value_or(0), true, abi_.pointerSize == 8);
    }

    CCursor& cursor_;
    CNames& names_;
    const CAbi& abi_;
};

}  // namespace

CConstant CConstant::of(Int128 value) {
    const bool isLong = value < -kIntMost - 1 || value > kUnsignedMost;
    return made(value, value > (isLong ? kLongMost : kIntMost), isLong);
}

CConstant readConstant(CCursor& cursor, CNames& names, const CAbi& abi) {
    return Reader(cursor, names, abi).conditional();
}

}  // namespace octavo
