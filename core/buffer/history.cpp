#include "core/buffer/history.h"

#include "core/base/contracts.h"

namespace octavo {

namespace {
/// Up to this many pieces a side are kept one by one; more are kept as a subtree.
constexpr std::size_t kFewPieces = 4;
}  // namespace

bool History::take(const PieceTree& tree, ByteRange range, Run& run) {
    run.pieces.clear();
    run.tree = PieceTree();
    tree.collect(range, kFewPieces + 1, run.pieces);
    if (run.pieces.size() <= kFewPieces)
        return false;
    run.tree = tree.slice(range);
    return true;
}

void History::noteRemoved(const PieceTree& before, ByteRange removed) {
    removedIsLarge_ = take(before, removed, removed_);
}

HistoryState History::record(const Splice& splice, const PieceTree& after, Grouping grouping) {
    const bool insertedIsLarge = take(after, ByteRange::ofLength(splice.offset, splice.inserted), inserted_);
    State state{.offset = splice.offset,
                .removed = splice.removed,
                .inserted = splice.inserted,
                .store = 0,
                .parent = current_,
                .redoChild = 0,
                .removedPieces = 0,
                .insertedPieces = 0,
                .kind = splice.kind,
                .isLarge = removedIsLarge_ || insertedIsLarge,
                .joinsPrevious = grouping == Grouping::JoinsPrevious};
    if (state.isLarge) {
        state.store = large_.size();
        large_.push_back(
            {.removed = removedIsLarge_ ? std::move(removed_.tree) : PieceTree(removed_.pieces),
             .inserted = insertedIsLarge ? std::move(inserted_.tree) : PieceTree(inserted_.pieces)});
    } else {
        state.store = pieces_.size();
        state.removedPieces = static_cast<std::uint8_t>(removed_.pieces.size());
        state.insertedPieces = static_cast<std::uint8_t>(inserted_.pieces.size());
        pieces_.insert(pieces_.end(), removed_.pieces.begin(), removed_.pieces.end());
        pieces_.insert(pieces_.end(), inserted_.pieces.begin(), inserted_.pieces.end());
    }
    removed_.tree = PieceTree();
    inserted_.tree = PieceTree();
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
