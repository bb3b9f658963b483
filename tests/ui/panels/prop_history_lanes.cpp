// Lanes of a tree against a plain drawing: every child hangs on its parent, and no two lines touch.

#include <rapidcheck.h>
#include <vector>

#include "ui/panels/history_lanes.h"

namespace octavo {
namespace {

constexpr int kLanes = HistoryLanes::kLanes;

bool linesLeadFromParentsToChildren() {
    return rc::check("lines lead from each parent to its children and touch no other", [] {
        const auto rows = *rc::gen::inRange<std::size_t>(1, 80);
        const int habit = *rc::gen::inRange(1, 12);  // how often somebody goes back
        std::vector<std::size_t> parents{0};
        HistoryLanes lanes;
        lanes.add(0);
        for (std::size_t row = 1; row < rows; ++row) {
            const bool goesBack = *rc::gen::inRange(0, habit) == 0;
            parents.push_back(goesBack ? *rc::gen::inRange<std::size_t>(0, row) : row - 1);
            lanes.add(parents.back());
        }
        RC_ASSERT(lanes.rows() == rows);
        std::size_t unconnected = 0;
        for (std::size_t row = 0; row < rows; ++row) {
            RC_ASSERT((0 <= lanes.laneOf(row) && lanes.laneOf(row) < lanes.width()));
            const auto lines = lanes.linesOf(row);
            for (int lane = 0; lane < kLanes; ++lane) {
                const auto line = lines[static_cast<std::size_t>(lane)];
                RC_ASSERT((lane < lanes.width() || (!line.above && !line.below)));
                if (row > 0) {  // what comes from above left the row above
                    const auto above = lanes.linesOf(row - 1)[static_cast<std::size_t>(lane)];
                    RC_ASSERT(above.below == line.above);
                }
                RC_ASSERT((!line.leavesNode || (line.below && !line.above && lane != lanes.laneOf(row))));
                // a line does not begin or end but at a node
                if (line.above != line.below && lane != lanes.laneOf(row))
                    RC_ASSERT(line.leavesNode);
            }
            if (row == 0)
                continue;
            const int lane = lanes.laneOf(row);
            if (!lines[static_cast<std::size_t>(lane)].above) {
                ++unconnected;  // no lane was free
                RC_ASSERT((lane == kLanes - 1 && lanes.width() == kLanes));
                continue;
            }
            // Up the line there is no other node before the parent.
            std::size_t at = row - 1;
            while (at != parents[row]) {
                RC_ASSERT((at > parents[row] && lanes.laneOf(at) != lane));
                RC_ASSERT(lanes.linesOf(at)[static_cast<std::size_t>(lane)].above);
                --at;
            }
            const auto fromParent = lanes.linesOf(at)[static_cast<std::size_t>(lane)];
            RC_ASSERT(fromParent.leavesNode == (lanes.laneOf(at) != lane));
        }
        RC_CLASSIFY(unconnected > 0, "more branches than lanes");
        RC_CLASSIFY(lanes.width() > 2, "branches");
    });
}

bool aStraightHistoryNeedsOneLane() {
    return rc::check("without branches, and with one undone end after another, few lanes suffice", [] {
        HistoryLanes straight;
        HistoryLanes corrected;
        const auto rows = *rc::gen::inRange<std::size_t>(1, 200);
        std::size_t tip = 0;
        for (std::size_t row = 0; row < rows; ++row) {
            straight.add(row == 0 ? 0 : row - 1);
            corrected.add(tip);
            tip = row % 3 == 2 ? row - 1 : row;  // every third step is undone and another one taken
        }
        RC_ASSERT(straight.width() == 1);
        RC_ASSERT(corrected.width() <= 2);
        RC_ASSERT(!straight.linesOf(rows - 1)[0].below);
    });
}

}  // namespace
}  // namespace octavo

int main() {
    return octavo::linesLeadFromParentsToChildren() && octavo::aStraightHistoryNeedsOneLane() ? 0 : 1;
}
