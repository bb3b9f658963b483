#include "core/compare/own_edits.h"

namespace octavo {

std::vector<Hunk> ownEdits(const Snapshot& document, std::optional<ChunkId> baseChunk, ByteCount baseSize) {
    std::vector<Hunk> edits;
    ByteOffset baseReached = 0;
    ByteOffset reached = 0;
    const auto close = [&](ByteOffset base, ByteOffset at) {
        if (base != baseReached || at != reached)
            edits.push_back({{baseReached, base}, {reached, at}});
    };
    document.tree().forEach(document.all(), [&](const Piece& piece, ByteOffset at) {
        if (piece.chunk != baseChunk || piece.offset < baseReached)
            return true;
        close(piece.offset, at);
        baseReached = piece.offset + piece.length;
        reached = at + piece.length;
        return true;
    });
    close(baseSize, document.size());
    return edits;
}

}  // namespace octavo
