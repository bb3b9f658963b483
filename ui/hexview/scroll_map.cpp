#include "ui/hexview/scroll_map.h"

#include <algorithm>

#include "core/base/contracts.h"

namespace octavo {

namespace {

__extension__ using Wide = unsigned __int128;

/// value * numerator / denominator, to the nearest. REQUIRES: the result fits in 64 bits.
std::uint64_t scaled(std::uint64_t value, std::uint64_t numerator, std::uint64_t denominator) {
    return static_cast<std::uint64_t>((Wide{value} * numerator + denominator / 2) / denominator);
}

}  // namespace

ScrollMap::ScrollMap(std::uint64_t rows, int pageRows) {
    OCTAVO_EXPECTS(pageRows > 0);
    const auto page = static_cast<std::uint64_t>(pageRows);
    lastTopRow_ = rows > page ? rows - page : 0;
}

int ScrollMap::maximum() const {
    return static_cast<int>(std::min<std::uint64_t>(lastTopRow_, kMaximum));
}

int ScrollMap::valueOf(std::uint64_t topRow) const {
    const std::uint64_t row = std::min(topRow, lastTopRow_);
    if (lastTopRow_ <= kMaximum)
        return static_cast<int>(row);
    return static_cast<int>(scaled(row, kMaximum, lastTopRow_));
}

std::uint64_t ScrollMap::rowOf(int value) const {
    const auto position = static_cast<std::uint64_t>(std::clamp(value, 0, maximum()));
    if (lastTopRow_ <= kMaximum)
        return position;
    return scaled(position, lastTopRow_, kMaximum);
}

std::uint64_t ScrollMap::moved(std::uint64_t topRow, std::int64_t rows) const {
    const std::uint64_t from = std::min(topRow, lastTopRow_);
    if (rows < 0) {
        const std::uint64_t back = std::uint64_t{0} - static_cast<std::uint64_t>(rows);
        return from - std::min(from, back);
    }
    return from + std::min(lastTopRow_ - from, static_cast<std::uint64_t>(rows));
}

}  // namespace octavo
