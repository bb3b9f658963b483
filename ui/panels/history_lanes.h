#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace octavo {

/// Where a tree that only grows is drawn beside a list of its nodes, one a row, each below its parent: nodes
/// lie in lanes, and a line runs from each node down the lane of its child. No two lines share a place. Where
/// kLanes do not suffice a node is drawn without a line. A value. Memory: a byte for a row and 8 for a
/// branch.
class HistoryLanes {
public:
    static constexpr int kLanes = 8;

    void clear() { *this = {}; }
    /// Adds a row below all others. REQUIRES: parent is an earlier row; without rows it is ignored. Cost:
    /// O(kLanes).
    void add(std::size_t parent);

    [[nodiscard]] std::size_t rows() const { return laneOfRow_.size(); }
    /// Lanes that any row needs.
    [[nodiscard]] int width() const { return width_; }
    [[nodiscard]] int laneOf(std::size_t row) const { return laneOfRow_[row]; }

    /// What is drawn of one lane in one row.
    struct Line {
        bool above = false;       ///< from the upper edge to the middle
        bool below = false;       ///< from the middle to the lower edge
        bool leavesNode = false;  ///< the lower half begins at the row's node, which is in another lane
    };
    /// REQUIRES: row < rows(). Cost: O(kLanes · log branches).
    [[nodiscard]] std::array<Line, kLanes> linesOf(std::size_t row) const;

private:
    struct Run {
        std::uint32_t begin;  // the row of the first parent
        std::uint32_t end;    // the row of the last child
    };
    [[nodiscard]] int freeLane(std::size_t parent) const;

    std::vector<std::uint8_t> laneOfRow_;
    std::array<std::vector<Run>, kLanes> runs_;   // by lane, from top to bottom
    std::array<std::uint32_t, kLanes> lowest_{};  // the last row that uses the lane
    int width_ = 0;
};

}  // namespace octavo
