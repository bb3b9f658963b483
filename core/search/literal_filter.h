#pragma once

#include <optional>
#include <vector>

#include "core/search/block_finder.h"
#include "core/search/byte_expression.h"
#include "core/search/matcher.h"

namespace octavo {

/// Bytes that every match has, or one of a few such: between matches of an expression the search goes from
/// one of these to the next.
class LiteralFilter {
public:
    /// Nothing when the expression demands no bytes that are rare enough to be worth it.
    [[nodiscard]] static std::optional<LiteralFilter> of(const ByteExpression& expression,
                                                         Matcher::Engine engine);

    /// Bytes behind a place that must be there to rule it out.
    [[nodiscard]] ByteCount lookAhead() const { return lookAhead_; }

    /// Goes over the places of one block, in order.
    class Walk {
    public:
        explicit Walk(const LiteralFilter& filter) : filter_(filter), next_(filter.clauses_.size()) {}

        /// Places where a match may begin: none lies between `from` and `first`, some in [first, last].
        struct Candidates {
            std::size_t first = 0;
            std::size_t last = 0;
            bool isOpen = false;  ///< whether one begins from `first` on depends on bytes behind the block
        };
        /// The first candidates at `from` or later; nothing when there are none in the block.
        [[nodiscard]] std::optional<Candidates> next(const SearchBlock& block, std::size_t from);

    private:
        struct Next {
            bool isKnown = false;
            std::optional<std::size_t> literal;  // where it is; nothing when it does not come any more
            std::size_t reach = 0;               // the first place from which it can be reached
        };
        void look(const SearchBlock& block, std::size_t from, std::size_t clause);

        const LiteralFilter& filter_;
        std::vector<Next> next_;
    };

private:
    /// Every match has `matcher`'s bytes, `least` to `most` bytes behind its begin; what lies between has
    /// only bytes of `between`.
    struct Clause {
        Matcher matcher;
        ByteCount least = 0;
        ByteCount most = 0;
        ByteSet between;
        bool isBounded = false;  // `most` is small enough to look that far
    };

    std::vector<Clause> clauses_;
    ByteCount lookAhead_ = 0;
};

}  // namespace octavo
