#include "core/save/history_collection.h"

#include <algorithm>
#include <array>
#include <deque>
#include <limits>
#include <utility>

#include "core/base/contracts.h"
#include "core/save/covered_runs.h"
#include "core/save/surviving_pieces.h"

namespace octavo {

namespace {

/// A chunk that no document has.
constexpr ChunkId kNoChunk = std::numeric_limits<ChunkId>::max();
constexpr HistoryState kNone = 0;
constexpr ByteCount kReadStep = ByteCount{64} << 10;
/// Steps between branches, told in the order in which they were made, may take this many for each state.
constexpr std::size_t kWalkForEach = 4;

using Runs = std::map<ChunkId, CoveredRuns>;

/// The children of every state from the beginning on, the youngest first.
class Children {
public:
    Children(const History& history, HistoryState beginning)
        : beginning_(beginning), links_(history.stateCount() - beginning) {
        for (std::size_t id = beginning + std::size_t{1}; id < history.stateCount(); ++id) {
            const auto state = static_cast<HistoryState>(id);
            const HistoryState parent = history.parentOf(state);
            if (parent < beginning || history.isTakenBack(state))
                continue;
            link(state).next = std::exchange(link(parent).first, state);
        }
    }
    template <typename Visit>
    void forEach(HistoryState state, const Visit& visit) const {
        for (HistoryState child = link(state).first; child != kNone; child = link(child).next)
            visit(child);
    }

private:
    struct Link {
        HistoryState first = kNone;  // child
        HistoryState next = kNone;   // sibling
    };
    [[nodiscard]] Link& link(HistoryState state) { return links_[state - beginning_]; }
    [[nodiscard]] const Link& link(HistoryState state) const { return links_[state - beginning_]; }

    HistoryState beginning_;
    std::vector<Link> links_;
};

/// What undo takes back together, and what keeping it would cost.
struct Unit {
    std::vector<CollectedHistory::Step> steps;
    Runs runs;
    ByteCount bytes = 0;
    std::size_t pieces = 0;
};

class Collector {
public:
    Collector(const Document& document, const Source* base, const HistoryLimits& limits,
              const JobContext& job)
        : history_(document.history()),
          chunks_(*document.chunks()),
          base_(base),
          limits_(limits),
          job_(job),
          left_(limits),
          isKept_(history_.stateCount()) {
        result_.saved = *document.savedState();
        result_.fileChunk = base != nullptr ? *document.baseChunk() : kNoChunk;
        isKept_[result_.saved] = true;
    }

    void takeUndoPath(PieceTree tree);
    void takeRedoPath(const Children& children);
    void takeBranches(const Children& children);
    [[nodiscard]] HistoryState beginning() const { return result_.beginning; }
    [[nodiscard]] CollectedHistory finish(const Children& children);

private:
    [[nodiscard]] bool stepBack(Unit& unit, PieceTree& tree, HistoryState state) const;
    [[nodiscard]] bool stepForward(Unit& unit, const Children& children, HistoryState state) const;
    [[nodiscard]] bool takeForward(const Children& children, HistoryState first);
    [[nodiscard]] bool count(Unit& unit, const Piece& piece) const;
    [[nodiscard]] bool isReadable(const Unit& unit) const;
    [[nodiscard]] bool take(Unit&& unit);
    [[nodiscard]] bool isWalkShort() const;
    [[nodiscard]] EditLogSplice emptySplice(HistoryState state) const;

