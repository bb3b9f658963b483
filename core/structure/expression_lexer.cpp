#include "core/structure/expression_lexer.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "core/structure/encoding_codec.h"

namespace octavo {

namespace {

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}
bool isNameStart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}
bool isNamePart(char c) {
    return isNameStart(c) || isDigit(c);
}

tl::unexpected<ExpressionFault> expectedAt(std::size_t at, std::string_view subject, std::string expected) {
    return tl::unexpected(ExpressionFault{.at = static_cast<std::uint32_t>(at),
                                          .subject = std::string(subject.substr(0, 20)),
                                          .expected = std::move(expected)});
}

void appendUtf8(unsigned unit, std::string& out) {
    out += utf8FromUtf16(std::u16string(1, static_cast<char16_t>(unit)));
}

/// Up to `most` digits of `base` at `at`; nothing when there are fewer than `least`.
std::optional<std::size_t> readDigits(std::string_view text, std::size_t at, int base, std::size_t least,
                                      std::size_t most, unsigned& value) {
    const std::string_view digits = text.substr(at, most);
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), value, base);
    const auto count = static_cast<std::size_t>(read.ptr - digits.data());
    return read.ec == std::errc{} && count >= least ? std::optional(at + count) : std::nullopt;
}

}  // namespace

std::optional<std::size_t> readEscape(std::string_view text, std::size_t at, std::string& out) {
    if (at >= text.size())
        return std::nullopt;
    const char c = text[at];
    constexpr std::string_view kLetters = "abtnvfre\"'\\";
    constexpr std::string_view kMeanings = "\a\b\t\n\v\f\r\x1b\"'\\";
    if (const std::size_t index = kLetters.find(c); index != std::string_view::npos) {
        out += kMeanings[index];
        return at + 1;
    }
    unsigned value = 0;
    if (c == 'u') {
        const auto end = readDigits(text, at + 1, 16, 4, 4, value);
        if (end)
            appendUtf8(value, out);
        return end;
    }
    const auto end = readDigits(text, at, 8, 1, 3, value);
    if (end)
        appendUtf8(value, out);
    return end;
}

void ExpressionLexer::skipSpace() {
    while (at_ < text_.size()) {
        const char c = text_[at_];
        if (c == ' ' || c == '\t' || c == '\n' || c == '\r')
            ++at_;
        else if (c == '\\' && peek(1) == '\n')
            at_ += 2;
        else
            break;
    }
}

ExpressionLexer::Read ExpressionLexer::next() {
    skipSpace();
    const auto start = static_cast<std::uint32_t>(at_);
    if (at_ >= text_.size())
        return Token{.at = start, .end = start};
    const char c = peek();
    auto token = isDigit(c) || (c == '.' && isDigit(peek(1))) ? number()
                 : c == '\''                                  ? singleQuoted()
                 : c == '"'                                   ? doubleQuoted()
                 : c == 'f' && peek(1) == '"'                 ? interpolation()
                 : isNameStart(c)                             ? name()
                                                              : sign();
    if (token) {
        token->at = start;
        token->end = static_cast<std::uint32_t>(at_);
    }
    return token;
}

ExpressionLexer::Read ExpressionLexer::number() {
    const std::size_t start = at_;
    const auto takeDigits = [this] {
        while (isDigit(peek()) || peek() == '_')
            ++at_;
    };
    const char second = static_cast<char>(peek(1) | 0x20);
    const bool isPrefixed = peek() == '0' && (second == 'x' || second == 'b' || second == 'o');
    bool isFloat = false;
    if (isPrefixed) {
        at_ += 2;
        while (isNamePart(peek()))
            ++at_;
    } else {
        takeDigits();
        // A dot belongs to the number unless a name follows: 1.to_s calls a method.
        if (peek() == '.' && isDigit(peek(1))) {
            isFloat = true;
            ++at_;
            takeDigits();
        } else if (peek() == '.' && !isNameStart(peek(1))) {
            isFloat = true;
            ++at_;
        }
        if ((peek() | 0x20) == 'e' &&
            (isDigit(peek(1)) || ((peek(1) == '-' || peek(1) == '+') && isDigit(peek(2))))) {
            isFloat = true;
            at_ += 2;
            takeDigits();
        }
    }
    const std::string_view written = text_.substr(start, at_ - start);
    if (isNamePart(peek()))
        return expectedAt(start, written, "a number");
    Token token;
    if (!isFloat) {
        const auto value = parseIntegerLiteral(written);
        if (!value)
            return expectedAt(start, written, "an integer");
        token.kind = Token::Kind::Integer;
        token.integer = *value;
        return token;
    }
    std::string digits;
    for (const char c : written) {
        if (c != '_')
            digits += c;
    }
    token.kind = Token::Kind::Float;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), token.number);
    if (read.ec == std::errc::invalid_argument)
        return expectedAt(start, written, "a number");
    return token;
}

