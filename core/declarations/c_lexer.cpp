#include "core/declarations/c_lexer.h"

#include <algorithm>
#include <array>

namespace octavo {

namespace {

constexpr std::size_t kMostNameBytes = 255;
constexpr std::size_t kMostCommentBytes = 4'000;

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

/// How many characters in front of a quote belong to it: L'x', u8"x".
std::optional<std::size_t> quotePrefix(std::string_view text) {
    for (const std::string_view prefix : {"", "L", "u", "U", "u8"}) {
        const bool isQuoted = text.size() > prefix.size() && text.starts_with(prefix) &&
                              (text[prefix.size()] == '\'' || text[prefix.size()] == '"');
        if (isQuoted)
            return prefix.size();
    }
    return std::nullopt;
}

/// The length of the UTF-8 sequence in front; 0 when there is none.
std::size_t sequenceLength(std::string_view text) {
    const auto lead = static_cast<unsigned char>(text[0]);
    const std::size_t length = lead < 0x80                    ? 1
                               : lead >= 0xC2 && lead <= 0xDF ? 2
                               : lead >= 0xE0 && lead <= 0xEF ? 3
                               : lead >= 0xF0 && lead <= 0xF4 ? 4
                                                              : 0;
    if (length == 0 || text.size() < length)
        return 0;
    const auto isTrail = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; };
    if (!std::all_of(text.begin() + 1, text.begin() + static_cast<std::ptrdiff_t>(length), isTrail))
        return 0;
    const auto second = length > 1 ? static_cast<unsigned char>(text[1]) : 0x80;
    const bool isRefused = (lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F) ||
                           (lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second > 0x8F);
    return isRefused ? 0 : length;
}

/// Of several bytes: C1 controls, separators of lines, byte order marks and what is no character.
bool isUnprintable(std::string_view one) {
    return (one.size() == 2 && one[0] == '\xC2' && static_cast<unsigned char>(one[1]) < 0xA0) ||
           one == "\u2028" || one == "\u2029" || one == "\uFEFF" || one == "\xEF\xBF\xBE" ||
           one == "\xEF\xBF\xBF";
}

bool isSpace(char c) {
    return static_cast<unsigned char>(c) <= ' ' || c == '\x7f';
}

/// Without the signs that begin and end one comment, those of Doxygen included.
std::string_view stripped(std::string_view comment) {
    comment.remove_prefix(std::min<std::size_t>(2, comment.size()));
    while (!comment.empty() && std::string_view("/*!<").find(comment[0]) != std::string_view::npos)
        comment.remove_prefix(1);
    return comment;
}

void appendWords(std::string_view text, std::string& out) {
    constexpr std::size_t kMostBytes = 1'000;
    for (std::size_t at = 0; at < text.size() && out.size() < kMostBytes;) {
        if (isSpace(text[at])) {
            if (!out.empty() && out.back() != ' ')
                out += ' ';
            ++at;
            continue;
        }
        const std::size_t length = sequenceLength(text.substr(at));
        const std::string_view one = text.substr(at, length);
        out += length == 0 || isUnprintable(one) ? std::string_view("\uFFFD") : one;
        at += std::max<std::size_t>(length, 1);
    }
}

/// The text without the stars that lines of a block comment begin with.
std::string withoutStars(std::string_view comment) {
    std::string made;
    bool isLineFresh = false;
    for (const char c : comment) {
        const bool isStar = isLineFresh && c == '*';
        isLineFresh = c == '\n' || (isLineFresh && isSpace(c));
        if (!isStar)
            made += c;
    }
    return made;
}

}  // namespace

bool isCNameStart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$' ||
           static_cast<unsigned char>(c) >= 0x80;
}

bool isCNamePart(char c) {
    return isCNameStart(c) || isDigit(c);
}

std::string printableText(std::string_view text) {
    std::string made;
    appendWords(text, made);
    return made;
}

std::string commentText(std::string_view comments) {
    // Many members may share one long comment.
    comments = comments.substr(0, kMostCommentBytes);
    std::string made;
    while (!comments.empty()) {
        if (isSpace(comments[0])) {
            comments.remove_prefix(1);
            continue;
        }
        const bool isLine = comments.starts_with("//");
        const std::size_t end = isLine ? comments.size() : std::min(comments.find("*/", 2), comments.size());
        if (!made.empty())
            made += ' ';
        appendWords(withoutStars(stripped(comments.substr(0, end))), made);
        comments.remove_prefix(std::min(end + 2, comments.size()));
    }
    while (made.ends_with(' ') || made.ends_with('*'))
        made.pop_back();
    return made;
}

