#include "core/buffer/history.h"

#include <utility>

#include "core/base/contracts.h"

namespace octavo {

namespace {
/// Up to this many pieces a side are kept one by one; more are kept as a subtree.
constexpr std::size_t kFewPieces = 4;
}  // namespace

void History::noteRemoved(const PieceTree& before, ByteRange removed) {
    removed_.pieces.clear();
    before.collect(removed, kFewPieces + 1, removed_.pieces);
    removedIsLarge_ = removed_.pieces.size() > kFewPieces;
    if (removedIsLarge_)
        removed_.tree = before.slice(removed);
}

HistoryState History::record(const Splice& splice, const PieceTree& inserted, Grouping grouping) {
    if (inserted.pieceCount() <= kFewPieces) {
        scratch_.clear();
        inserted.collect({0, inserted.size()}, kFewPieces, scratch_);
        return record(splice, std::span<const Piece>(scratch_), grouping);
    }
    return recordLarge(splice, inserted, grouping);
}

HistoryState History::recordLarge(const Splice& splice, PieceTree inserted, Grouping grouping) {
    const State state{.store = large_.size(), .isLarge = true};
    large_.push_back(
        {.removed = removedIsLarge_ ? std::exchange(removed_.tree, {}) : PieceTree(removed_.pieces),
         .inserted = std::move(inserted)});
    return advance(splice, state, grouping);
}

HistoryState History::record(const Splice& splice, std::span<const Piece> inserted, Grouping grouping) {
    if (removedIsLarge_ || inserted.size() > kFewPieces)
        return recordLarge(splice, PieceTree(inserted), grouping);
    const State state{.store = pieces_.size(),
                      .removedPieces = static_cast<std::uint8_t>(removed_.pieces.size()),
                      .insertedPieces = static_cast<std::uint8_t>(inserted.size())};
    pieces_.insert(pieces_.end(), removed_.pieces.begin(), removed_.pieces.end());
    pieces_.insert(pieces_.end(), inserted.begin(), inserted.end());
    return advance(splice, state, grouping);
}

HistoryState History::advance(const Splice& splice, const State& stored, Grouping grouping) {
    State state = stored;
    state.offset = splice.offset;
    state.removed = splice.removed;
    state.inserted = splice.inserted;
    state.kind = splice.kind;
    state.parent = current_;
    state.joinsPrevious = grouping == Grouping::JoinsPrevious;
    const auto id = static_cast<HistoryState>(states_.size());
    states_.push_back(state);
    states_[current_].redoChild = id;
    current_ = id;
    return id;
}

HistoryState History::parentOf(HistoryState state) const {
    OCTAVO_EXPECTS(state != 0 && state < states_.size());
    return states_[state].parent;
}

bool History::joinsPrevious(HistoryState state) const {
    OCTAVO_EXPECTS(state < states_.size());
    return states_[state].joinsPrevious;
}

History::Splice History::spliceOf(HistoryState state) const {
    OCTAVO_EXPECTS(state != 0 && state < states_.size());
    const State& s = states_[state];
    return {.offset = s.offset, .removed = s.removed, .inserted = s.inserted, .kind = s.kind};
}

std::optional<HistoryState> History::redoStateOf(HistoryState state) const {
    OCTAVO_EXPECTS(state < states_.size());
    const HistoryState child = states_[state].redoChild;
    return child == 0 ? std::nullopt : std::optional(child);
}

std::vector<HistoryState> History::childrenOf(HistoryState state) const {
    std::vector<HistoryState> children;
    for (std::size_t id = 1; id < states_.size(); ++id) {
        if (states_[id].parent == state)
            children.push_back(static_cast<HistoryState>(id));
    }
    return children;
}

void History::put(PieceTree& tree, ByteRange range, std::uint64_t first, std::size_t count) {
    const auto begin = pieces_.begin() + static_cast<std::ptrdiff_t>(first);
    scratch_.assign(begin, begin + static_cast<std::ptrdiff_t>(count));
    tree.splice(range, std::span<const Piece>(scratch_));
}

History::Splice History::stepBack(PieceTree& tree) {
    OCTAVO_EXPECTS(canUndo());
    const HistoryState left = current_;
    const State& state = states_[left];
    const ByteRange range = ByteRange::ofLength(state.offset, state.inserted);
    if (state.isLarge)
        tree.splice(range, large_[state.store].removed);
    else
        put(tree, range, state.store, state.removedPieces);
    current_ = state.parent;
    states_[current_].redoChild = left;
    return spliceOf(left);
}

History::Splice History::stepForward(PieceTree& tree, HistoryState child) {
    OCTAVO_EXPECTS(child != 0 && child < states_.size() && states_[child].parent == current_);
    const State& state = states_[child];
    const ByteRange range = ByteRange::ofLength(state.offset, state.removed);
    if (state.isLarge)
        tree.splice(range, large_[state.store].inserted);
    else
        put(tree, range, state.store + state.removedPieces, state.insertedPieces);
    states_[current_].redoChild = child;
    current_ = child;
    return spliceOf(child);
}

void History::setRedo(HistoryState state, std::optional<HistoryState> child) {
    OCTAVO_EXPECTS(state < states_.size() && (!child || states_[*child].parent == state));
    states_[state].redoChild = child.value_or(0);
}

std::size_t History::memoryUse() const {
    return states_.size() * sizeof(State) + pieces_.size() * sizeof(Piece) +
           large_.size() * sizeof(LargeSplice);
}

}  // namespace octavo
