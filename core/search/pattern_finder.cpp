#include "core/search/pattern_finder.h"

#include <algorithm>

namespace octavo {

namespace {

/// The bytes that matches beginning before block.last may have.
std::span<const std::byte> reach(const SearchBlock& block, std::size_t size) {
    return block.bytes.first(std::min(block.bytes.size(), block.last + size - 1));
}

}  // namespace

BlockResult PatternFinder::findFirst(const SearchBlock& block, FinderMemory* /*memory*/) const {
    const std::size_t size = matcher_.pattern().size();
    const auto hit = matcher_.findFirst(reach(block, size), block.first);
    return hit ? BlockResult::found(*hit, *hit + size) : BlockResult{};
}

BlockResult PatternFinder::findLast(const SearchBlock& block, FinderMemory* /*memory*/) const {
    const std::size_t size = matcher_.pattern().size();
    const auto hit = matcher_.findLast(reach(block, size).subspan(block.first));
    return hit ? BlockResult::found(block.first + *hit, block.first + *hit + size) : BlockResult{};
}

}  // namespace octavo
