#pragma once

#include <algorithm>
#include <iterator>
#include <map>

#include "core/base/byte_range.h"

namespace octavo {

/// Bytes of one source that are taken in, run by run in any order. Finding and adding cost O(log runs), where
/// a RangeSet has to move all that follows. A value.
class CoveredRuns {
public:
    /// Calls `visit(range)` for each part of `range` that is not covered.
    template <typename Visit>
    void forEachGap(ByteRange range, const Visit& visit) const {
        auto next = runs_.upper_bound(range.begin);
        if (next != runs_.begin())
            range.begin = std::max(range.begin, std::prev(next)->second);
        for (; next != runs_.end() && next->first < range.end; ++next) {
            visit(ByteRange{range.begin, next->first});
            range.begin = next->second;
        }
        if (range.begin < range.end)
            visit(range);
    }
    /// REQUIRES: not empty.
    void add(ByteRange range) {
        OCTAVO_EXPECTS(!range.isEmpty());
        auto next = runs_.upper_bound(range.begin);
        if (next != runs_.begin() && std::prev(next)->second >= range.begin)
            --next;
        for (; next != runs_.end() && next->first <= range.end; next = runs_.erase(next)) {
            range.begin = std::min(range.begin, next->first);
            range.end = std::max(range.end, next->second);
        }
        runs_.emplace_hint(next, range.begin, range.end);
    }
    /// In order.
    template <typename Visit>
    void forEach(const Visit& visit) const {
        for (const auto& [begin, end] : runs_)
            visit(ByteRange{begin, end});
    }

private:
    std::map<ByteOffset, ByteOffset> runs_;  // end by begin
};

}  // namespace octavo
