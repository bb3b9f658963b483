#include "core/base/range_list.h"

#include <algorithm>

namespace octavo {

RangeList::RangeList(std::vector<ByteRange> ranges) {
    ByteOffset reached = 0;
    for (const ByteRange range : ranges) {
        OCTAVO_EXPECTS(reached <= range.begin && range.begin < range.end);
        reached = range.end;
        totalSize_ += range.size();
    }
    if (!ranges.empty())
        ranges_ = std::make_shared<const std::vector<ByteRange>>(std::move(ranges));
}

RangeList RangeList::joining(std::vector<ByteRange> ranges) {
    std::erase_if(ranges, [](ByteRange range) { return range.isEmpty(); });
    std::sort(ranges.begin(), ranges.end(), [](ByteRange a, ByteRange b) { return a.begin < b.begin; });
    std::vector<ByteRange> joined;
    for (const ByteRange range : ranges) {
        if (!joined.empty() && range.begin < joined.back().end)
            joined.back().end = std::max(joined.back().end, range.end);
        else
            joined.push_back(range);
    }
    return RangeList(std::move(joined));
}

std::span<const ByteRange> RangeList::all() const& {
    return ranges_ == nullptr ? std::span<const ByteRange>() : std::span(*ranges_);
}

std::span<const ByteRange> RangeList::touching(ByteRange range) const& {
    const auto ranges = all();
    const auto first = std::partition_point(ranges.begin(), ranges.end(),
                                            [&](ByteRange each) { return each.end <= range.begin; });
    const auto last =
        std::partition_point(first, ranges.end(), [&](ByteRange each) { return each.begin < range.end; });
    return {first, last};
}

ByteOffset RangeList::offsetOf(ByteCount index) const {
    OCTAVO_EXPECTS(index < totalSize_);
    auto range = all().begin();
    for (; index >= range->size(); ++range)
        index -= range->size();
    return range->begin + index;
}

RangeList RangeList::with(ByteRange range) const {
    OCTAVO_EXPECTS(!range.isEmpty());
    std::vector<ByteRange> ranges;
    ranges.reserve(size() + 2);
    const auto keep = [&ranges](ByteOffset begin, ByteOffset end) {
        if (begin < end)
            ranges.push_back({begin, end});
    };
    bool isPlaced = false;
    for (const ByteRange each : all()) {
        keep(each.begin, std::min(each.end, range.begin));
        if (!isPlaced && each.end > range.begin) {
            ranges.push_back(range);
            isPlaced = true;
        }
        keep(std::max(each.begin, range.end), each.end);
    }
    if (!isPlaced)
        ranges.push_back(range);
    return RangeList(std::move(ranges));
}

RangeList RangeList::without(ByteOffset offset) const {
    std::vector<ByteRange> ranges(all().begin(), all().end());
    std::erase_if(ranges, [offset](ByteRange range) { return range.contains(offset); });
    return RangeList(std::move(ranges));
}

bool operator==(const RangeList& a, const RangeList& b) {
    return a.ranges_ == b.ranges_ || std::ranges::equal(a.all(), b.all());
}

}  // namespace octavo