CToken CLexer::next() {
    skipToToken();
    CToken token{.isFirstOnLine = isLineFresh_, .at = static_cast<std::uint32_t>(at_), .line = line_};
    isLineFresh_ = false;
    if (at_ >= text_.size()) {
        token.isFirstOnLine = true;
        return token;
    }
    const std::size_t start = at_;
    const auto prefix = quotePrefix(text_.substr(at_));
    if (prefix) {
        takeQuoted(token, *prefix);
    } else if (isCNameStart(peek())) {
        token.kind = CToken::Kind::Name;
        while (at_ < text_.size() && isCNamePart(peek()))
            ++at_;
    } else if (isDigit(peek()) || (peek() == '.' && isDigit(peek(1)))) {
        token.kind = CToken::Kind::Number;
        takeNumber();
    } else {
        takeSign(token);
    }
    token.text = text_.substr(start, at_ - start);
    if (token.kind == CToken::Kind::Name && token.text.size() > kMostNameBytes)
        failure_ =
            Error{.code = ErrorCode::LimitReached, .offset = start, .systemCode = 0, .detail = "255 bytes"};
    takeCommentsBehind(token);
    return token;
}

void CLexer::skipToToken() {
    while (at_ < text_.size()) {
        if (peek() == '\n') {
            ++line_;
            ++at_;
            isLineFresh_ = true;
        } else if (isSpace(peek())) {
            ++at_;
        } else if (isSpliced()) {
            takeSpliced();
        } else if (startsWith("//") || startsWith("/*")) {
            takeComment();
        } else {
            return;
        }
    }
}

void CLexer::takeSpliced() {
    at_ += peek(1) == '\r' ? 3 : 2;
    ++line_;
}

void CLexer::takeComment() {
    const bool isLine = peek(1) == '/';
    const std::size_t end = isLine ? text_.find('\n', at_) : text_.find("*/", at_ + 2);
    if (!isLine && end == std::string_view::npos) {
        failure_ = Error{.code = ErrorCode::Malformed, .offset = at_, .systemCode = 0, .detail = "*/"};
        at_ = text_.size();
        return;
    }
    const std::size_t behind =
        std::min(end, text_.size()) + (isLine || end == std::string_view::npos ? 0 : 2);
    const std::string_view comment = text_.substr(at_, behind - at_);
    line_ += static_cast<std::uint32_t>(std::count(comment.begin(), comment.end(), '\n'));
    at_ = behind;
}

void CLexer::takeCommentsBehind(CToken& token) {
    std::size_t start = at_;
    while (at_ < text_.size() && line_ == token.line) {
        if (peek() != '\n' && isSpace(peek())) {
            ++at_;
        } else if (startsWith("//") || startsWith("/*")) {
            start = token.comment.empty() ? at_ : start;
            takeComment();
            token.comment = text_.substr(start, at_ - start);
        } else {
            return;
        }
    }
}

void CLexer::takeQuoted(CToken& token, std::size_t prefix) {
    at_ += prefix;
    const char quote = peek();
    token.kind = quote == '"' ? CToken::Kind::Text : CToken::Kind::Character;
    for (++at_; at_ < text_.size() && peek() != '\n'; ++at_) {
        if (peek() == quote) {
            ++at_;
            return;
        }
        if (peek() == '\\' && peek(1) != '\n')
            ++at_;
    }
    at_ = std::min(at_, text_.size());
    token.kind = CToken::Kind::Unknown;
}

void CLexer::takeNumber() {
    const bool isHex = peek(1) == 'x' || peek(1) == 'X';
    while (at_ < text_.size()) {
        const bool isExponent = std::string_view("eEpP").find(peek()) != std::string_view::npos &&
                                (peek(1) == '+' || peek(1) == '-') && !isHex;
        const bool isSeparator = peek() == '\'' && isCNamePart(peek(1));
        if (isExponent || isSeparator)
            at_ += 2;
        else if (isCNamePart(peek()) || peek() == '.')
            ++at_;
        else
            return;
    }
}

void CLexer::takeSign(CToken& token) {
    constexpr std::array<std::string_view, 37> kSigns = {
        "...", "&&", "||", "==", "!=", "<=", ">=", "<<", ">>", "->", "::", "##", "[",
        "]",   "{",  "}",  "(",  ")",  ";",  ",",  ":",  "=",  "+",  "-",  "*",  "/",
        "%",   "&",  "|",  "^",  "~",  "<",  ">",  "?",  "!",  ".",  "#"};
    for (const std::string_view known : kSigns) {
        if (!startsWith(known))
            continue;
        token.kind = CToken::Kind::Sign;
        at_ += known.size();
        return;
    }
    token.kind = CToken::Kind::Unknown;
    ++at_;
}

}  // namespace octavo
