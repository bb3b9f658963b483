#include "core/structure/input_ranges.h"

#include <algorithm>

namespace octavo {

void InputRanges::add(ByteRange range) {
    if (range.isEmpty())
        return;
    if (count_ == 0) {
        ranges_[count_++] = range;
        return;
    }
    ByteRange& last = ranges_[count_ - 1];
    const bool isBehind = range.begin >= last.begin;
    if (isBehind && (range.begin <= last.end || range.begin - last.end <= kClose))
        last.end = std::max(last.end, range.end);
    else
        insert(range);
}

void InputRanges::add(const InputRanges& others) {
    for (const ByteRange& each : others.ranges())
        add(each);
}

bool InputRanges::touches(ByteRange range) const {
    return std::ranges::any_of(ranges(), [range](const ByteRange& each) {
        return each.begin < range.end && range.begin < each.end;
    });
}

/// Puts a range at its place, joins what is close, and then the two with the least between them if there are
/// too many.
void InputRanges::insert(ByteRange range) {
    std::size_t at = count_;
    for (; at > 0 && ranges_[at - 1].begin > range.begin; --at)
        ranges_[at] = ranges_[at - 1];
    ranges_[at] = range;
    ++count_;
    std::uint8_t kept = 0;
    for (std::size_t i = 1; i < count_; ++i) {
        ByteRange& last = ranges_[kept];
        const ByteRange next = ranges_[i];
        if (next.begin <= last.end || next.begin - last.end <= kClose)
            last.end = std::max(last.end, next.end);
        else
            ranges_[++kept] = next;
    }
    count_ = kept + 1;
    if (count_ > kMost)
        join();
}

void InputRanges::join() {
    std::size_t closest = 1;
    const auto gap = [this](std::size_t i) { return ranges_[i].begin - ranges_[i - 1].end; };
    for (std::size_t i = 2; i < count_; ++i)
        closest = gap(i) < gap(closest) ? i : closest;
    ranges_[closest - 1].end = ranges_[closest].end;
    for (std::size_t i = closest; i + 1 < count_; ++i)
        ranges_[i] = ranges_[i + 1];
    --count_;
}

}  // namespace octavo
