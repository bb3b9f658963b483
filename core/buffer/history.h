#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "core/buffer/block_list.h"
#include "core/buffer/edit.h"
#include "core/buffer/piece_tree.h"

namespace octavo {

/// Names a state in a History. State 0 is the beginning.
using HistoryState = std::uint32_t;

/// Everything that was ever done to a document, as a tree of splices: each state but the first remembers what
/// was removed and what was inserted to get there from its parent. Undo and redo walk along it; an edit after
/// an undo starts a branch and loses nothing. Holds pieces, never bytes. One thread. Memory: about 80 bytes
/// for an edit of a few pieces; larger ones share subtrees with the document.
class History {
public:
    History() { states_.add({}); }

    /// Replace `removed` bytes at `offset` by these pieces.
    struct Splice {
        ByteOffset offset = 0;
        ByteCount removed = 0;
        ByteCount inserted = 0;
        EditKind kind = EditKind::Overwrite;
    };

    /// JoinsPrevious: undo takes this state and its parent back together.
    enum class Grouping : std::uint8_t { NewStep, JoinsPrevious };

    /// Makes a splice in `tree` and remembers what it took away, so that the tree need not be copied. Returns
    /// the new state, now the current one. REQUIRES: the pieces are as long as `splice` says. Cost: O(log n +
    /// pieces).
    HistoryState perform(PieceTree& tree, const Splice& splice, std::span<const Piece> inserted,
                         Grouping grouping);
    HistoryState perform(PieceTree& tree, const Splice& splice, const PieceTree& inserted, Grouping grouping);

    [[nodiscard]] HistoryState current() const { return current_; }
    [[nodiscard]] std::size_t stateCount() const { return states_.size(); }
    [[nodiscard]] bool canUndo() const { return current_ != 0; }
    [[nodiscard]] bool canRedo() const { return states_[current_].redoChild != 0; }

    /// REQUIRES: state is not 0.
    [[nodiscard]] HistoryState parentOf(HistoryState state) const;
    [[nodiscard]] bool joinsPrevious(HistoryState state) const;
    /// True for edits that their own group took back: nobody ever saw them.
    [[nodiscard]] bool isTakenBack(HistoryState state) const;
    [[nodiscard]] Splice spliceOf(HistoryState state) const;
    /// The child that redo goes to: the one most recently made or visited. Nothing at the end of a branch.
    [[nodiscard]] std::optional<HistoryState> redoStateOf(HistoryState state) const;
    /// All children, oldest first. Cost: O(states).
    [[nodiscard]] std::vector<HistoryState> childrenOf(HistoryState state) const;

    /// Takes the last splice back in `tree` and moves to the parent. REQUIRES: canUndo(). Cost: O(log n).
    Splice stepBack(PieceTree& tree);
    /// Makes the splice of `child` again in `tree` and moves there. REQUIRES: child is a child of current().
    /// Cost: O(log n).
    Splice stepForward(PieceTree& tree, HistoryState child);

    /// The pieces that a state's splice took away from its parent, and those it put there, until `visit`
    /// returns false. Returns false when stopped. REQUIRES: state is not 0.
    using PieceVisitor = std::function<bool(const Piece&)>;
    bool forEachRemoved(HistoryState state, const PieceVisitor& visit) const;
    bool forEachInserted(HistoryState state, const PieceVisitor& visit) const;

    /// Turns the tree of a state into that of its parent, and back; the history stays where it is. REQUIRES:
    /// state is not 0. Cost: O(log n).
    void takeBack(PieceTree& tree, HistoryState state) const;
    void makeAgain(PieceTree& tree, HistoryState state) const;
    /// Turns the tree of one state into that of any other. Cost: O(log n) for each state between the two.
    void walk(PieceTree& tree, HistoryState from, HistoryState to) const;

    /// Makes `child` (or nothing) what redo goes to from `state`. REQUIRES: child is a child of state.
    void setRedo(HistoryState state, std::optional<HistoryState> child);
    /// Notes that all states from this one on were made by a group that was refused. REQUIRES: none of them
    /// is the current one.
    void markTakenBack(HistoryState first);

    /// Bytes of memory held, shared tree nodes aside.
    [[nodiscard]] std::size_t memoryUse() const;

private:
    struct State {
        ByteOffset offset = 0;
        std::uint64_t store = 0;  // index of the first piece in pieces_, or of the tree pair in large_
        HistoryState parent = 0;
        HistoryState redoChild = 0;
        std::uint8_t removedPieces = 0;
        std::uint8_t insertedPieces = 0;
        EditKind kind = EditKind::Overwrite;
        bool isLarge : 1 = false;
        bool joinsPrevious : 1 = false;
        bool isTakenBack : 1 = false;
    };
    struct LargeSplice {
        PieceTree removed;
        PieceTree inserted;
    };
    HistoryState advance(const Splice& splice, State state, Grouping grouping);
    HistoryState recordFew(const Splice& splice, std::span<const Piece> removed,
                           std::span<const Piece> inserted, Grouping grouping);
    static bool forEach(const PieceTree& tree, const PieceVisitor& visit);
    bool forEach(std::uint64_t first, std::size_t count, const PieceVisitor& visit) const;
    void put(PieceTree& tree, ByteRange range, std::uint64_t first, std::size_t count) const;
    [[nodiscard]] ByteCount lengthOf(std::uint64_t first, std::size_t count) const;

    BlockList<State> states_;
    BlockList<Piece> pieces_;
    std::deque<LargeSplice> large_;
    HistoryState current_ = 0;
};

}  // namespace octavo
