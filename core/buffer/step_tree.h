#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "core/buffer/history.h"

namespace octavo {

/// Names a step in a StepTree. Step 0 is the beginning, before any edit.
using StepIndex = std::uint32_t;

/// A history as a person counts it: one step for what one Undo takes back, in the order in which the steps
/// were begun. It only grows: a step once known keeps its number, and only the last one may become longer
/// (typing goes on). Edits that were taken back because their group was refused are no steps. One thread.
/// Memory: 12 bytes for a step, 50 more for one of several edits.
class StepTree {
public:
    /// Takes in up to `most` states that `history` has had since the last call, which must have been for the
    /// same one. Returns true when none are left. REQUIRES: no group of edits is under way. Cost: O(states
    /// taken).
    bool follow(const History& history, std::size_t most = SIZE_MAX);

    [[nodiscard]] std::size_t count() const { return steps_.size(); }
    /// The state in which the step, as far as it is known, is done. REQUIRES: step < count().
    [[nodiscard]] HistoryState lastStateOf(StepIndex step) const { return steps_[step].last; }
    /// The step that a state belongs to; for a state that was taken back the step begun before it. A state
    /// that is not yet known counts to the last step. Cost: O(log steps).
    [[nodiscard]] StepIndex stepOf(HistoryState state) const;
    /// REQUIRES: 0 < step < count(). Cost: O(1) along a branch, O(log steps) at its beginning.
    [[nodiscard]] StepIndex parentOf(const History& history, StepIndex step) const;
    /// How many steps lead to it from the beginning, itself included. REQUIRES: step < count().
    [[nodiscard]] std::size_t depthOf(StepIndex step) const { return steps_[step].depth; }
    /// Where the step changed the document, as one splice from its first byte to its last; its kind is that
    /// of its first edit. REQUIRES: as parentOf.
    [[nodiscard]] History::Splice spliceOf(const History& history, StepIndex step) const;

    /// Marks the steps from the beginning to the one that `state` is in as done, and no others. Returns the
    /// earliest step whose mark changed, or count(). Cost: O(steps between the last state and this one).
    StepIndex moveTo(const History& history, HistoryState state);
    [[nodiscard]] StepIndex current() const { return current_; }
    [[nodiscard]] bool isDone(StepIndex step) const { return isDone_[step]; }

private:
    struct Step {
        HistoryState first = 0;
        HistoryState last = 0;
        std::uint32_t depth = 0;
    };
    [[nodiscard]] bool continuesLast(const History& history, HistoryState state) const;

    std::vector<Step> steps_{Step{}};
    std::vector<bool> isDone_{true};                            // by step
    std::unordered_map<StepIndex, History::Splice> longSteps_;  // those of several edits
    std::size_t known_ = 1;                                     // states taken in
    StepIndex current_ = 0;
};

/// One splice that does what `first` and then `second` did, from the first byte either touched to the last.
[[nodiscard]] History::Splice combined(const History::Splice& first, const History::Splice& second);

}  // namespace octavo
