#pragma once

#include <optional>
#include <string_view>

#include "core/search/byte_set.h"

namespace octavo {

/// A place in the text of an expression, for its readers.
class RegexCursor {
public:
    explicit RegexCursor(std::string_view text) : text_(text) {}

    [[nodiscard]] bool isAtEnd() const { return at_ >= text_.size(); }
    /// The character there; NUL behind the end.
    [[nodiscard]] char peek(std::size_t ahead = 0) const {
        return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
    }
    char take() {
        const char c = peek();
        ++at_;
        return c;
    }
    void skip(std::size_t count) { at_ += count; }
    [[nodiscard]] bool startsWith(std::string_view what) const {
        return !isAtEnd() && text_.substr(at_).starts_with(what);
    }
    bool accept(std::string_view what) {
        if (!startsWith(what))
            return false;
        at_ += what.size();
        return true;
    }
    /// Goes to the first place at which `what` stands; false, and to the end, when there is none.
    bool skipTo(std::string_view what) {
        const std::size_t found = isAtEnd() ? std::string_view::npos : text_.find(what, at_);
        at_ = found == std::string_view::npos ? text_.size() : found;
        return found != std::string_view::npos;
    }
    [[nodiscard]] std::size_t place() const { return at_; }
    void goTo(std::size_t place) { at_ = place; }

    /// What follows "\x": up to two hex digits, or any number in braces. Nothing when it is neither.
    std::optional<unsigned> takeHexEscape();

private:
    std::string_view text_;
    std::size_t at_ = 0;
};

/// The sets of \d, \w and \s and their opposites, for bytes. Nothing for other letters.
[[nodiscard]] std::optional<ByteSet> regexShorthand(char letter);

/// The bytes of what stands in brackets. The cursor is behind the "[" and is left behind the "]".
struct RegexClass {
    ByteSet set;
    bool isKnown = true;   ///< false: the set may be another
    bool isClosed = true;  ///< false: it could not be read to its end
};
[[nodiscard]] RegexClass readRegexClass(RegexCursor& cursor, bool ignoresCase);

}  // namespace octavo
