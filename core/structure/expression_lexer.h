#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/structure/expression.h"

namespace octavo {

/// A stretch of an f"…": text as it stands for itself, or an expression that is yet to be parsed.
struct InterpolationPart {
    bool isExpression = false;
    std::uint32_t at = 0;  ///< of an expression: index of its first byte
    std::string text;
};

/// One word of an expression.
struct Token {
    enum class Kind : std::uint8_t { End, Integer, Float, Text, Interpolation, Name, Sign };

    Kind kind = Kind::End;
    std::uint32_t at = 0;
    std::uint32_t end = 0;  ///< index behind the last byte
    std::string text = {};  ///< of a name, a sign or a text
    Int128 integer = 0;
    double number = 0;
    std::vector<InterpolationPart> parts = {};  ///< of an f"…"
};

/// Takes an expression apart; one token ahead of the parser. Lives in one call of the parser.
class ExpressionLexer {
public:
    explicit ExpressionLexer(std::string_view text) : text_(text) {}

    /// The next token; at the end again and again End.
    [[nodiscard]] tl::expected<Token, ExpressionFault> next();

    [[nodiscard]] std::string_view source() const { return text_; }

private:
    using Read = tl::expected<Token, ExpressionFault>;

    void skipSpace();
    [[nodiscard]] char peek(std::size_t ahead = 0) const {
        return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
    }
    [[nodiscard]] Read number();
    [[nodiscard]] Read name();
    [[nodiscard]] Read singleQuoted();
    [[nodiscard]] Read doubleQuoted();
    [[nodiscard]] Read interpolation();
    /// The index of the brace that ends what was begun before `from`; the end when there is none.
    [[nodiscard]] std::size_t endOfHole(std::size_t from) const;
    [[nodiscard]] Read sign();

    std::string_view text_;
    std::size_t at_ = 0;
};

/// Reads the escape behind a backslash at `at` of `text` and appends what it stands for, as UTF-8; returns
/// the index behind it, or nothing when there is no such escape.
[[nodiscard]] std::optional<std::size_t> readEscape(std::string_view text, std::size_t at, std::string& out);

}  // namespace octavo