ExpressionLexer::Read ExpressionLexer::name() {
    const std::size_t start = at_;
    while (isNamePart(peek()))
        ++at_;
    Token token;
    token.kind = Token::Kind::Name;
    token.text = text_.substr(start, at_ - start);
    return token;
}

ExpressionLexer::Read ExpressionLexer::singleQuoted() {
    const std::size_t end = text_.find('\'', at_ + 1);
    if (end == std::string_view::npos)
        return expectedAt(text_.size(), {}, "'");
    Token token;
    token.kind = Token::Kind::Text;
    token.text = text_.substr(at_ + 1, end - at_ - 1);
    at_ = end + 1;
    return token;
}

ExpressionLexer::Read ExpressionLexer::doubleQuoted() {
    Token token;
    token.kind = Token::Kind::Text;
    for (++at_; at_ < text_.size();) {
        const char c = text_[at_];
        if (c == '"') {
            ++at_;
            return token;
        }
        if (c != '\\') {
            token.text += c;
            ++at_;
            continue;
        }
        const auto end = readEscape(text_, at_ + 1, token.text);
        if (!end)
            return expectedAt(at_, text_.substr(at_), "an escape sequence");
        at_ = *end;
    }
    return expectedAt(text_.size(), {}, "\"");
}

ExpressionLexer::Read ExpressionLexer::interpolation() {
    Token token;
    token.kind = Token::Kind::Interpolation;
    std::string literal;
    const auto endLiteral = [&] {
        if (!literal.empty())
            token.parts.push_back({.isExpression = false, .at = 0, .text = std::exchange(literal, {})});
    };
    for (at_ += 2; at_ < text_.size();) {
        const char c = text_[at_];
        if (c == '"') {
            ++at_;
            endLiteral();
            return token;
        }
        if (c == '\\') {
            const auto end = readEscape(text_, at_ + 1, literal);
            if (!end)
                return expectedAt(at_, text_.substr(at_), "an escape sequence");
            at_ = *end;
        } else if (c == '{') {
            endLiteral();
            const std::size_t end = endOfHole(at_ + 1);
            token.parts.push_back({.isExpression = true,
                                   .at = static_cast<std::uint32_t>(at_ + 1),
                                   .text = std::string(text_.substr(at_ + 1, end - at_ - 1))});
            if (end == text_.size())
                return expectedAt(end, {}, "}");
            at_ = end + 1;
        } else {
            literal += c;
            ++at_;
        }
    }
    return expectedAt(text_.size(), {}, "\"");
}

std::size_t ExpressionLexer::endOfHole(std::size_t from) const {
    char quote = '\0';
    int depth = 1;
    for (; from < text_.size(); ++from) {
        const char c = text_[from];
        if (quote != '\0') {
            if (c == '\\' && quote == '"')
                ++from;
            else if (c == quote)
                quote = '\0';
        } else if (c == '\'' || c == '"') {
            quote = c;
        } else if (c == '{') {
            ++depth;
        } else if (c == '}' && --depth == 0) {
            break;
        }
    }
    return std::min(from, text_.size());
}

ExpressionLexer::Read ExpressionLexer::sign() {
    constexpr std::array<std::string_view, 32> kSigns = {
        "&&", "||", "::", "==", "!=", "<=", ">=", "<<", ">>", "+", "-", "*", "/", "%", "&", "|",
        "^",  "~",  "<",  ">",  "?",  ":",  "(",  ")",  "[",  "]", ".", ",", "{", "}", "=", "!"};
    for (const std::string_view known : kSigns) {
        if (!text_.substr(at_).starts_with(known))
            continue;
        Token token;
        token.kind = Token::Kind::Sign;
        token.text = known;
        at_ += known.size();
        return token;
    }
    return expectedAt(at_, text_.substr(at_), "an expression");
}

}  // namespace octavo
