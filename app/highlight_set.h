#pragma once

#include <vector>

#include "core/buffer/edit.h"

namespace octavo {

/// Many sorted, disjoint ranges that follow the bytes they lie on: matches, fields. A value.
class HighlightSet {
public:
    HighlightSet() = default;
    /// REQUIRES: sorted and disjoint.
    explicit HighlightSet(std::vector<ByteRange> ranges) : ranges_(std::move(ranges)) {}

    /// Calls `visit(range)` for each that touches `visible`. Cost: O(log n + visited).
    template <typename Visit>
    void forEachIn(ByteRange visible, const Visit& visit) const {
        for (std::size_t i = firstEndingAfter(visible.begin); i < ranges_.size(); ++i) {
            if (ranges_[i].begin >= visible.end)
                return;
            visit(ranges_[i]);
        }
    }

    /// Cost: O(log n).
    [[nodiscard]] bool intersects(ByteRange range) const {
        const std::size_t first = firstEndingAfter(range.begin);
        return first < ranges_.size() && ranges_[first].begin < range.end;
    }

    /// Moves what lies behind a change and drops what it touched. Cost: O(n).
    void follow(const Change& change);

    [[nodiscard]] const std::vector<ByteRange>& ranges() const { return ranges_; }

private:
    [[nodiscard]] std::size_t firstEndingAfter(ByteOffset offset) const;

    std::vector<ByteRange> ranges_;
};

}  // namespace octavo
