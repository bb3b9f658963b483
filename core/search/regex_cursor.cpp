#include "core/search/regex_cursor.h"

#include "core/base/hex_digit.h"

namespace octavo {

namespace {

bool isLetterOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

ByteSet withBothCases(ByteSet set) {
    for (char c = 'a'; c <= 'z'; ++c) {
        const auto lower = static_cast<std::byte>(c);
        const auto upper = lower ^ std::byte{0x20};
        if (set.contains(lower) || set.contains(upper)) {
            set.add(lower);
            set.add(upper);
        }
    }
    return set;
}

/// Reads the members of a class one after the other.
class ClassReader {
public:
    explicit ClassReader(RegexCursor& cursor) : cursor_(cursor) {}

    RegexClass read() {
        for (bool isFirst = true; result_.isClosed; isFirst = false) {
            if (cursor_.isAtEnd())
                result_.isClosed = false;
            else if (!isFirst && cursor_.accept("]"))
                break;
            else
                readMember();
        }
        return result_;
    }

private:
    void readMember() {
        if (cursor_.startsWith("[:") || cursor_.startsWith("[.") || cursor_.startsWith("[=")) {
            readNamed();
            return;
        }
        if (cursor_.peek() == '-' && previous_ && cursor_.peek(1) != ']') {
            cursor_.skip(1);
            readRangeEnd();
            return;
        }
        previous_ = readByte();
        if (previous_)
            result_.set.add(static_cast<std::byte>(*previous_));
    }

    /// [:alpha:]
    void readNamed() {
        result_.isKnown = false;
        previous_.reset();
        cursor_.skip(2);
        if (!cursor_.skipTo("]"))
            result_.isClosed = false;
        cursor_.skip(1);
    }

    void readRangeEnd() {
        const auto last = readByte();
        if (last && *last >= *previous_)
            result_.set.addRange(static_cast<std::byte>(*previous_), static_cast<std::byte>(*last));
        else
            result_.isKnown = false;
        previous_.reset();
    }

    /// One byte; nothing for a set such as \d, which is added.
    std::optional<unsigned> readByte() {
        const char c = cursor_.take();
        if (c != '\\')
            return static_cast<unsigned char>(c);
        const char escaped = cursor_.take();
        if (const auto set = regexShorthand(escaped)) {
            result_.set.add(*set);
            return std::nullopt;
        }
        switch (escaped) {
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'f':
                return '\f';
            case 'x':
                return readHex();
            default:
                break;
        }
        if (escaped == '\0' || isLetterOrDigit(escaped)) {
            result_.isClosed = false;
            return std::nullopt;
        }
        return static_cast<unsigned char>(escaped);
    }

    std::optional<unsigned> readHex() {
        const auto value = cursor_.takeHexEscape();
        if (!value)
            result_.isClosed = false;
        if (value && *value < 0x100)
            return value;
        result_.isKnown = false;
        return std::nullopt;
    }

    RegexCursor& cursor_;
    RegexClass result_;
    std::optional<unsigned> previous_;  // what a range may begin with
};

}  // namespace

std::optional<unsigned> RegexCursor::takeHexEscape() {
    unsigned value = 0;
    if (accept("{")) {
        for (; hexDigit(peek()); ++at_) {
            value = value << 4 | *hexDigit(peek());
            if (value > 0x10FFFF)
                return std::nullopt;
        }
        return accept("}") ? std::optional(value) : std::nullopt;
    }
    for (int i = 0; i < 2 && hexDigit(peek()); ++i, ++at_)
        value = value << 4 | *hexDigit(peek());
    return value;
}

std::optional<ByteSet> regexShorthand(char letter) {
    ByteSet set;
    switch (letter) {
        case 'w':
        case 'W':
            set.addRange(std::byte{'a'}, std::byte{'z'});
            set.addRange(std::byte{'A'}, std::byte{'Z'});
            set.add(std::byte{'_'});
            [[fallthrough]];
        case 'd':
        case 'D':
            set.addRange(std::byte{'0'}, std::byte{'9'});
            break;
        case 's':
        case 'S':
            set.addRange(std::byte{'\t'}, std::byte{'\r'});
            set.add(std::byte{' '});
            break;
        default:
            return std::nullopt;
    }
    return letter >= 'a' ? set : set.complement();
}

RegexClass readRegexClass(RegexCursor& cursor, bool ignoresCase) {
    const bool isNegated = cursor.accept("^");
    RegexClass result = ClassReader(cursor).read();
    if (ignoresCase)
        result.set = withBothCases(result.set);
    if (isNegated)
        result.set = result.set.complement();
    return result;
}

}  // namespace octavo
