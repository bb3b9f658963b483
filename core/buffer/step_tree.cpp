#include "core/buffer/step_tree.h"

#include <algorithm>

#include "core/base/contracts.h"

namespace octavo {

History::Splice combined(const History::Splice& first, const History::Splice& second) {
    // Both in the offsets of the document between the two: what `first` put there and what `second` took.
    const ByteOffset begin = std::min(first.offset, second.offset);
    const ByteOffset end = std::max(first.offset + first.inserted, second.offset + second.removed);
    const ByteCount between = end - begin;
    return {.offset = begin,
            .removed = between - first.inserted + first.removed,
            .inserted = between - second.removed + second.inserted,
            .kind = first.kind};
}

bool StepTree::continuesLast(const History& history, HistoryState state) const {
    return history.joinsPrevious(state) && steps_.size() > 1 && steps_.back().last == state - 1 &&
           history.parentOf(state) == state - 1;
}

bool StepTree::follow(const History& history, std::size_t most) {
    const std::size_t end = known_ + std::min(most, history.stateCount() - known_);
    for (; known_ < end; ++known_) {
        const auto state = static_cast<HistoryState>(known_);
        if (history.isTakenBack(state))
            continue;
        if (!continuesLast(history, state)) {
            steps_.push_back({.first = state, .last = state});
            isDone_.push_back(false);
            const auto added = static_cast<StepIndex>(steps_.size() - 1);
            steps_.back().depth = steps_[parentOf(history, added)].depth + 1;
            continue;
        }
        Step& step = steps_.back();
        const auto index = static_cast<StepIndex>(steps_.size() - 1);
        const auto [whole, isNew] = longSteps_.try_emplace(index);
        if (isNew)
            whole->second = history.spliceOf(step.first);
        whole->second = combined(whole->second, history.spliceOf(state));
        step.last = state;
    }
    return known_ == history.stateCount();
}

StepIndex StepTree::stepOf(HistoryState state) const {
    const auto after =
        std::upper_bound(steps_.begin(), steps_.end(), state,
                         [](HistoryState each, const Step& step) { return each < step.first; });
    return static_cast<StepIndex>(after - steps_.begin() - 1);
}

StepIndex StepTree::parentOf(const History& history, StepIndex step) const {
    OCTAVO_EXPECTS(step != 0 && step < steps_.size());
    const HistoryState parent = history.parentOf(steps_[step].first);
    return steps_[step - 1].last == parent ? step - 1 : stepOf(parent);
}

History::Splice StepTree::spliceOf(const History& history, StepIndex step) const {
    OCTAVO_EXPECTS(step != 0 && step < steps_.size());
    const auto found = longSteps_.find(step);
    return found == longSteps_.end() ? history.spliceOf(steps_[step].first) : found->second;
}

StepIndex StepTree::moveTo(const History& history, HistoryState state) {
    // Parents are older than their children, so the younger of two steps is the one to leave towards their
    // common ancestor.
    auto changed = static_cast<StepIndex>(steps_.size());
    StepIndex undone = current_;
    StepIndex done = stepOf(state);
    current_ = done;
    while (undone != done) {
        StepIndex& younger = undone > done ? undone : done;
        isDone_[younger] = &younger == &done;
        changed = younger;
        younger = parentOf(history, younger);
    }
    return changed;
}

}  // namespace octavo
