#include "core/base/offset_text.h"

#include <cstdint>
#include <limits>
#include <optional>

namespace octavo {

namespace {

constexpr int kMaxDepth = 64;  // parentheses and signs nested deeper than this are refused

/// The value of a digit in any base up to 16, or nothing.
std::optional<unsigned> digitValue(char c) {
    if (c >= '0' && c <= '9')
        return static_cast<unsigned>(c - '0');
    if (c >= 'a' && c <= 'f')
        return static_cast<unsigned>(c - 'a') + 10;
    if (c >= 'A' && c <= 'F')
        return static_cast<unsigned>(c - 'A') + 10;
    return std::nullopt;
}

/// What a suffix multiplies a number by, or nothing when it is none.
std::optional<ByteCount> suffixFactor(char c, ByteCount sectorSize) {
    switch (c) {
        case 'k':
        case 'K':
            return ByteCount{1} << 10;
        case 'm':
        case 'M':
            return ByteCount{1} << 20;
        case 'g':
        case 'G':
            return ByteCount{1} << 30;
        case 't':
        case 'T':
            return ByteCount{1} << 40;
        case 's':
        case 'S':
            return sectorSize;
        default:
            return std::nullopt;
    }
}

bool isSpace(char c) {
    return c == ' ' || c == '\t';
}

bool isWordCharacter(char c) {
    return c == '_' || c == '.' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Recursive descent over one text. Values are 63-bit with a sign; whatever leaves that range is OutOfRange.
class ExpressionReader {
public:
    ExpressionReader(std::string_view text, std::size_t begin, std::size_t end, const OffsetScope& scope)
        : text_(text.substr(0, end)), position_(begin), scope_(scope) {
        skipSpaces();
    }

    [[nodiscard]] bool startsWith(char c) const { return position_ < text_.size() && text_[position_] == c; }
    [[nodiscard]] std::size_t position() const { return position_; }

    Result<std::int64_t> readAll() {
        auto value = readSum();
        if (value && position_ < text_.size())
            return malformed(position_);
        return value;
    }

    Result<std::int64_t> readOnlyNumber() {
        auto value = readNumber();
        if (value && position_ < text_.size())
            return malformed(position_);
        return value;
    }

    void skip() {
        ++position_;
        skipSpaces();
    }

private:
    [[nodiscard]] tl::unexpected<Error> malformed(std::size_t index) const {
        return failAt(ErrorCode::Malformed, index, std::string(text_));
    }
    [[nodiscard]] tl::unexpected<Error> tooLarge(std::size_t index) const {
        return failAt(ErrorCode::OutOfRange, index, std::string(text_));
    }

    void skipSpaces() {
        while (position_ < text_.size() && isSpace(text_[position_]))
            ++position_;
    }

    Result<std::int64_t> readSum() {
        auto left = readProduct();
        while (left && (startsWith('+') || startsWith('-'))) {
            const std::size_t at = position_;
            const bool isAddition = startsWith('+');
            skip();
            const auto right = readProduct();
            if (!right)
                return right;
            std::int64_t value = 0;
            const bool overflows = isAddition ? __builtin_add_overflow(*left, *right, &value)
                                              : __builtin_sub_overflow(*left, *right, &value);
            if (overflows)
                return tooLarge(at);
            left = value;
        }
        return left;
    }

    Result<std::int64_t> readProduct() {
        auto left = readFactor();
        while (left && (startsWith('*') || startsWith('/') || startsWith('%'))) {
            const std::size_t at = position_;
            const char sign = text_[at];
            skip();
            const auto right = readFactor();
            if (!right)
                return right;
            left = combine(*left, sign, *right, at);
        }
        return left;
    }

    [[nodiscard]] Result<std::int64_t> combine(std::int64_t left, char sign, std::int64_t right,
                                               std::size_t at) const {
        if (sign == '*') {
            std::int64_t value = 0;
            if (__builtin_mul_overflow(left, right, &value))
                return tooLarge(at);
            return value;
        }
        if (right == 0)
            return malformed(at);
        if (right == -1)  // the one quotient that can overflow
            return sign == '%' ? Result<std::int64_t>(0) : negated(left, at);
        return sign == '/' ? left / right : left % right;
    }

    [[nodiscard]] Result<std::int64_t> negated(std::int64_t value, std::size_t at) const {
        if (value == std::numeric_limits<std::int64_t>::min())
            return tooLarge(at);
        return -value;
    }

    Result<std::int64_t> readFactor() {
        const std::size_t at = position_;
        if (at >= text_.size() || depth_ >= kMaxDepth)
            return malformed(at);
        if (startsWith('-')) {
            skip();
            ++depth_;
            const auto value = readFactor();
            --depth_;
            return value ? negated(*value, at) : value;
        }
        if (startsWith('('))
            return readParentheses();
        if (text_[at] >= '0' && text_[at] <= '9')
            return readNumber();
        return readName();
    }

    Result<std::int64_t> readParentheses() {
        skip();
        ++depth_;
        const auto value = readSum();
        --depth_;
        if (!value)
            return value;
        if (!startsWith(')'))
            return malformed(position_);
        skip();
        return value;
    }

    Result<std::int64_t> readName() {
        const std::size_t at = position_;
        std::size_t end = at;
        while (end < text_.size() && isWordCharacter(text_[end]))
            ++end;
        const std::string_view name = text_.substr(at, end - at);
        position_ = end;
        skipSpaces();
        const RecordLayout sectors{.size = scope_.sectorSize};
        const bool hasRecords = scope_.records.size > 0;
        if (name == "end")
            return static_cast<std::int64_t>(scope_.size);
        if (name == "here" || name == ".")
            return static_cast<std::int64_t>(scope_.caret);
        if (name == "sectorsize")
            return static_cast<std::int64_t>(sectors.size);
        if (name == "recordsize" && hasRecords)
            return static_cast<std::int64_t>(scope_.records.size);
        if (name == "sector")
            return readPlaceOfNumber(sectors, at);
        if (name == "record" && hasRecords)
            return readPlaceOfNumber(scope_.records, at);
        return malformed(at);
    }

    /// The number behind "sector" or "record", and where that one begins.
    Result<std::int64_t> readPlaceOfNumber(const RecordLayout& layout, std::size_t at) {
        ++depth_;
        const auto number = readFactor();
        --depth_;
        if (!number)
            return number;
        std::int64_t value = 0;
        if (__builtin_mul_overflow(*number, layout.size, &value) ||
            __builtin_add_overflow(value, layout.start, &value))
            return tooLarge(at);
        return value;
    }

    Result<std::int64_t> readNumber() {
        const std::size_t at = position_;
        unsigned base = 10;
        if (text_.size() - at > 2 && text_[at] == '0' && (text_[at + 1] == 'x' || text_[at + 1] == 'X')) {
            base = 16;
            position_ += 2;
        }
        std::int64_t value = 0;
        bool overflows = false;
        const std::size_t firstDigit = position_;
        for (; position_ < text_.size(); ++position_) {
            const auto digit = digitValue(text_[position_]);
            if (!digit || *digit >= base)
                break;
            overflows = overflows || __builtin_mul_overflow(value, base, &value) ||
                        __builtin_add_overflow(value, *digit, &value);
        }
        if (position_ == firstDigit)
            return malformed(position_);
        const auto factor =
            position_ < text_.size() ? suffixFactor(text_[position_], scope_.sectorSize) : std::nullopt;
        if (factor) {
            overflows =
                overflows || __builtin_mul_overflow(value, static_cast<std::int64_t>(*factor), &value);
            ++position_;
        }
        if (position_ < text_.size() && isWordCharacter(text_[position_]))
            return malformed(position_);
        if (overflows)
            return tooLarge(at);
        skipSpaces();
        return value;
    }

    std::string_view text_;
    std::size_t position_;
    OffsetScope scope_;
    int depth_ = 0;
};

/// One side of a range or a whole text: the expression with its leading sign understood.
Result<ByteOffset> readOffset(std::string_view text, std::size_t begin, std::size_t end,
                              const OffsetScope& scope) {
    ExpressionReader reader(text, begin, end, scope);
    const std::size_t at = reader.position();
    ByteOffset origin = 0;
    if (reader.startsWith('+')) {
        origin = scope.isRelative ? scope.caret : 0;
        reader.skip();
        if (reader.startsWith('-') || reader.startsWith('+'))
            return failAt(ErrorCode::Malformed, reader.position(), std::string(text));
    } else if (reader.startsWith('-')) {
        origin = scope.isRelative ? scope.caret : scope.size;
    }
    const auto distance = reader.readAll();
    if (!distance)
        return tl::unexpected(distance.error());
    std::int64_t value = 0;
    if (__builtin_add_overflow(*distance, static_cast<std::int64_t>(origin), &value) || value < 0 ||
        static_cast<ByteOffset>(value) > scope.size)
        return failAt(ErrorCode::OutOfRange, at, std::string(text));
    return static_cast<ByteOffset>(value);
}

/// Where the last `+` outside parentheses is, or npos.
std::size_t lastTopLevelPlus(std::string_view text) {
    std::size_t found = std::string_view::npos;
    std::size_t depth = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '(')
            ++depth;
        else if (text[i] == ')')
            depth -= depth > 0 ? 1U : 0U;
        else if (text[i] == '+' && depth == 0)
            found = i;
    }
    return found;
}

bool isBlank(std::string_view text) {
    return text.find_first_not_of(" \t") == std::string_view::npos;
}

Result<ByteRange> readStartAndLength(std::string_view text, std::size_t plus, const OffsetScope& scope) {
    ByteOffset begin = scope.isRelative ? scope.caret : 0;
    if (!isBlank(text.substr(0, plus))) {
        const auto parsed = readOffset(text, 0, plus, scope);
        if (!parsed)
            return tl::unexpected(parsed.error());
        begin = *parsed;
    }
    const auto length = ExpressionReader(text, plus + 1, text.size(), scope).readAll();
    if (!length)
        return tl::unexpected(length.error());
    if (begin > scope.size || *length < 0 || static_cast<ByteCount>(*length) > scope.size - begin)
        return failAt(ErrorCode::OutOfRange, plus + 1, std::string(text));
    return ByteRange::ofLength(begin, static_cast<ByteCount>(*length));
}

}  // namespace

