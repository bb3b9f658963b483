#pragma once

#include <array>
#include <optional>

#include "core/search/block_finder.h"
#include "core/search/byte_expression.h"

namespace octavo {

/// Bytes of a set with which every match begins, a few in a row: places are passed over several at a time, by
/// looking at the last of the row first. For expressions such as `[A-Za-z]{12,}`, which demand no rare byte.
class PrefixFilter {
public:
    /// Nothing when it would not pay.
    [[nodiscard]] static std::optional<PrefixFilter> of(const ByteExpression& expression);

    [[nodiscard]] ByteCount lookAhead() const { return count_; }

    struct Candidates {
        std::size_t first = 0;
        std::size_t last = 0;
    };
    /// The first places at `from` or later, all in a row, where a match may begin; nothing when there are
    /// none in the block.
    [[nodiscard]] std::optional<Candidates> next(const SearchBlock& block, std::size_t from) const;

private:
    std::size_t count_ = 0;
    std::array<bool, 256> isInSet_{};
};

}  // namespace octavo
