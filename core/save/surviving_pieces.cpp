#include "core/save/surviving_pieces.h"

#include <algorithm>
#include <tuple>

namespace octavo {

namespace {

struct PlacedPiece {
    Piece piece;
    ByteOffset at = 0;  // in the document
};

bool isBefore(const Piece& one, const Piece& other) {
    return std::tie(one.chunk, one.offset) < std::tie(other.chunk, other.offset);
}

/// Those that the splice inserted, in the order of their sources.
std::vector<PlacedPiece> insertedPieces(const History& history, HistoryState state) {
    std::vector<PlacedPiece> pieces;
    ByteOffset at = history.spliceOf(state).offset;
    history.forEachInserted(state, [&](const Piece& piece) {
        pieces.push_back({piece, at});
        at += piece.length;
        return true;
    });
    std::ranges::sort(pieces, isBefore, &PlacedPiece::piece);
    return pieces;
}

/// Calls `visit(part, at)` for each part of a piece; `at` is where the document has these bytes, or nothing.
template <typename Visit>
void forEachPart(Piece piece, const std::vector<PlacedPiece>& inserted, const Visit& visit) {
    auto next = std::ranges::upper_bound(inserted, piece, isBefore, &PlacedPiece::piece);
    while (piece.length > 0) {
        Piece part = piece;
        std::optional<ByteOffset> at;
        const PlacedPiece* before = next == inserted.begin() ? nullptr : &*std::prev(next);
        if (before != nullptr && before->piece.chunk == piece.chunk &&
            piece.offset < before->piece.offset + before->piece.length) {
            const ByteCount skipped = piece.offset - before->piece.offset;
            part.length = std::min(piece.length, before->piece.length - skipped);
            at = before->at + skipped;
        }
        if (next != inserted.end() && next->piece.chunk == piece.chunk)
            part.length = std::min(part.length, next->piece.offset - piece.offset);
        visit(part, at);
        piece.offset += part.length;
        piece.length -= part.length;
        while (next != inserted.end() && next->piece.chunk == piece.chunk &&
               next->piece.offset <= piece.offset)
            ++next;
    }
}

}  // namespace

std::optional<std::vector<Piece>> removedPieces(const History& history, HistoryState state,
                                                const PieceTree& tree, std::size_t most) {
    std::vector<Piece> removed;
    const bool areFew = history.forEachRemoved(state, [&](const Piece& piece) {
        removed.push_back(piece);
        return removed.size() <= most;
    });
    if (!areFew)
        return std::nullopt;
    const std::vector<PlacedPiece> inserted = insertedPieces(history, state);
    std::vector<Piece> result;
    const auto add = [&](const Piece& piece, ByteOffset) {
        result.push_back(piece);
        return result.size() <= most;
    };
    for (const Piece& each : removed) {
        forEachPart(each, inserted, [&](const Piece& part, std::optional<ByteOffset> at) {
            if (at)
                tree.forEach(ByteRange::ofLength(*at, part.length), add);
            else
                add(part, 0);
        });
        if (result.size() > most)
            return std::nullopt;
    }
    return result;
}

}  // namespace octavo
