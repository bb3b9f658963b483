#include "core/search/block_finder.h"

namespace octavo {

BlockResult BlockFinder::findLast(const SearchBlock& block, FinderMemory* memory) const {
    BlockResult best = findFirst(block, memory);
    if (best.kind != BlockResult::Kind::Found)
        return best;
    // A match begins at best.place and none at `until` or later; halve what lies between.
    std::size_t until = block.last;
    while (best.place + 1 < until) {
        SearchBlock upper = block;
        upper.first = best.place + 1 + (until - best.place - 1) / 2;
        upper.last = until;
        const BlockResult result = findFirst(upper, memory);
        if (result.kind == BlockResult::Kind::Found)
            best = result;
        else if (result.kind == BlockResult::Kind::None)
            until = upper.first;
        else
            return result;
    }
    return best;
}

}  // namespace octavo