    const History& history_;
    const ChunkStore& chunks_;
    const Source* base_;
    HistoryLimits limits_;
    const JobContext& job_;
    HistoryLimits left_;
    std::vector<bool> isKept_;  // by state
    Runs runs_;
    CollectedHistory result_;
};

EditLogSplice Collector::emptySplice(HistoryState state) const {
    const History::Splice splice = history_.spliceOf(state);
    return {.offset = splice.offset,
            .removed = splice.removed,
            .kind = splice.kind,
            .joinsPrevious = history_.joinsPrevious(state),
            .few = {},
            .many = {}};
}

/// Whether there is room for the piece in the unit.
bool Collector::count(Unit& unit, const Piece& piece) const {
    if (++unit.pieces > left_.pieces)
        return false;
    if (piece.chunk == result_.fileChunk)
        return true;
    const Source& source = chunks_.source(piece.chunk);
    if (&source == base_ || followsFromRule(source))
        return true;
    CoveredRuns& added = unit.runs[piece.chunk];
    const auto addGap = [&](ByteRange gap) {
        added.forEachGap(gap, [&unit](ByteRange part) { unit.bytes += part.size(); });
        added.add(gap);
    };
    const ByteRange range = ByteRange::ofLength(piece.offset, piece.length);
    if (const auto known = runs_.find(piece.chunk); known != runs_.end())
        known->second.forEachGap(range, addGap);
    else
        addGap(range);
    return unit.bytes <= left_.bytes;
}

bool Collector::isReadable(const Unit& unit) const {
    std::vector<std::byte> buffer;
    RangeSet unreadable;
    for (const auto& [chunk, runs] : unit.runs) {
        const Source& source = chunks_.source(chunk);
        runs.forEach([&](ByteRange range) {
            for (; !range.isEmpty() && unreadable.isEmpty(); range.begin += buffer.size()) {
                buffer.resize(static_cast<std::size_t>(std::min(kReadStep, range.size())));
                source.read(range.begin, buffer, unreadable);
            }
        });
    }
    return unreadable.isEmpty();
}

bool Collector::take(Unit&& unit) {
    if (job_.stopRequested() || !isReadable(unit))
        return false;
    left_.states -= unit.steps.size();
    left_.pieces -= unit.pieces;
    left_.bytes -= unit.bytes;
    for (const auto& [chunk, runs] : unit.runs)
        runs.forEach([&all = runs_[chunk]](ByteRange range) { all.add(range); });
    for (CollectedHistory::Step& step : unit.steps) {
        isKept_[step.state] = true;
        result_.steps.push_back(std::move(step));
    }
    return true;
}

/// Adds a step of which the bytes are as `tree` has them, and makes the tree that of the parent.
bool Collector::stepBack(Unit& unit, PieceTree& tree, HistoryState state) const {
    EditLogSplice splice = emptySplice(state);
    const ByteRange inserted = ByteRange::ofLength(splice.offset, history_.spliceOf(state).inserted);
    const bool areFew = tree.forEach(inserted, [&](const Piece& piece, ByteOffset) {
        ++unit.pieces;
        return splice.few.add(piece);
    });
    if (!areFew) {
        splice.few.clear();
        splice.many = tree.slice(inserted);
        unit.pieces += splice.many.pieceCount();
    }
    const auto removed = removedPieces(history_, state, tree, left_.pieces);
    const auto fits = [&](const Piece& piece) { return count(unit, piece); };
    if (unit.steps.size() == left_.states || !removed || !std::ranges::all_of(*removed, fits))
        return false;
    tree.splice(inserted, PieceTree(*removed));
    unit.steps.push_back({.state = state, .parent = history_.parentOf(state), .splice = std::move(splice)});
    return unit.pieces <= left_.pieces;
}

void Collector::takeUndoPath(PieceTree tree) {
    HistoryState reached = result_.saved;
    for (bool goesOn = true; goesOn && reached != 0;) {
        Unit unit;
        PieceTree before = tree;
        HistoryState state = reached;
        bool joins = true;
        while (goesOn && joins) {  // nothing joins state 0
            joins = history_.joinsPrevious(state);
            goesOn = stepBack(unit, before, state);
            state = history_.parentOf(state);
        }
        goesOn = goesOn && take(std::move(unit));
        if (goesOn) {
            reached = state;
            tree = std::move(before);
            isKept_[reached] = true;
        }
    }
    result_.beginning = reached;
    result_.beginningTree = std::move(tree);
}

/// Adds a state as it was made, and all that join it.
bool Collector::stepForward(Unit& unit, const Children& children, HistoryState first) const {
    std::vector<HistoryState> ahead{first};
    while (!ahead.empty()) {
        const HistoryState state = ahead.back();
        ahead.pop_back();
        if (unit.steps.size() == left_.states)
            return false;
        EditLogSplice splice = emptySplice(state);
        std::vector<Piece> pieces;
        const bool fits = history_.forEachInserted(state, [&](const Piece& piece) {
            pieces.push_back(piece);
            return count(unit, piece);
        });
        if (!fits)
            return false;
        if (pieces.size() > FewPieces::kMost)
            splice.many = PieceTree(pieces);
        else
            std::ranges::for_each(pieces,
                                  [&](const Piece& each) { static_cast<void>(splice.few.add(each)); });
        unit.steps.push_back(
            {.state = state, .parent = history_.parentOf(state), .splice = std::move(splice)});
        children.forEach(state, [&](HistoryState child) {
            if (history_.joinsPrevious(child))
                ahead.push_back(child);
        });
    }
    return true;
}

bool Collector::takeForward(const Children& children, HistoryState first) {
    // What joins a state of which the first part is not kept would be half a step.
    const bool isHalf = history_.joinsPrevious(first) && history_.parentOf(first) == result_.beginning;
    Unit unit;
    return !isHalf && stepForward(unit, children, first) && take(std::move(unit));
}

void Collector::takeRedoPath(const Children& children) {
    HistoryState state = result_.saved;
    while (const auto next = history_.redoStateOf(state)) {
        if (!isKept_[*next] && !takeForward(children, *next))
            return;
        state = *next;
    }
}

void Collector::takeBranches(const Children& children) {
    std::vector<CollectedHistory::Step> stepsBefore = result_.steps;
    const Runs runsBefore = runs_;
    std::deque<HistoryState> near;
    for (const CollectedHistory::Step& step : result_.steps)
        near.push_back(step.state);
    near.push_back(result_.beginning);
    for (; !near.empty() && left_.states > 0; near.pop_front()) {
        children.forEach(near.front(), [&](HistoryState child) {
            const std::size_t known = result_.steps.size();
            if (isKept_[child] || !takeForward(children, child))
                return;
            for (std::size_t i = known; i < result_.steps.size(); ++i)
                near.push_back(result_.steps[i].state);
        });
    }
    std::ranges::sort(result_.steps, {}, &CollectedHistory::Step::state);
    if (isWalkShort())
        return;
    for (const CollectedHistory::Step& step : result_.steps)
        isKept_[step.state] = false;
    result_.steps = std::move(stepsBefore);
    runs_ = runsBefore;
    isKept_[result_.beginning] = true;
    for (const CollectedHistory::Step& step : result_.steps)
        isKept_[step.state] = true;
}

/// Whether going to the parent of each step, from the step before it, stays within bounds.
bool Collector::isWalkShort() const {
    std::size_t left = kWalkForEach * limits_.states;
    HistoryState at = result_.beginning;
    for (const CollectedHistory::Step& step : result_.steps) {
        for (HistoryState to = step.parent; at != to; --left) {
            if (left == 0)
                return false;
            HistoryState& younger = at > to ? at : to;
            younger = history_.parentOf(younger);
        }
        at = step.state;
    }
    return true;
}

CollectedHistory Collector::finish(const Children& children) {
    std::ranges::sort(result_.steps, {}, &CollectedHistory::Step::state);
    // Above the saved state redo goes there.
    std::vector<bool> leadsToSaved(history_.stateCount());
    for (HistoryState state = result_.saved; state != result_.beginning; state = history_.parentOf(state))
        leadsToSaved[history_.parentOf(state)] = true;
    const auto chooseRedo = [&](HistoryState state) {
        std::size_t kept = 0;
        children.forEach(state, [&](HistoryState child) { kept += isKept_[child] ? 1 : 0; });
        if (kept < 2 || leadsToSaved[state])
            return;
        const auto redo = history_.redoStateOf(state);
        OCTAVO_EXPECTS(redo.has_value());
        if (isKept_[*redo])
            result_.redos.push_back(*redo);
    };
    chooseRedo(result_.beginning);
    for (const CollectedHistory::Step& step : result_.steps)
        chooseRedo(step.state);
    for (const auto& [chunk, runs] : runs_)
        runs.forEach([&all = result_.copied[chunk]](ByteRange range) { all.add(range); });
    return std::move(result_);
}

}  // namespace

Result<CollectedHistory> collectHistory(const Document& document, const Source* base,
                                        const HistoryLimits& limits, const JobContext& job) {
    OCTAVO_EXPECTS(document.savedState().has_value());
    Collector collector(document, base, limits, job);
    const ByteCount size = document.treeOf(*document.savedState()).size();
    const std::array file{
        Piece{.offset = 0, .length = size, .chunk = base != nullptr ? *document.baseChunk() : kNoChunk}};
    collector.takeUndoPath(PieceTree(file));
    const Children children(document.history(), collector.beginning());
    collector.takeRedoPath(children);
    collector.takeBranches(children);
    if (job.stopRequested())
        return fail(ErrorCode::Cancelled);
    return collector.finish(children);
}

}  // namespace octavo
