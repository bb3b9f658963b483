// RangeSet against the naive set: one flag for each of a few bytes.

#include <algorithm>
#include <array>
#include <rapidcheck.h>

#include "core/base/range_set.h"

using namespace octavo;

namespace {

constexpr std::size_t kSize = 40;
using Flags = std::array<bool, kSize>;

void fill(Flags& flags, ByteRange range, bool value) {
    for (ByteOffset at = range.begin; at < range.end; ++at)
        flags[at] = value;
}

Flags flagsOf(const RangeSet& set) {
    Flags flags{};
    for (const ByteRange range : set.ranges())
        fill(flags, range, true);
    return flags;
}

bool isTidy(const RangeSet& set) {
    const auto& ranges = set.ranges();
    for (std::size_t i = 0; i < ranges.size(); ++i) {
        if (ranges[i].begin >= ranges[i].end || (i > 0 && ranges[i - 1].end >= ranges[i].begin))
            return false;
    }
    return true;
}

ByteRange anyRange() {
    const auto a = *rc::gen::inRange<ByteOffset>(0, kSize + 1);
    const auto b = *rc::gen::inRange<ByteOffset>(0, kSize + 1);
    return {std::min(a, b), std::max(a, b)};
}

void compare(const RangeSet& set, const Flags& flags, ByteRange window) {
    RC_ASSERT(isTidy(set));
    RC_ASSERT(flagsOf(set) == flags);
    RC_ASSERT(set.totalSize() == static_cast<ByteCount>(std::ranges::count(flags, true)));
    RC_ASSERT(set.isEmpty() == (std::ranges::count(flags, true) == 0));
    Flags inWindow{};
    bool isHit = false;
    for (ByteOffset at = 0; at < kSize; ++at) {
        RC_ASSERT(set.contains(at) == flags[at]);
        inWindow[at] = flags[at] && window.contains(at);
        isHit = isHit || inWindow[at];
    }
    RC_ASSERT(set.intersects(window) == isHit);
    RC_ASSERT(isTidy(set.clippedTo(window)));
    RC_ASSERT(flagsOf(set.clippedTo(window)) == inWindow);
    RC_ASSERT(set.shifted(1000).shifted(-1000) == set);
}

}  // namespace

int main() {
    const bool isGood = rc::check("adding and removing agree with a set of flags", [] {
        RangeSet set;
        Flags flags{};
        const int steps = *rc::gen::inRange(1, 30);
        for (int i = 0; i < steps; ++i) {
            const ByteRange range = anyRange();
            const bool isAdded = *rc::gen::weightedElement<bool>({{2, true}, {1, false}});
            if (isAdded)
                set.add(range);
            else
                set.remove(range);
            fill(flags, range, isAdded);
            compare(set, flags, anyRange());
        }
        RangeSet united = set;
        united.add(set.shifted(0));
        RC_ASSERT(united == set);
        united.remove(set);
        RC_ASSERT(united.isEmpty());
    });
    return isGood ? 0 : 1;
}
