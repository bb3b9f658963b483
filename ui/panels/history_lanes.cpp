#include "ui/panels/history_lanes.h"

#include <algorithm>

#include "core/base/contracts.h"

namespace octavo {

/// A lane that nothing uses below the parent's row; kLanes without one.
int HistoryLanes::freeLane(std::size_t parent) const {
    const auto isFree = [&](int lane) {
        return lane >= width_ || lowest_[static_cast<std::size_t>(lane)] <= parent;
    };
    const int own = laneOfRow_[parent];
    if (isFree(own))
        return own;
    int lane = 0;
    while (lane < kLanes && !isFree(lane))
        ++lane;
    return lane;
}

void HistoryLanes::add(std::size_t parent) {
    const auto row = static_cast<std::uint32_t>(rows());
    if (row == 0) {
        laneOfRow_.push_back(0);
        width_ = 1;
        return;
    }
    OCTAVO_EXPECTS(parent < row);
    const int free = freeLane(parent);
    const int lane = std::min(free, kLanes - 1);
    auto& runs = runs_[static_cast<std::size_t>(lane)];
    if (free == lane) {
        const auto begin = static_cast<std::uint32_t>(parent);
        if (!runs.empty() && runs.back().end == begin && laneOfRow_[parent] == lane)
            runs.back().end = row;
        else
            runs.push_back({begin, row});
    }
    lowest_[static_cast<std::size_t>(lane)] = row;
    laneOfRow_.push_back(static_cast<std::uint8_t>(lane));
    width_ = std::max(width_, lane + 1);
}

std::array<HistoryLanes::Line, HistoryLanes::kLanes> HistoryLanes::linesOf(std::size_t row) const {
    OCTAVO_EXPECTS(row < rows());
    std::array<Line, kLanes> lines;
    for (std::size_t lane = 0; lane < kLanes; ++lane) {
        const auto& runs = runs_[lane];
        const auto found = std::lower_bound(runs.begin(), runs.end(), row,
                                            [](const Run& run, std::size_t each) { return run.end < each; });
        if (found == runs.end() || found->begin > row)
            continue;
        lines[lane] = {.above = found->begin < row,
                       .below = row < found->end,
                       .leavesNode = found->begin == row && laneOfRow_[row] != lane};
    }
    return lines;
}

}  // namespace octavo
