// RangeNesting against the obvious loops over all ranges.

#include <algorithm>
#include <rapidcheck.h>

#include "core/base/range_nesting.h"

using namespace octavo;

namespace {

constexpr ByteOffset kSize = 24;  // few places, so that ranges share ends, overlap and are equal

ByteRange anyRange() {
    const auto a = *rc::gen::inRange<ByteOffset>(0, kSize + 1);
    const auto b = *rc::gen::inRange<ByteOffset>(0, kSize + 1);
    return {std::min(a, b), std::max(a, b)};
}

std::vector<ByteRange> anyRanges(std::size_t most) {
    std::vector<ByteRange> ranges(*rc::gen::inRange<std::size_t>(0, most));
    std::ranges::generate(ranges, anyRange);
    std::ranges::stable_sort(ranges, RangeNesting::precedes);
    return ranges;
}

/// Byte by byte, for ranges that have some; an empty one lies where a byte could be typed into the outer one.
bool liesIn(ByteRange inner, ByteRange outer) {
    if (inner.isEmpty())
        return outer == inner || outer.contains(inner.begin);
    for (ByteOffset at = inner.begin; at < inner.end; ++at) {
        if (!outer.contains(at))
            return false;
    }
    return true;
}

bool parentsAreTheLastThatEnclose() {
    return rc::check("the parent is the last range before it that encloses it", [] {
        const auto ranges = anyRanges(30);
        const RangeNesting nesting(ranges);
        RC_ASSERT(nesting.size() == ranges.size());
        for (std::size_t i = 0; i < ranges.size(); ++i) {
            RC_ASSERT(nesting.range(i) == ranges[i]);
            std::optional<std::size_t> expected;
            for (std::size_t j = 0; j < i; ++j) {
                if (liesIn(ranges[i], ranges[j]))
                    expected = j;
            }
            RC_ASSERT(nesting.parent(i) == expected);
            RC_ASSERT(nesting.depth(i) == (expected ? nesting.depth(*expected) + 1 : 0));
        }
    });
}

bool theChainOfParentsMissesNoneOfANest() {
    return rc::check("where ranges nest without crossing, the depth is the number that enclose", [] {
        auto ranges = anyRanges(30);
        std::vector<ByteRange> kept;  // those that cross none kept before
        for (const ByteRange each : ranges) {
            const bool crosses = std::ranges::any_of(kept, [each](ByteRange other) {
                return each.intersects(other) && !each.contains(other) && !other.contains(each);
            });
            if (!crosses)
                kept.push_back(each);
        }
        const RangeNesting nesting(kept);
        for (std::size_t i = 0; i < kept.size(); ++i) {
            const auto enclosing =
                std::count_if(kept.begin(), kept.begin() + static_cast<std::ptrdiff_t>(i),
                              [&](ByteRange outer) { return RangeNesting::encloses(outer, kept[i]); });
            RC_ASSERT(nesting.depth(i) == static_cast<std::size_t>(enclosing));
        }
    });
}

bool visitsWhatIsInSight() {
    return rc::check("every range with a byte in sight is visited, in order, and no other", [] {
        const auto ranges = anyRanges(40);
        const ByteRange seen = anyRange();
        const RangeNesting nesting(ranges);
        std::vector<std::size_t> visited;
        nesting.forEachIn(seen, [&](std::size_t index) { visited.push_back(index); });
        std::vector<std::size_t> expected;
        for (std::size_t i = 0; i < ranges.size(); ++i) {
            if (ranges[i].intersects(seen))
                expected.push_back(i);
        }
        RC_ASSERT(visited == expected);
    });
}

}  // namespace

int main() {
    const bool results[] = {parentsAreTheLastThatEnclose(), theChainOfParentsMissesNoneOfANest(),
                            visitsWhatIsInSight()};
    return std::ranges::all_of(results, [](bool isGood) { return isGood; }) ? 0 : 1;
}
