#include "core/buffer/history.h"

#include <array>
#include <utility>

#include "core/base/contracts.h"

namespace octavo {

namespace {

/// The pieces of `range`, unless they are many.
std::optional<FewPieces> fewOf(const PieceTree& tree, ByteRange range) {
    FewPieces few;
    const bool areFew = tree.forEach(range, [&](const Piece& piece, ByteOffset) { return few.add(piece); });
    return areFew ? std::optional(few) : std::nullopt;
}

}  // namespace

HistoryState History::perform(PieceTree& tree, const Splice& splice, std::span<const Piece> inserted,
                              Grouping grouping) {
    const ByteRange range = ByteRange::ofLength(splice.offset, splice.removed);
    FewPieces removed;
    if (inserted.size() > FewPieces::kMost || !tree.spliceFew(range, inserted, removed))
        return perform(tree, splice, PieceTree(inserted), grouping);
    return recordFew(splice, removed.all(), inserted, grouping);
}

HistoryState History::perform(PieceTree& tree, const Splice& splice, const PieceTree& inserted,
                              Grouping grouping) {
    const ByteRange range = ByteRange::ofLength(splice.offset, splice.removed);
    const std::optional<FewPieces> few = fewOf(inserted, {0, inserted.size()});
    const std::optional<FewPieces> removed = fewOf(tree, range);
    if (few && removed) {
        tree.splice(range, few->all());
        return recordFew(splice, removed->all(), few->all(), grouping);
    }
    const State state{.store = large_.size(), .isLarge = true};
    large_.push_back({.removed = tree.slice(range), .inserted = inserted});
    tree.splice(range, inserted);
    return advance(splice, state, grouping);
}

HistoryState History::recordFew(const Splice& splice, std::span<const Piece> removed,
                                std::span<const Piece> inserted, Grouping grouping) {
    const State state{.store = pieces_.size(),
                      .removedPieces = static_cast<std::uint8_t>(removed.size()),
                      .insertedPieces = static_cast<std::uint8_t>(inserted.size())};
    for (const Piece& piece : removed)
        pieces_.add(piece);
    for (const Piece& piece : inserted)
        pieces_.add(piece);
    return advance(splice, state, grouping);
}

HistoryState History::advance(const Splice& splice, State state, Grouping grouping) {
    state.offset = splice.offset;
    state.kind = splice.kind;
    state.parent = current_;
    state.joinsPrevious = grouping == Grouping::JoinsPrevious;
    const auto id = static_cast<HistoryState>(states_.size());
    states_.add(state);
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

bool History::isTakenBack(HistoryState state) const {
    OCTAVO_EXPECTS(state < states_.size());
    return states_[state].isTakenBack;
}

History::Splice History::spliceOf(HistoryState state) const {
    OCTAVO_EXPECTS(state != 0 && state < states_.size());
    const State& s = states_[state];
    const ByteCount removed = s.isLarge ? large_[s.store].removed.size() : lengthOf(s.store, s.removedPieces);
    const ByteCount inserted =
        s.isLarge ? large_[s.store].inserted.size() : lengthOf(s.store + s.removedPieces, s.insertedPieces);
    return {.offset = s.offset, .removed = removed, .inserted = inserted, .kind = s.kind};
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

ByteCount History::lengthOf(std::uint64_t first, std::size_t count) const {
    ByteCount length = 0;
    for (std::size_t i = 0; i < count; ++i)
        length += pieces_[first + i].length;
    return length;
}

void History::put(PieceTree& tree, ByteRange range, std::uint64_t first, std::size_t count) const {
    std::array<Piece, FewPieces::kMost> pieces;
    for (std::size_t i = 0; i < count; ++i)
        pieces[i] = pieces_[first + i];
    tree.splice(range, std::span<const Piece>(pieces).first(count));
}

bool History::forEachRemoved(HistoryState state, const PieceVisitor& visit) const {
    OCTAVO_EXPECTS(state != 0 && state < states_.size());
    const State& s = states_[state];
    return s.isLarge ? forEach(large_[s.store].removed, visit) : forEach(s.store, s.removedPieces, visit);
}

bool History::forEachInserted(HistoryState state, const PieceVisitor& visit) const {
    OCTAVO_EXPECTS(state != 0 && state < states_.size());
    const State& s = states_[state];
    return s.isLarge ? forEach(large_[s.store].inserted, visit)
                     : forEach(s.store + s.removedPieces, s.insertedPieces, visit);
}

bool History::forEach(const PieceTree& tree, const PieceVisitor& visit) {
    return tree.forEach({0, tree.size()}, [&](const Piece& piece, ByteOffset) { return visit(piece); });
}

bool History::forEach(std::uint64_t first, std::size_t count, const PieceVisitor& visit) const {
    for (std::size_t i = 0; i < count; ++i) {
        if (!visit(pieces_[first + i]))
            return false;
    }
    return true;
}

void History::takeBack(PieceTree& tree, HistoryState state) const {
    const Splice splice = spliceOf(state);
    const ByteRange range = ByteRange::ofLength(splice.offset, splice.inserted);
    const State& s = states_[state];
    if (s.isLarge)
        tree.splice(range, large_[s.store].removed);
    else
        put(tree, range, s.store, s.removedPieces);
}

void History::makeAgain(PieceTree& tree, HistoryState state) const {
    const Splice splice = spliceOf(state);
    const ByteRange range = ByteRange::ofLength(splice.offset, splice.removed);
    const State& s = states_[state];
    if (s.isLarge)
        tree.splice(range, large_[s.store].inserted);
    else
        put(tree, range, s.store + s.removedPieces, s.insertedPieces);
}

void History::walk(PieceTree& tree, HistoryState from, HistoryState to) const {
    // Parents are older than their children, so the younger of two states is the one to leave towards their
    // common ancestor.
    std::vector<HistoryState> forward;
    while (from != to) {
        if (to > from) {
            forward.push_back(to);
            to = parentOf(to);
        } else {
            takeBack(tree, from);
            from = parentOf(from);
        }
    }
    for (auto state = forward.rbegin(); state != forward.rend(); ++state)
        makeAgain(tree, *state);
}

History::Splice History::stepBack(PieceTree& tree) {
    OCTAVO_EXPECTS(canUndo());
    const HistoryState left = current_;
    takeBack(tree, left);
    current_ = states_[left].parent;
    states_[current_].redoChild = left;
    return spliceOf(left);
}

History::Splice History::stepForward(PieceTree& tree, HistoryState child) {
    OCTAVO_EXPECTS(child != 0 && child < states_.size() && states_[child].parent == current_);
    makeAgain(tree, child);
    states_[current_].redoChild = child;
    current_ = child;
    return spliceOf(child);
}

void History::setRedo(HistoryState state, std::optional<HistoryState> child) {
    OCTAVO_EXPECTS(state < states_.size() && (!child || states_[*child].parent == state));
    states_[state].redoChild = child.value_or(0);
}

void History::markTakenBack(HistoryState first) {
    OCTAVO_EXPECTS(current_ < first);
    for (std::size_t id = first; id < states_.size(); ++id)
        states_[id].isTakenBack = true;
}

std::size_t History::memoryUse() const {
    return states_.size() * sizeof(State) + pieces_.size() * sizeof(Piece) +
           large_.size() * sizeof(LargeSplice);
}

}  // namespace octavo
