#include "core/search/regex_reader.h"

#include <string_view>
#include <utility>

#include "core/search/regex_cursor.h"

namespace octavo {

namespace {

using Kind = ByteExpression::Kind;

constexpr int kDeepest = 60;  // of groups in groups

bool isAsciiLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isBlank(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/// Reads an expression from left to right. What it cannot follow makes it lost; then nothing is known.
class RegexReader {
public:
    explicit RegexReader(const RegexQuery& query)
        : cursor_(query.expression),
          end_(query.expression.size()),
          ignoresCase_(query.ignoreCase),
          dotMatchesAll_(query.dotMatchesAll),
          isExtended_(query.extended),
          isUtf_(query.utf8) {}

    RegexReading read() {
        // With white space left out, PCRE2 leaves out some that is not ASCII too.
        if (isUtf_ && isExtended_)
            lose();
        ByteExpression expression = readChoice(0);
        if (isLost_ || !cursor_.isAtEnd())
            return {.expression = ByteExpression::unknown(), .isExact = false, .runs = {}};
        RegexReading reading{.expression = std::move(expression), .isExact = isExact_, .runs = {}};
        if (!hasMystery_)
            reading.runs = runsOf(reading.expression);
        return reading;
    }

private:
    static std::optional<ByteSet> runsOf(const ByteExpression& expression) {
        if (expression.kind == Kind::Sequence && !expression.children.empty())
            return runsOf(expression.children.front());
        if (expression.kind == Kind::Repeat && expression.most == ByteExpression::kUnlimited &&
            expression.children.front().kind == Kind::Bytes)
            return expression.children.front().set;
        return std::nullopt;
    }

    ByteExpression lose() {
        isLost_ = true;
        cursor_.goTo(end_);
        return ByteExpression::unknown();
    }
    ByteExpression condition() {
        isExact_ = false;
        return ByteExpression::condition();
    }
    /// One character of which nothing more is known.
    ByteExpression someCharacter() {
        isExact_ = false;
        hasMystery_ = true;
        const ByteExpression any = ByteExpression::ofSet(ByteSet::all());
        return isUtf_ ? ByteExpression::repeat(any, 1, 4) : any;
    }

    void skipIgnored() {
        while (isExtended_ && !cursor_.isAtEnd()) {
            if (cursor_.peek() == '#') {
                cursor_.skipTo("\n");
            } else if (isBlank(cursor_.peek())) {
                cursor_.skip(1);
            } else {
                break;
            }
        }
    }

    ByteExpression readChoice(int depth) {
        if (depth > kDeepest)
            return lose();
        std::vector<ByteExpression> alternatives;
        do
            alternatives.push_back(readSequence(depth));
        while (cursor_.accept("|"));
        return ByteExpression::choice(std::move(alternatives));
    }

    ByteExpression readSequence(int depth) {
        std::vector<ByteExpression> children;
        for (skipIgnored(); !cursor_.isAtEnd() && cursor_.peek() != '|' && cursor_.peek() != ')';
             skipIgnored()) {
            ByteExpression atom = readAtom(depth);
            skipIgnored();
            children.push_back(readQuantifiers(std::move(atom)));
        }
        return ByteExpression::sequence(std::move(children));
    }

    ByteExpression readQuantifiers(ByteExpression atom) {
        for (;;) {
            std::uint64_t least = 0;
            std::uint64_t most = ByteExpression::kUnlimited;
            if (cursor_.accept("?"))
                most = 1;
            else if (cursor_.accept("+"))
                least = 1;
            else if (!cursor_.accept("*") && !acceptCount(least, most))
                return atom;
            // How much a repeat takes, or gives back, decides what a match is: only fixed ones are exact.
            if (cursor_.accept("?"))
                isExact_ = isExact_ && least == most;
            else if (cursor_.accept("+"))
                isExact_ = false;
            isExact_ = isExact_ && least == most;
            atom = ByteExpression::repeat(std::move(atom), least, most);
            skipIgnored();
        }
    }

    /// {3}, {3,}, {3,5}; else nothing is taken.
    bool acceptCount(std::uint64_t& least, std::uint64_t& most) {
        const std::size_t start = cursor_.place();
        const auto number = [this](std::uint64_t& value) {
            const std::size_t begin = cursor_.place();
            for (value = 0; cursor_.peek() >= '0' && cursor_.peek() <= '9' && cursor_.place() - begin < 6;)
                value = 10 * value + static_cast<std::uint64_t>(cursor_.take() - '0');
            return cursor_.place() > begin;
        };
        if (cursor_.accept("{") && number(least)) {
            most = least;
            if (cursor_.accept(",") && !number(most))
                most = ByteExpression::kUnlimited;
            if (cursor_.accept("}"))
                return true;
        }
        cursor_.goTo(start);
        return false;
    }

    ByteExpression readAtom(int depth) {
        switch (cursor_.peek()) {
            case '(':
                return readGroup(depth);
            case '[':
                return readClass();
            case '\\':
                return readEscape();
            case '.':
                cursor_.skip(1);
                return readDot();
            case '^':
            case '$':
                cursor_.skip(1);
                return condition();
            case '*':
            case '+':
            case '?':
                return lose();
            default:
                return readCharacter();
        }
    }

    ByteExpression readDot() {
        if (isUtf_)
            return someCharacter();
        return ByteExpression::ofSet(dotMatchesAll_ ? ByteSet::all()
                                                    : ByteSet::of(std::byte{'\n'}).complement());
    }

    /// A character of the expression that stands for itself.
    ByteExpression readCharacter() {
        const auto lead = static_cast<unsigned char>(cursor_.take());
        if (!isUtf_ || lead < 0x80)
            return literal(lead);
        std::vector<ByteExpression> bytes{ByteExpression::ofByte(static_cast<std::byte>(lead))};
        while (!cursor_.isAtEnd() && (static_cast<unsigned char>(cursor_.peek()) & 0xC0U) == 0x80U)
            bytes.push_back(ByteExpression::ofByte(static_cast<std::byte>(cursor_.take())));
        return ignoresCase_ ? someCharacter() : ByteExpression::sequence(std::move(bytes));
    }

    /// A byte, or a character of one byte.
    ByteExpression literal(unsigned char value) {
        const auto letter = static_cast<char>(value);
        ByteSet set = ByteSet::of(static_cast<std::byte>(value));
        if (!ignoresCase_ || !isAsciiLetter(letter))
            return ByteExpression::ofSet(set);
        // More than the other letter may match: the Kelvin sign, the long s.
        if (isUtf_ && std::string_view("kKsS").find(letter) != std::string_view::npos)
            return someCharacter();
        set.add(static_cast<std::byte>(value ^ 0x20U));
        return ByteExpression::ofSet(set);
    }

    ByteExpression codePoint(unsigned value) {
        if (value < 0x80 || (!isUtf_ && value < 0x100))
            return literal(static_cast<unsigned char>(value));
        return someCharacter();
    }

    ByteExpression readEscape() {
        cursor_.skip(1);
        const char c = cursor_.take();
        if (const auto set = regexShorthand(c))
            return isUtf_ ? someCharacter() : ByteExpression::ofSet(*set);
        switch (c) {
            case 'n':
                return literal('\n');
            case 'r':
                return literal('\r');
            case 't':
                return literal('\t');
            case 'f':
                return literal('\f');
            case 'e':
                return literal(0x1B);
            case 'a':
                return literal('\a');
            case 'b':
            case 'B':
            case 'A':
            case 'z':
            case 'Z':
                return condition();
            case 'Q':
                return readQuoted();
            case 'x': {
                const auto value = cursor_.takeHexEscape();
                return value ? codePoint(*value) : lose();
            }
            case 'C':
            case 'H':
            case 'V':
            case 'h':
            case 'v':
                return someCharacter();
            default:
                break;
        }
        if (c == '\0' || isAsciiLetter(c) || (c >= '0' && c <= '9'))
            return readOtherEscape(c);
        return literal(static_cast<unsigned char>(c));
    }

    /// Back references, octal numbers, properties and the like: how far they go is not told here.
    ByteExpression readOtherEscape(char c) {
        if (c == 'R' || c == 'X') {
            isExact_ = false;
            return ByteExpression::repeat(ByteExpression::ofSet(ByteSet::all()), 1,
                                          ByteExpression::kUnlimited);
        }
        if (c != 'K')
            return lose();
        hasMystery_ = true;
        return condition();
    }

    ByteExpression readQuoted() {
        std::vector<ByteExpression> children;
        while (!cursor_.isAtEnd() && !cursor_.accept("\\E"))
            children.push_back(readCharacter());
        // A quantifier behind \E applies to the last character only.
        if (!cursor_.isAtEnd() && std::string_view("*+?{").find(cursor_.peek()) != std::string_view::npos)
            return lose();
        return ByteExpression::sequence(std::move(children));
    }

    ByteExpression readGroup(int depth) {
        cursor_.skip(1);
        const bool ignoresCase = ignoresCase_;
        const bool dotMatchesAll = dotMatchesAll_;
        const bool isExtended = isExtended_;
        const bool isCondition = cursor_.startsWith("?=") || cursor_.startsWith("?!") ||
                                 cursor_.startsWith("?<=") || cursor_.startsWith("?<!");
        if (cursor_.startsWith("*") || cursor_.startsWith("?|") || cursor_.startsWith("?(") ||
            cursor_.startsWith("?C"))
            return lose();
        if (cursor_.accept("?#")) {
            cursor_.skipTo(")");
            return cursor_.accept(")") ? ByteExpression::sequence({}) : lose();
        }
        if (cursor_.accept("?=") || cursor_.accept("?!") || cursor_.accept("?<=") || cursor_.accept("?<!")) {
            isExact_ = false;
        } else if (cursor_.accept("?>")) {
            isExact_ = false;
        } else if (cursor_.accept("?")) {
            if (!readGroupHead())
                return lose();
            if (isOptionOnly_) {  // (?i) holds to the end of the group that it stands in
                isOptionOnly_ = false;
                return ByteExpression::sequence({});
            }
        } else {
            isExact_ = false;  // its bytes may be asked for
        }
        ByteExpression inside = readChoice(depth + 1);
        if (!cursor_.accept(")"))
            return lose();
        ignoresCase_ = ignoresCase;
        dotMatchesAll_ = dotMatchesAll;
        isExtended_ = isExtended;
        return isCondition ? ByteExpression::condition() : inside;
    }

    /// What follows "(?": a name, or options. False when it is something else.
    bool readGroupHead() {
        if (cursor_.accept(":"))
            return true;
        if (cursor_.startsWith("P<") || cursor_.startsWith("<") || cursor_.startsWith("'")) {
            isExact_ = false;
            const char end = cursor_.peek() == '\'' ? '\'' : '>';
            cursor_.accept("P");
            cursor_.skip(1);
            cursor_.skipTo(std::string_view(&end, 1));
            return cursor_.accept(std::string_view(&end, 1));
        }
        if (cursor_.accept("^")) {
            ignoresCase_ = dotMatchesAll_ = isExtended_ = false;
        }
        for (bool isOn = true; !cursor_.isAtEnd(); cursor_.skip(1)) {
            switch (cursor_.peek()) {
                case '-':
                    isOn = false;
                    break;
                case 'i':
                    ignoresCase_ = isOn;
                    break;
                case 's':
                    dotMatchesAll_ = isOn;
                    break;
                case 'x':
                    if (isUtf_ || cursor_.peek(1) == 'x')
                        return false;
                    isExtended_ = isOn;
                    break;
                case 'm':
                    break;
                case ')':
                    isOptionOnly_ = true;
                    cursor_.skip(1);
                    return true;
                case ':':
                    cursor_.skip(1);
                    return true;
                default:
                    return false;
            }
        }
        return false;
    }

    ByteExpression readClass() {
        cursor_.skip(1);
        const RegexClass bytes = readRegexClass(cursor_, ignoresCase_);
        if (!bytes.isClosed)
            return lose();
        return isUtf_ || !bytes.isKnown ? someCharacter() : ByteExpression::ofSet(bytes.set);
    }

    RegexCursor cursor_;
    std::size_t end_;
    bool ignoresCase_;
    bool dotMatchesAll_;
    bool isExtended_;
    bool isUtf_;
    bool isOptionOnly_ = false;
    bool isLost_ = false;
    bool isExact_ = true;
    bool hasMystery_ = false;
};

}  // namespace

RegexReading readRegex(const RegexQuery& query) {
    return RegexReader(query).read();
}

}  // namespace octavo
