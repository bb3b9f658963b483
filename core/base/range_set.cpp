#include "core/base/range_set.h"

#include <algorithm>
#include <utility>

#include "core/base/range_list.h"

namespace octavo {

void RangeSet::add(ByteRange range) {
    if (range.isEmpty())
        return;
    // The first range that touches or follows the new one.
    auto first = std::lower_bound(ranges_.begin(), ranges_.end(), range.begin,
                                  [](ByteRange r, ByteOffset offset) { return r.end < offset; });
    auto last = first;
    while (last != ranges_.end() && last->begin <= range.end) {
        range.begin = std::min(range.begin, last->begin);
        range.end = std::max(range.end, last->end);
        ++last;
    }
    if (first == last) {
        ranges_.insert(first, range);
    } else {
        *first = range;
        ranges_.erase(first + 1, last);
    }
}

void RangeSet::add(const RangeSet& other) {
    for (const ByteRange range : other.ranges_)
        add(range);
}

void RangeSet::add(const RangeList& ranges) {
    for (const ByteRange range : ranges.all())
        add(range);
}

void RangeSet::remove(ByteRange range) {
    if (!intersects(range))
        return;
    std::vector<ByteRange> kept;
    kept.reserve(ranges_.size() + 1);
    for (const ByteRange old : ranges_) {
        if (!old.intersects(range)) {
            kept.push_back(old);
            continue;
        }
        if (old.begin < range.begin)
            kept.push_back({old.begin, range.begin});
        if (range.end < old.end)
            kept.push_back({range.end, old.end});
    }
    ranges_ = std::move(kept);
}

void RangeSet::remove(const RangeSet& other) {
    if (ranges_.empty())
        return;
    std::vector<ByteRange> kept;
    auto gone = std::upper_bound(other.ranges_.begin(), other.ranges_.end(), ranges_.front().begin,
                                 [](ByteOffset offset, ByteRange r) { return offset < r.end; });
    for (ByteRange range : ranges_) {
        while (gone != other.ranges_.end() && gone->end <= range.begin)
            ++gone;
        for (auto each = gone; each != other.ranges_.end() && each->begin < range.end; ++each) {
            if (range.begin < each->begin)
                kept.push_back({range.begin, each->begin});
            range.begin = std::min(range.end, each->end);
        }
        if (!range.isEmpty())
            kept.push_back(range);
    }
    ranges_ = std::move(kept);
}

bool RangeSet::contains(ByteOffset offset) const {
    return intersects({offset, offset + 1});
}

bool RangeSet::intersects(ByteRange range) const {
    const auto found = std::upper_bound(ranges_.begin(), ranges_.end(), range.begin,
                                        [](ByteOffset offset, ByteRange r) { return offset < r.end; });
    return found != ranges_.end() && found->intersects(range);
}

RangeSet RangeSet::clippedTo(ByteRange range) const {
    RangeSet clipped;
    auto found = std::upper_bound(ranges_.begin(), ranges_.end(), range.begin,
                                  [](ByteOffset offset, ByteRange r) { return offset < r.end; });
    for (; found != ranges_.end() && found->begin < range.end; ++found)
        clipped.add(found->intersection(range));
    return clipped;
}

RangeSet RangeSet::shifted(std::int64_t distance) const {
    RangeSet moved = *this;
    for (ByteRange& range : moved.ranges_)
        range = range.shifted(distance);
    return moved;
}

ByteCount RangeSet::totalSize() const {
    ByteCount total = 0;
    for (const ByteRange range : ranges_)
        total += range.size();
    return total;
}

}  // namespace octavo
