#include "core/search/hex_language.h"

#include <utility>
#include <vector>

#include "core/base/hex_digit.h"

namespace octavo {

namespace {

constexpr std::uint64_t kLongestGap = 65535;
constexpr int kDeepest = 64;

struct Nibble {
    unsigned value = 0;
    unsigned mask = 0xF;
};

std::optional<Nibble> nibbleOf(char c) {
    if (const auto digit = hexDigit(c))
        return Nibble{.value = *digit};
    if (c == '?')
        return Nibble{.value = 0, .mask = 0};
    return std::nullopt;
}

bool isSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

class HexReader {
public:
    explicit HexReader(std::string_view text) : text_(text) {}

    Result<ByteExpression> read() {
        auto expression = readChoice(0);
        if (!expression)
            return expression;
        if (at_ < text_.size())
            return expected("hex digit");
        if (!findsSomething(*expression))
            return failAt(ErrorCode::Malformed, text_.size(), "something to find");
        return expression;
    }

private:
    /// A pattern of gaps matches everywhere, which nobody means; `??` is meant.
    static bool findsSomething(const ByteExpression& expression) {
        using Kind = ByteExpression::Kind;
        if (expression.kind == Kind::Bytes)
            return true;
        if (expression.kind == Kind::Repeat)
            return false;
        bool finds = expression.kind == Kind::Choice;
        for (const ByteExpression& child : expression.children)
            finds = expression.kind == Kind::Choice ? finds && findsSomething(child)
                                                    : finds || findsSomething(child);
        return finds;
    }

    tl::unexpected<Error> expected(const char* what) const { return failAt(ErrorCode::Malformed, at_, what); }
    [[nodiscard]] char peek(std::size_t ahead = 0) const {
        return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
    }
    [[nodiscard]] bool isAtEnd() const { return at_ >= text_.size(); }
    void skipSpace() {
        while (!isAtEnd() && isSpace(text_[at_]))
            ++at_;
    }
    [[nodiscard]] bool endsGroup(std::size_t index) const {
        return index >= text_.size() || isSpace(text_[index]) ||
               std::string_view("[]{}()|-").find(text_[index]) != std::string_view::npos;
    }
    [[nodiscard]] bool startsGroup() const { return at_ == 0 || endsGroup(at_ - 1); }

    Result<ByteExpression> readChoice(int depth) {
        if (depth > kDeepest)
            return failAt(ErrorCode::LimitReached, at_);
        std::vector<ByteExpression> alternatives;
        for (;;) {
            auto sequence = readSequence(depth);
            if (!sequence)
                return sequence;
            alternatives.push_back(std::move(*sequence));
            if (depth == 0 || peek() != '|')
                return ByteExpression::choice(std::move(alternatives));
            ++at_;
        }
    }

    Result<ByteExpression> readSequence(int depth) {
        std::vector<ByteExpression> items;
        for (skipSpace(); !isAtEnd(); skipSpace()) {
            const char c = peek();
            if (depth > 0 && (c == ')' || c == '|'))
                break;
            auto item = c == '['   ? readClass()
                        : c == '{' ? readGap()
                        : c == '(' ? readGroup(depth)
                                   : readByte();
            if (!item)
                return item;
            items.push_back(std::move(*item));
        }
        if (items.empty())
            return expected("hex digit");
        return ByteExpression::sequence(std::move(items));
    }

    Result<ByteExpression> readGroup(int depth) {
        ++at_;
        auto inside = readChoice(depth + 1);
        if (!inside)
            return inside;
        if (peek() != ')')
            return expected(")");
        ++at_;
        return inside;
    }

    Result<ByteExpression> readByte() {
        if (peek() == '0' && (peek(1) == 'x' || peek(1) == 'X') && startsGroup() && !endsGroup(at_ + 2))
            at_ += 2;
        if (peek() == '?' && startsGroup() && endsGroup(at_ + 1)) {
            ++at_;
            return ByteExpression::ofSet(ByteSet::all());
        }
        const auto high = nibbleOf(peek());
        if (!high)
            return expected("hex digit");
        ++at_;
        const auto low = isAtEnd() ? std::nullopt : nibbleOf(peek());
        if (!low)
            return expected("hex pair");
        ++at_;
        return ByteExpression::ofSet(ByteSet::ofMasked(static_cast<std::byte>(high->value << 4 | low->value),
                                                       static_cast<std::byte>(high->mask << 4 | low->mask)));
    }

    Result<ByteExpression> readClass() {
        ++at_;
        skipSpace();
        const bool isNegated = peek() == '^';
        at_ += isNegated ? 1 : 0;
        ByteSet set;
        for (skipSpace(); peek() != ']'; skipSpace()) {
            if (isAtEnd())
                return expected("]");
            if (Status status = readClassPart(set); !status)
                return fail(status.error());
        }
        if (set.isEmpty())
            return expected("hex digit");
        ++at_;
        set = isNegated ? set.complement() : set;
        if (set.isEmpty())
            return failAt(ErrorCode::Malformed, at_ - 1, "hex digit");
        return ByteExpression::ofSet(set);
    }

    Status readClassPart(ByteSet& set) {
        const auto first = readByte();
        if (!first)
            return fail(first.error());
        skipSpace();
        if (peek() != '-') {
            set.add(first->set);
            return {};
        }
        ++at_;
        skipSpace();
        const std::size_t lastAt = at_;
        const auto last = readByte();
        if (!last)
            return fail(last.error());
        // A range from or to a pair with ? has no meaning.
        if (first->set.count() != 1 || last->set.count() != 1)
            return failAt(ErrorCode::Malformed, lastAt, "hex digit");
        if (last->set.first() < first->set.first())
            return failAt(ErrorCode::Malformed, lastAt, "larger byte");
        set.addRange(first->set.first(), last->set.first());
        return {};
    }

    Result<std::uint64_t> readNumber() {
        skipSpace();
        if (peek() < '0' || peek() > '9')
            return expected("number");
        std::uint64_t value = 0;
        for (; peek() >= '0' && peek() <= '9'; ++at_) {
            value = 10 * value + static_cast<std::uint64_t>(peek() - '0');
            if (value > kLongestGap)
                return failAt(ErrorCode::LimitReached, at_);
        }
        skipSpace();
        return value;
    }

    Result<ByteExpression> readGap() {
        ++at_;
        const auto least = readNumber();
        if (!least)
            return fail(least.error());
        std::uint64_t most = *least;
        if (peek() == '-') {
            ++at_;
            skipSpace();
            const std::size_t mostAt = at_;
            const auto number = readNumber();
            if (!number)
                return fail(number.error());
            most = *number;
            if (most < *least)
                return failAt(ErrorCode::Malformed, mostAt, "larger number");
        }
        if (peek() != '}')
            return expected("}");
        ++at_;
        return ByteExpression::repeat(ByteExpression::ofSet(ByteSet::all()), *least, most);
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

}  // namespace

Result<ByteExpression> parseHexLanguage(std::string_view text) {
    return HexReader(text).read();
}

}  // namespace octavo
