// Document: making again what an edit log or a kept history tells.

#include "core/base/contracts.h"
#include "core/buffer/document.h"

namespace octavo {

std::vector<Piece> Document::piecesOf(std::span<const LoggedRun> runs) {
    std::vector<Piece> pieces;
    pieces.reserve(runs.size());
    for (const LoggedRun& run : runs) {
        OCTAVO_EXPECTS(run.source || baseChunk_);
        const ChunkId chunk = run.source ? chunkFor(run.source) : *baseChunk_;
        pieces.push_back({.offset = run.range.begin, .length = run.range.size(), .chunk = chunk});
    }
    return pieces;
}

void Document::beginWith(std::span<const LoggedRun> runs) {
    OCTAVO_EXPECTS(history_.stateCount() == 1);
    snapshot_.reset();
    tree_ = PieceTree(piecesOf(runs));
    savedState_.reset();
    publish({}, Change::Origin::Rebase);
}

Status Document::replay(const History::Splice& done, std::span<const LoggedRun> runs,
                        History::Grouping grouping) {
    if (Status allowed = checkEdit(ByteRange::ofLength(done.offset, done.removed), done.inserted); !allowed)
        return allowed;
    const std::vector<Piece> pieces = piecesOf(runs);
    snapshot_.reset();
    history_.perform(tree_, done, pieces, grouping);
    typingIsOpen_ = false;
    publish(done, Change::Origin::Edit);
    return {};
}

void Document::setRedo(HistoryState state) {
    history_.setRedo(history_.parentOf(state), state);
    stateChanged.notify();
}

PieceTree Document::treeOf(HistoryState state) const {
    OCTAVO_EXPECTS(state < history_.stateCount());
    PieceTree tree = tree_;
    history_.walk(tree, history_.current(), state);
    return tree;
}

}  // namespace octavo
