#include "core/base/range_nesting.h"

#include <algorithm>
#include <bit>

namespace octavo {

RangeNesting::RangeNesting(std::vector<ByteRange> ranges) {
    OCTAVO_EXPECTS(std::is_sorted(ranges.begin(), ranges.end(), precedes));
    nodes_.reserve(ranges.size());
    for (const ByteRange each : ranges)
        nodes_.push_back({.range = each});
    findParents();
    gatherEnds();
}

std::optional<std::size_t> RangeNesting::parent(std::size_t index) const {
    const std::size_t found = nodes_[index].parent;
    return found == kNone ? std::nullopt : std::optional(found);
}

void RangeNesting::findParents() {
    // The ranges that may still enclose a later one, each in the one before. One that does not enclose the
    // present range can be dropped: whatever comes later and lies in it lies in the present range as well,
    // which is the later of the two.
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
        while (!open.empty() && !encloses(nodes_[open.back()].range, nodes_[i].range))
            open.pop_back();
        if (!open.empty())
            nodes_[i].parent = open.back();
        nodes_[i].depth = open.size();
        open.push_back(i);
    }
}

void RangeNesting::gatherEnds() {
    leaves_ = std::bit_ceil(nodes_.size());
    ends_.assign(2 * leaves_, 0);
    for (std::size_t i = 0; i < nodes_.size(); ++i)
        ends_[leaves_ + i] = nodes_[i].range.end;
    for (std::size_t n = leaves_; n-- > 1;)
        ends_[n] = std::max(ends_[2 * n], ends_[2 * n + 1]);
}

std::size_t RangeNesting::firstEndingAfter(std::size_t from, ByteOffset offset) const {
    if (from >= size())
        return size();
    std::size_t n = leaves_ + from;
    while (ends_[n] <= offset) {
        while (n % 2 == 1)  // the right one of two: what follows hangs from further up
            n /= 2;
        if (n == 0)
            return size();
        ++n;
    }
    while (n < leaves_) {
        n *= 2;
        if (ends_[n] <= offset)
            ++n;
    }
    return n - leaves_;
}

}  // namespace octavo
