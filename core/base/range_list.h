#pragma once

#include <memory>
#include <span>
#include <vector>

#include "core/base/byte_range.h"

namespace octavo {

/// Ranges in order that do not overlap, none of them empty; unlike those of a RangeSet, neighbours may touch
/// and stay two. An immutable value; copying is O(1), any number may be read from any thread.
class RangeList {
public:
    RangeList() = default;  ///< of no range
    /// REQUIRES: in order, disjoint, none empty.
    explicit RangeList(std::vector<ByteRange> ranges);
    /// In any order; those that overlap become one, empty ones are left out. Cost: O(n log n).
    [[nodiscard]] static RangeList joining(std::vector<ByteRange> ranges);

    [[nodiscard]] bool isEmpty() const { return all().empty(); }
    [[nodiscard]] std::size_t size() const { return all().size(); }
    /// Good as long as this or a copy of it is.
    [[nodiscard]] std::span<const ByteRange> all() const&;
    std::span<const ByteRange> all() && = delete;
    /// Of all ranges together. Cost: O(1).
    [[nodiscard]] ByteCount totalSize() const { return totalSize_; }
    /// From the first byte to the last. REQUIRES: not empty.
    [[nodiscard]] ByteRange bounds() const { return {all().front().begin, all().back().end}; }

    /// Those that share a byte with `range`. Cost: O(log n).
    [[nodiscard]] std::span<const ByteRange> touching(ByteRange range) const&;
    std::span<const ByteRange> touching(ByteRange range) && = delete;
    /// Where the byte is that has `index` others of the list before it. REQUIRES: index < totalSize(). Cost:
    /// O(n).
    [[nodiscard]] ByteOffset offsetOf(ByteCount index) const;
    [[nodiscard]] bool contains(ByteOffset offset) const { return !touching({offset, offset + 1}).empty(); }

    /// With this range, whose bytes the others no longer have. Cost: O(n). REQUIRES: not empty.
    [[nodiscard]] RangeList with(ByteRange range) const;
    /// Without the range in which this byte lies. Cost: O(n).
    [[nodiscard]] RangeList without(ByteOffset offset) const;

    friend bool operator==(const RangeList& a, const RangeList& b);

private:
    std::shared_ptr<const std::vector<ByteRange>> ranges_;  // null: none
    ByteCount totalSize_ = 0;
};

}  // namespace octavo
