#include "core/structure/input_ranges.h"

#include <algorithm>

namespace octavo {

void InputRanges::add(ByteRange range) {
    if (range.isEmpty())
        return;
    if (!ranges_.empty()) {
        ByteRange& last = ranges_.back();
        const bool isBehind = range.begin >= last.begin;
        if (isBehind && (range.begin <= last.end || range.begin - last.end <= kClose)) {
            last.end = std::max(last.end, range.end);
            return;
        }
        if (!isBehind)
            return insert(range);
    }
    ranges_.push_back(range);
    if (ranges_.size() > kMost)
        insert({});
}

void InputRanges::add(const InputRanges& others) {
    for (const ByteRange& each : others.ranges_)
        add(each);
}

bool InputRanges::touches(ByteRange range) const {
    return std::any_of(ranges_.begin(), ranges_.end(), [range](const ByteRange& each) {
        return each.begin < range.end && range.begin < each.end;
    });
}

/// Puts a range at its place, joins what is close, and then the two with the least between them if there are
/// too many.
void InputRanges::insert(ByteRange range) {
    if (!range.isEmpty()) {
        const auto at =
            std::lower_bound(ranges_.begin(), ranges_.end(), range.begin,
                             [](const ByteRange& each, ByteOffset begin) { return each.begin < begin; });
        ranges_.insert(at, range);
    }
    std::size_t kept = 0;
    for (std::size_t i = 1; i < ranges_.size(); ++i) {
        ByteRange& last = ranges_[kept];
        const ByteRange next = ranges_[i];
        if (next.begin <= last.end || next.begin - last.end <= kClose)
            last.end = std::max(last.end, next.end);
        else
            ranges_[++kept] = next;
    }
    ranges_.resize(kept + 1);
    if (ranges_.size() <= kMost)
        return;
    std::size_t closest = 1;
    const auto gap = [this](std::size_t i) { return ranges_[i].begin - ranges_[i - 1].end; };
    for (std::size_t i = 2; i < ranges_.size(); ++i)
        closest = gap(i) < gap(closest) ? i : closest;
    ranges_[closest - 1].end = ranges_[closest].end;
    ranges_.erase(ranges_.begin() + static_cast<std::ptrdiff_t>(closest));
}

}  // namespace octavo
