#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/error.h"

namespace octavo {

/// One word of C. Its views are into the text, or into constants.
struct CToken {
    enum class Kind : std::uint8_t { End, Name, Number, Character, Text, Sign, Unknown };

    Kind kind = Kind::End;
    bool isFirstOnLine = false;
    std::uint8_t pack = 0;  ///< the alignment that #pragma pack allows here at most; 0: any
    std::uint32_t at = 0;   ///< index of the first character, of the macro for what it stands for
    std::uint32_t line = 0;
    std::string_view text = {};     ///< as it is written
    std::string_view comment = {};  ///< behind it on the same line, with its signs

    [[nodiscard]] bool isName(std::string_view name) const { return kind == Kind::Name && text == name; }
    [[nodiscard]] bool isSign(std::string_view sign) const { return kind == Kind::Sign && text == sign; }
};

/// Takes C apart into words; directives are words like others. Lives in one call of the preprocessor.
class CLexer {
public:
    explicit CLexer(std::string_view text) : text_(text) {}

    /// The next word; at the end, and behind a comment that does not end, again and again End.
    [[nodiscard]] CToken next();
    /// A comment that does not end, or a name of more than 255 bytes.
    [[nodiscard]] const std::optional<Error>& failure() const { return failure_; }

private:
    [[nodiscard]] char peek(std::size_t ahead = 0) const {
        return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
    }
    [[nodiscard]] bool startsWith(std::string_view prefix) const {
        return text_.substr(at_).starts_with(prefix);
    }
    [[nodiscard]] bool isSpliced() const { return startsWith("\\\n") || startsWith("\\\r\n"); }
    void skipToToken();
    void takeSpliced();
    void takeComment();
    void takeCommentsBehind(CToken& token);
    void takeQuoted(CToken& token, std::size_t prefix);
    void takeNumber();
    void takeSign(CToken& token);

    std::string_view text_;
    std::size_t at_ = 0;
    std::uint32_t line_ = 0;
    bool isLineFresh_ = true;
    std::optional<Error> failure_;
};

[[nodiscard]] bool isCNameStart(char c);
[[nodiscard]] bool isCNamePart(char c);

/// The text as valid UTF-8 of which everything can be printed, space drawn together; at most 1,000 bytes.
[[nodiscard]] std::string printableText(std::string_view text);

/// What a comment says, its signs and needless space left out; valid UTF-8, at most 1,000 bytes.
[[nodiscard]] std::string commentText(std::string_view comment);

}  // namespace octavo
