#pragma once

#include "core/search/block_finder.h"
#include "core/search/number_query.h"
#include "core/search/searcher.h"

namespace octavo {

/// Finds numbers of a range. Numbers are compared as places in the order of their type (orderKey), so that
/// one loop over whole registers serves integers and floats.
class NumberFinder final : public BlockFinder {
public:
    NumberFinder(const NumberQuery& query, SearchEngine engine);

    [[nodiscard]] BlockResult findFirst(const SearchBlock& block, FinderMemory* memory) const override;
    [[nodiscard]] ByteCount lookAhead() const override { return size_ - 1; }
    [[nodiscard]] std::optional<ByteCount> fixedLength() const override { return size_; }

    /// What is compared: how a number is read, and the range of its place in order.
    struct Test {
        std::uint64_t low = 0;
        std::uint64_t span = 0;  ///< high - low
    };
    /// True when one of `count` numbers in a row, the first at `data`, is in the range.
    using AnyFunction = bool (*)(const std::byte* data, std::size_t count, const Test& test);

private:
    [[nodiscard]] bool fitsAt(const std::byte* place) const { return any_(place, 1, test_); }
    /// The first multiple of the alignment at `from` or later, as an index of the block's bytes.
    [[nodiscard]] std::size_t aligned(const SearchBlock& block, std::size_t from) const;
    [[nodiscard]] bool anyAmong(const SearchBlock& block, std::size_t first) const;

    std::size_t size_;
    ByteCount alignment_;
    Test test_;
    AnyFunction any_;
};

}  // namespace octavo
