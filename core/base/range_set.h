#pragma once

#include <vector>

#include "core/base/byte_range.h"

namespace octavo {

class RangeList;

/// A set of bytes kept as sorted, disjoint, non-adjacent, non-empty ranges. A value.
class RangeSet {
public:
    RangeSet() = default;

    /// Adds a range, merging it with those it overlaps or touches. Amortised O(1) when ranges arrive in
    /// order.
    void add(ByteRange range);
    void add(const RangeSet& other);
    void add(const RangeList& ranges);
    /// Takes the bytes of a range out. Cost: O(ranges).
    void remove(ByteRange range);
    /// Cost: O(ranges of this + log ranges of the other + those of the other between them).
    void remove(const RangeSet& other);

    [[nodiscard]] bool isEmpty() const { return ranges_.empty(); }
    [[nodiscard]] bool contains(ByteOffset offset) const;
    [[nodiscard]] bool intersects(ByteRange range) const;
    /// The part of this set that lies inside `range`.
    [[nodiscard]] RangeSet clippedTo(ByteRange range) const;
    /// Every range moved by `distance`. REQUIRES: none leaves the 64-bit space.
    [[nodiscard]] RangeSet shifted(std::int64_t distance) const;
    [[nodiscard]] ByteCount totalSize() const;
    [[nodiscard]] const std::vector<ByteRange>& ranges() const { return ranges_; }

    friend bool operator==(const RangeSet&, const RangeSet&) = default;

private:
    std::vector<ByteRange> ranges_;
};

}  // namespace octavo
