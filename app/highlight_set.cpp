#include "app/highlight_set.h"

#include <algorithm>

namespace octavo {

std::size_t HighlightSet::firstEndingAfter(ByteOffset offset) const {
    const auto found = std::upper_bound(ranges_.begin(), ranges_.end(), offset,
                                        [](ByteOffset at, ByteRange range) { return at < range.end; });
    return static_cast<std::size_t>(found - ranges_.begin());
}

void HighlightSet::follow(const Change& change) {
    const ByteRange removed = change.removedRange();
    std::erase_if(ranges_, [removed](ByteRange each) {
        // An insertion inside a range splits what was found there, so that goes too.
        return removed.isEmpty() ? each.begin < removed.begin && removed.begin < each.end
                                 : each.intersects(removed);
    });
    const auto distance =
        static_cast<std::int64_t>(change.inserted) - static_cast<std::int64_t>(change.removed);
    if (distance == 0)
        return;
    for (std::size_t i = firstEndingAfter(removed.begin); i < ranges_.size(); ++i)
        ranges_[i] = ranges_[i].shifted(distance);
}

}  // namespace octavo
