#include "core/search/text_expression.h"

#include <algorithm>
#include <utility>

#include "core/search/case_folding.h"
#include "core/search/text_encoder.h"

namespace octavo {

namespace {

constexpr std::size_t kMostTogether = 3;  // characters that one character folds to
constexpr std::size_t kLongestKnot = 12;  // characters among which all ways to write them are listed

using Sets = std::vector<ByteSet>;

/// Two ways to write a character that differ in one byte are one way with a set there.
bool joinInto(Sets& sets, const Sets& other) {
    if (sets.size() != other.size())
        return false;
    std::size_t differing = 0;
    std::size_t at = 0;
    for (std::size_t i = 0; i < sets.size(); ++i) {
        if (sets[i] != other[i]) {
            ++differing;
            at = i;
        }
    }
    if (differing > 1)
        return false;
    if (differing == 1)
        sets[at].add(other[at]);
    return true;
}

ByteExpression expressionOf(const Sets& sets) {
    std::vector<ByteExpression> bytes;
    for (const ByteSet& set : sets)
        bytes.push_back(ByteExpression::ofSet(set));
    return ByteExpression::sequence(std::move(bytes));
}

/// Turns folded text into an expression.
class FoldedText {
public:
    FoldedText(std::u32string text, const CharacterEncoder& encoder)
        : text_(std::move(text)), encoder_(encoder) {}

    /// The index of the first character that cannot be written; the size when all can.
    [[nodiscard]] std::size_t findUnwritable() const {
        for (std::size_t i = 0; i < text_.size(); ++i) {
            if (waysToWrite(i, 1).empty() && !isCovered(i))
                return i;
        }
        return text_.size();
    }

    [[nodiscard]] ByteExpression expression() const {
        std::vector<ByteExpression> knots;
        for (std::size_t begin = 0; begin < text_.size();) {
            const std::size_t end = endOfKnot(begin);
            if (end - begin > kLongestKnot) {
                for (std::size_t i = begin; i < end; ++i)
                    knots.push_back(fromTo(i, i + 1));
            } else {
                knots.push_back(fromTo(begin, end));
            }
            begin = end;
        }
        return ByteExpression::sequence(std::move(knots));
    }

private:
    /// Every way to write the `count` characters from `index` on as one.
    [[nodiscard]] std::vector<Sets> waysToWrite(std::size_t index, std::size_t count) const {
        std::vector<Sets> ways;
        for (const char32_t character :
             charactersFoldingTo(std::u32string_view(text_).substr(index, count))) {
            const auto bytes = encoder_(character);
            if (!bytes || bytes->empty())
                continue;
            Sets sets;
            for (const std::byte value : *bytes)
                sets.push_back(ByteSet::of(value));
            if (std::ranges::none_of(ways, [&](Sets& way) { return joinInto(way, sets); }))
                ways.push_back(std::move(sets));
        }
        return ways;
    }

    /// True when some longer piece that can be written as one character holds this one.
    [[nodiscard]] bool isCovered(std::size_t index) const {
        for (std::size_t count = 2; count <= kMostTogether; ++count) {
            for (std::size_t back = 0; back < count && back <= index; ++back) {
                if (index - back + count <= text_.size() && !waysToWrite(index - back, count).empty())
                    return true;
            }
        }
        return false;
    }

    /// Where no piece that can be written as one character lies across.
    [[nodiscard]] std::size_t endOfKnot(std::size_t begin) const {
        std::size_t end = begin + 1;
        for (std::size_t i = begin; i < end; ++i) {
            for (std::size_t count = 2; count <= kMostTogether && i + count <= text_.size(); ++count) {
                if (!waysToWrite(i, count).empty())
                    end = std::max(end, i + count);
            }
        }
        return end;
    }

    [[nodiscard]] ByteExpression fromTo(std::size_t begin, std::size_t end) const {
        std::vector<ByteExpression> alternatives;
        for (std::size_t count = 1; count <= std::min(kMostTogether, end - begin); ++count) {
            const auto ways = waysToWrite(begin, count);
            if (ways.empty())
                continue;
            std::vector<ByteExpression> choices;
            for (const Sets& way : ways)
                choices.push_back(expressionOf(way));
            std::vector<ByteExpression> parts;
            parts.push_back(ByteExpression::choice(std::move(choices)));
            if (begin + count < end)
                parts.push_back(fromTo(begin + count, end));
            alternatives.push_back(ByteExpression::sequence(std::move(parts)));
        }
        // A part that no way leads through matches nothing.
        if (alternatives.empty())
            return ByteExpression::ofSet({});
        return ByteExpression::choice(std::move(alternatives));
    }

    std::u32string text_;
    const CharacterEncoder& encoder_;
};

}  // namespace

Result<ByteExpression> textExpression(std::string_view utf8, TextCase textCase,
                                      const CharacterEncoder& encoder) {
    const auto characters = charactersOf(utf8);
    if (!characters)
        return fail(characters.error());
    if (characters->empty())
        return failAt(ErrorCode::Malformed, 0, "text");
    if (textCase == TextCase::Exact) {
        std::vector<ByteExpression> bytes;
        for (const TextCharacter& character : *characters) {
            const auto encoded = encoder(character.value);
            if (!encoded)
                return failAt(ErrorCode::Unsupported, character.at);
            bytes.push_back(ByteExpression::ofBytes(*encoded));
        }
        return ByteExpression::sequence(std::move(bytes));
    }
    std::u32string folded;
    std::vector<std::size_t> origins;
    for (const TextCharacter& character : *characters) {
        appendFolded(character.value, folded);
        origins.resize(folded.size(), character.at);
    }
    const FoldedText text(std::move(folded), encoder);
    if (const std::size_t unwritable = text.findUnwritable(); unwritable < origins.size())
        return failAt(ErrorCode::Unsupported, origins[unwritable]);
    return text.expression();
}

}  // namespace octavo
