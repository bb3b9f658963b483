#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "core/base/byte_range.h"

namespace octavo {

/// Which of many ranges lies in which other, and which of them have bytes in sight. Ranges may overlap in
/// any way and may be empty or equal. Immutable once built; any thread.
class RangeNesting {
public:
    RangeNesting() = default;
    /// Index i stands for ranges[i] below. REQUIRES: sorted by precedes(). Cost: O(n).
    explicit RangeNesting(std::vector<ByteRange> ranges);

    /// The order: an earlier start first, at one start the longer range, so that a range comes before those
    /// that lie in it.
    [[nodiscard]] static constexpr bool precedes(ByteRange left, ByteRange right) {
        return left.begin != right.begin ? left.begin < right.begin : left.end > right.end;
    }
    /// True when all of `inner` lies in `outer`. An empty range at the end of one with bytes lies behind it.
    [[nodiscard]] static constexpr bool encloses(ByteRange outer, ByteRange inner) {
        return outer.contains(inner) && (inner.begin < outer.end || outer.isEmpty());
    }

    [[nodiscard]] std::size_t size() const { return nodes_.size(); }
    [[nodiscard]] ByteRange range(std::size_t index) const { return nodes_[index].range; }
    /// The last before it, in the order, that encloses it; of equal ranges the later lies in the earlier.
    [[nodiscard]] std::optional<std::size_t> parent(std::size_t index) const;
    /// How many ranges it lies in, going from parent to parent.
    [[nodiscard]] std::size_t depth(std::size_t index) const { return nodes_[index].depth; }

    /// Calls `visit(index)`, in order, for each that has bytes in `seen`; so a later one is the one in front.
    /// Cost: O(log n) and the same for each visited.
    template <typename Visit>
    void forEachIn(ByteRange seen, const Visit& visit) const {
        for (std::size_t i = firstEndingAfter(0, seen.begin); i < size() && range(i).begin < seen.end;
             i = firstEndingAfter(i + 1, seen.begin)) {
            if (range(i).intersects(seen))
                visit(i);
        }
    }

private:
    static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

    struct Node {
        ByteRange range;
        std::size_t parent = kNone;
        std::size_t depth = 0;
    };
    void findParents();
    void gatherEnds();
    /// The first index from `from` on whose range ends behind `offset`; size() when there is none.
    [[nodiscard]] std::size_t firstEndingAfter(std::size_t from, ByteOffset offset) const;

    std::vector<Node> nodes_;
    // A complete binary tree: the children of ends_[n] are 2n and 2n+1, its leaves from leaves_ on belong to
    // nodes_; each holds the latest end below it.
    std::vector<ByteOffset> ends_;
    std::size_t leaves_ = 0;
};

}  // namespace octavo
