// RevisionMap against a plain list that knows each byte: random changes, then every range is asked for.

#include <algorithm>
#include <rapidcheck.h>
#include <vector>

#include "core/buffer/revision_map.h"

namespace octavo {
namespace {

constexpr ByteCount kSize = 24;
constexpr ByteOffset kNew = ~ByteOffset{0};  // a byte that was not there then

struct World {
    RevisionMap map;
    std::vector<ByteOffset> bytes;  ///< where each byte was then

    World() {
        for (ByteOffset at = 0; at < kSize; ++at)
            bytes.push_back(at);
    }
    void change() {
        Change change;
        change.offset = *rc::gen::inRange<ByteOffset>(0, bytes.size() + 1);
        change.removed =
            *rc::gen::inRange<ByteCount>(0, std::min<ByteCount>(5, bytes.size() - change.offset) + 1);
        change.inserted = *rc::gen::inRange<ByteCount>(0, 4);
        const auto begin = bytes.begin() + static_cast<std::ptrdiff_t>(change.offset);
        const auto at = bytes.erase(begin, begin + static_cast<std::ptrdiff_t>(change.removed));
        bytes.insert(at, change.inserted, kNew);
        map.apply(change);
    }
    [[nodiscard]] std::optional<ByteRange> whereIs(ByteRange then) const {
        const auto first = std::ranges::find(bytes, then.begin);
        for (ByteCount i = 0; i < then.size(); ++i) {
            if (bytes.end() - first <= static_cast<std::ptrdiff_t>(i) ||
                first[static_cast<std::ptrdiff_t>(i)] != then.begin + i)
                return std::nullopt;
        }
        return ByteRange::ofLength(static_cast<ByteOffset>(first - bytes.begin()), then.size());
    }
};

void checkAll(const World& world) {
    for (ByteOffset begin = 0; begin < kSize; ++begin) {
        for (ByteOffset end = begin + 1; end <= kSize; ++end)
            RC_ASSERT(world.map.now({begin, end}) == world.whereIs({begin, end}));
        if (const auto one = world.whereIs({begin, begin + 1}))
            RC_ASSERT(world.map.nearest(begin) == one->begin);
        else
            RC_ASSERT(world.map.nearest(begin) <= world.bytes.size());
    }
}

}  // namespace
}  // namespace octavo

int main() {
    const bool isGood = rc::check("bytes are found where they are, and only together", [] {
        octavo::World world;
        for (int left = *rc::gen::inRange(0, 20); left > 0; --left) {
            world.change();
            octavo::checkAll(world);
        }
    });
    return isGood ? 0 : 1;
}
