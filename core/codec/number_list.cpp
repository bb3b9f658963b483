#include "core/codec/number_list.h"

#include <charconv>
#include <cstdint>

namespace octavo {

namespace {

constexpr std::string_view kSpace = " \t\r\n\f\v";

bool isWordCharacter(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

/// Walks over one list of numbers. `text_` is all of the input, so that positions are those of the person's
/// text.
class Reader {
public:
    explicit Reader(std::string_view text) : text_(text), end_(text.size()) {
        const std::size_t open = text.find_first_of("{[");
        // `byte x[] = {` and `let x: [u8; 4] = [` have brackets before the list: the list is what follows the
        // '='.
        const std::size_t equals = text.find('=');
        const std::size_t list = equals == std::string_view::npos ? open : text.find_first_of("{[", equals);
        if (list == std::string_view::npos)
            return;
        at_ = list + 1;
        const std::size_t close = text.rfind(text[list] == '{' ? '}' : ']');
        if (close != std::string_view::npos && close >= at_)
            end_ = close;
    }

    Result<std::vector<std::byte>> read() {
        std::vector<std::byte> bytes;
        while (true) {
            if (!skipBlank())
                return failAt(ErrorCode::Malformed, at_);
            if (at_ >= end_)
                return bytes;
            const auto value = text_[at_] == '\'' ? character() : number();
            if (!value)
                return fail(value.error());
            bytes.push_back(*value);
            if (!skipBlank())
                return failAt(ErrorCode::Malformed, at_);
            if (at_ < end_ && text_[at_] == ',')
                ++at_;
        }
    }

private:
    [[nodiscard]] bool startsWith(std::string_view word) const { return text_.substr(at_).starts_with(word); }

    /// Passes over white space, comments and casts; false when a comment or cast does not end.
    bool skipBlank() {
        while (at_ < end_) {
            std::size_t next = std::string_view::npos;
            if (kSpace.find(text_[at_]) != std::string_view::npos) {
                next = at_ + 1;
            } else if (startsWith("//") || text_[at_] == '#') {
                const std::size_t line = text_.find('\n', at_);
                next = line == std::string_view::npos ? end_ : line;
            } else if (startsWith("/*")) {
                const std::size_t close = text_.find("*/", at_ + 2);
                next = close == std::string_view::npos ? close : close + 2;
            } else if (text_[at_] == '(') {
                const std::size_t close = text_.find(')', at_);
                next = close == std::string_view::npos ? close : close + 1;
            } else {
                return true;
            }
            if (next == std::string_view::npos)
                return false;
            at_ = next < end_ ? next : end_;
        }
        return true;
    }

    Result<std::byte> character() {
        if (at_ + 2 >= end_ || text_[at_ + 2] != '\'' || text_[at_ + 1] == '\\' ||
            static_cast<unsigned char>(text_[at_ + 1]) >= 0x80)
            return failAt(ErrorCode::Malformed, at_);
        const auto value = static_cast<std::byte>(text_[at_ + 1]);
        at_ += 3;
        return value;
    }

    Result<std::byte> number() {
        const std::size_t begin = at_;
        const bool isNegative = text_[at_] == '-';
        if (isNegative)
            ++at_;
        int base = 10;
        if (startsWith("0x") || startsWith("0X")) {
            base = 16;
            at_ += 2;
        } else if (startsWith("0b") || startsWith("0B")) {
            base = 2;
            at_ += 2;
        }
        std::uint32_t value = 0;
        const char* first = text_.data() + at_;
        const auto [last, problem] = std::from_chars(first, text_.data() + end_, value, base);
        if (last == first)
            return failAt(ErrorCode::Malformed, at_);
        at_ += static_cast<std::size_t>(last - first);
        while (at_ < end_ && (std::string_view("uUlL").find(text_[at_]) != std::string_view::npos))
            ++at_;
        if (at_ < end_ && isWordCharacter(text_[at_]))
            return failAt(ErrorCode::Malformed, at_);
        if (problem != std::errc{} || value > (isNegative ? 128U : 255U))
            return failAt(ErrorCode::OutOfRange, begin);
        return static_cast<std::byte>(isNegative ? 256U - value : value);
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::size_t end_;
};

}  // namespace

Result<std::vector<std::byte>> decodeNumberList(std::string_view text) {
    return Reader(text).read();
}

}  // namespace octavo