Result<ByteOffset> parseOffset(std::string_view text, const OffsetScope& scope) {
    return readOffset(text, 0, text.size(), scope);
}

Result<std::int64_t> parseDistance(std::string_view text, const OffsetScope& scope) {
    ExpressionReader reader(text, 0, text.size(), scope);
    if (reader.startsWith('+')) {
        reader.skip();
        if (reader.startsWith('-') || reader.startsWith('+'))
            return failAt(ErrorCode::Malformed, reader.position(), std::string(text));
    }
    return reader.readAll();
}

Result<ByteRange> parseRange(std::string_view text, const OffsetScope& scope) {
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos) {
        const std::size_t plus = lastTopLevelPlus(text);
        if (plus == std::string_view::npos)
            return failAt(ErrorCode::Malformed, text.size(), std::string(text));
        return readStartAndLength(text, plus, scope);
    }
    ByteRange range{0, scope.size};
    if (!isBlank(text.substr(0, colon))) {
        const auto begin = readOffset(text, 0, colon, scope);
        if (!begin)
            return tl::unexpected(begin.error());
        range.begin = *begin;
    }
    if (!isBlank(text.substr(colon + 1))) {
        const auto end = readOffset(text, colon + 1, text.size(), scope);
        if (!end)
            return tl::unexpected(end.error());
        range.end = *end;
    }
    if (range.end < range.begin)
        return failAt(ErrorCode::OutOfRange, colon + 1, std::string(text));
    return range;
}

Result<ByteCount> parseByteCount(std::string_view text) {
    const auto value = ExpressionReader(text, 0, text.size(), {}).readOnlyNumber();
    if (!value)
        return tl::unexpected(value.error());
    return static_cast<ByteCount>(*value);
}

}  // namespace octavo
