#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/byte_range.h"
#include "core/search/byte_set.h"
#include "core/search/pattern.h"

namespace octavo {

/// What bytes a match may consist of, as a tree. The hex language and text become one exactly; of a regular
/// expression it is what could be understood: everything that matches fits the tree. A value.
struct ByteExpression {
    enum class Kind : std::uint8_t {
        Bytes,      ///< one byte of `set`
        Sequence,   ///< the children, one after the other
        Choice,     ///< one of the children, the first that leads to a match
        Repeat,     ///< the only child, `least` to `most` times
        Condition,  ///< no bytes; holds or does not
        Unknown,    ///< anything
    };
    /// Stands for no upper limit of a Repeat.
    static constexpr std::uint64_t kUnlimited = ~std::uint64_t{0};

    Kind kind = Kind::Sequence;
    ByteSet set = {};
    std::vector<ByteExpression> children = {};
    std::uint64_t least = 0;
    std::uint64_t most = 0;

    [[nodiscard]] static ByteExpression ofSet(const ByteSet& set);
    [[nodiscard]] static ByteExpression ofByte(std::byte value) { return ofSet(ByteSet::of(value)); }
    [[nodiscard]] static ByteExpression ofBytes(std::span<const std::byte> bytes);
    [[nodiscard]] static ByteExpression sequence(std::vector<ByteExpression> children);
    /// REQUIRES: at least one child.
    [[nodiscard]] static ByteExpression choice(std::vector<ByteExpression> children);
    [[nodiscard]] static ByteExpression repeat(ByteExpression child, std::uint64_t least, std::uint64_t most);
    [[nodiscard]] static ByteExpression condition() { return {.kind = Kind::Condition}; }
    [[nodiscard]] static ByteExpression unknown() { return {.kind = Kind::Unknown}; }
};

/// How long what fits an expression is, and which bytes it has.
struct ByteExtent {
    ByteCount least = 0;
    ByteCount most = 0;  ///< kUnlimited when there is no limit, or none below 2^32
    ByteSet bytes;

    static constexpr ByteCount kUnlimited = ByteExpression::kUnlimited;
    /// The extent of something of this extent, followed by something of the other.
    [[nodiscard]] ByteExtent followedBy(const ByteExtent& other) const;
};
[[nodiscard]] ByteExtent extentOf(const ByteExpression& expression);

/// The pattern that matches exactly what the expression does; nothing when it takes more than values and
/// masks. `limit` is its greatest length.
[[nodiscard]] std::optional<Pattern> patternOf(const ByteExpression& expression, std::size_t limit);

/// The sets of bytes at each place of an expression of fixed length; nothing for others. Where it is a
/// choice the sets may hold more than can occur together.
[[nodiscard]] std::optional<std::vector<ByteSet>> setsOf(const ByteExpression& expression, std::size_t limit);

/// The regular expression (PCRE2's, of bytes) for an expression without Condition and Unknown. Repeats take
/// as little as they can.
[[nodiscard]] std::string regexOf(const ByteExpression& expression);

}  // namespace octavo
