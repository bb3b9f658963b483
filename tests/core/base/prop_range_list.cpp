// RangeList against the naive list: for each of a few bytes the number of the range that has it, or none.

#include <algorithm>
#include <array>
#include <rapidcheck.h>

#include "core/base/range_list.h"

using namespace octavo;

namespace {

constexpr std::size_t kSize = 40;

ByteRange anyRange() {
    const auto a = *rc::gen::inRange<ByteOffset>(0, kSize);
    const auto b = *rc::gen::inRange<ByteOffset>(0, kSize);
    return {std::min(a, b), std::max(a, b) + 1};
}

std::vector<ByteRange> anyRanges() {
    std::vector<ByteRange> ranges;
    for (int count = *rc::gen::inRange(0, 8); count > 0; --count)
        ranges.push_back(anyRange());
    return ranges;
}

std::vector<ByteRange> listed(std::span<const ByteRange> ranges) {
    return {ranges.begin(), ranges.end()};
}

bool isInOrder(const RangeList& list) {
    ByteOffset reached = 0;
    for (const ByteRange range : list.all()) {
        if (range.isEmpty() || range.begin < reached)
            return false;
        reached = range.end;
    }
    return true;
}

void compareBytes(const RangeList& list, const std::array<bool, kSize>& flags) {
    RC_ASSERT(isInOrder(list));
    ByteCount index = 0;
    for (ByteOffset at = 0; at < kSize; ++at) {
        RC_ASSERT(list.contains(at) == flags[at]);
        if (flags[at])
            RC_ASSERT(list.offsetOf(index++) == at);
    }
    RC_ASSERT(list.totalSize() == index);
    RC_ASSERT(list.isEmpty() == (index == 0));
}

std::array<bool, kSize> flagsOf(const std::vector<ByteRange>& ranges) {
    std::array<bool, kSize> flags{};
    for (const ByteRange range : ranges)
        std::fill(flags.begin() + static_cast<long>(range.begin),
                  flags.begin() + static_cast<long>(range.end), true);
    return flags;
}

/// Overlapping ones become one, touching ones do not.
std::size_t countOf(std::vector<ByteRange> ranges) {
    std::size_t count = 0;
    for (ByteOffset at = 0; at < kSize; ++at) {
        const auto begins = [at](ByteRange range) { return range.begin == at; };
        const auto goesOn = [at](ByteRange range) { return range.begin < at && at < range.end; };
        count += std::ranges::any_of(ranges, begins) && !std::ranges::any_of(ranges, goesOn) ? 1 : 0;
    }
    return count;
}

}  // namespace

int main() {
    bool isGood = rc::check("joining keeps the bytes and what only touches", [] {
        const auto ranges = anyRanges();
        const RangeList list = RangeList::joining(ranges);
        compareBytes(list, flagsOf(ranges));
        RC_ASSERT(list.size() == countOf(ranges));
        RC_ASSERT(list == RangeList::joining({ranges.rbegin(), ranges.rend()}));
    });
    isGood =
        rc::check("touching gives those that share a byte",
                  [] {
                      const RangeList list = RangeList::joining(anyRanges());
                      const ByteRange window = anyRange();
                      std::vector<ByteRange> expected = listed(list.all());
                      std::erase_if(expected, [&](ByteRange range) { return !range.intersects(window); });
                      RC_ASSERT(listed(list.touching(window)) == expected);
                  }) &&
        isGood;
    isGood = rc::check("with and without",
                       [] {
                           const RangeList list = RangeList::joining(anyRanges());
                           const ByteRange added = anyRange();
                           const RangeList more = list.with(added);
                           std::vector<ByteRange> bytes = listed(list.all());
                           bytes.push_back(added);
                           compareBytes(more, flagsOf(bytes));
                           RC_ASSERT(std::ranges::count(more.all(), added) == 1);
                           const ByteOffset at = *rc::gen::inRange<ByteOffset>(added.begin, added.end);
                           std::vector<ByteRange> rest = listed(more.all());
                           std::erase(rest, added);
                           const RangeList less = more.without(at);
                           RC_ASSERT(listed(less.all()) == rest);
                       }) &&
             isGood;
    return isGood ? 0 : 1;
}
