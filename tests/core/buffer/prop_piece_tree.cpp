// PieceTree against a plain vector of bytes, each byte named by (chunk, offset), with nodes so small that
// every rebalancing path is reached.

#include <algorithm>
#include <array>
#include <rapidcheck.h>
#include <vector>

#include "core/buffer/piece_tree.h"

namespace octavo {
namespace {

struct Byte {
    ChunkId chunk;
    ByteOffset offset;
    friend bool operator==(const Byte&, const Byte&) = default;
};
using Model = std::vector<Byte>;

template <typename Tree>
Model flatten(const Tree& tree, ByteRange range) {
    Model bytes;
    ByteOffset expected = range.begin;
    tree.forEach(range, [&](const Piece& piece, ByteOffset at) {
        RC_ASSERT(at == expected);
        expected += piece.length;
        for (ByteOffset i = 0; i < piece.length; ++i)
            bytes.push_back({piece.chunk, piece.offset + i});
        return true;
    });
    return bytes;
}

template <typename Tree>
void checkAgainst(const Tree& tree, const Model& model) {
    RC_ASSERT(tree.isConsistent());
    RC_ASSERT(tree.size() == model.size());
    RC_ASSERT(flatten(tree, {0, tree.size()}) == model);
    for (ByteOffset at = 0; at < model.size(); ++at) {
        const auto found = tree.locate(at);
        RC_ASSERT((Byte{found.piece.chunk, found.piece.offset + (at - found.pieceBegin)}) == model[at]);
    }
}

std::vector<Piece> someFreshPieces(ChunkId chunk) {
    std::vector<Piece> pieces(*rc::gen::inRange<std::size_t>(0, 6));
    for (Piece& piece : pieces) {
        piece = {.offset = *rc::gen::inRange<ByteOffset>(0, 50),
                 .length = *rc::gen::inRange<ByteCount>(1, 5),
                 .chunk = chunk};
    }
    return pieces;
}

void spliceModel(Model& model, ByteRange removed, const Model& inserted) {
    const auto at = model.erase(model.begin() + static_cast<std::ptrdiff_t>(removed.begin),
                                model.begin() + static_cast<std::ptrdiff_t>(removed.end));
    model.insert(at, inserted.begin(), inserted.end());
}

ByteRange someRange(ByteCount size) {
    const auto a = *rc::gen::inRange<ByteOffset>(0, size + 1);
    const auto b =
        *rc::gen::weightedOneOf<ByteOffset>({{3, rc::gen::inRange<ByteOffset>(a, std::min(size, a + 4) + 1)},
                                             {1, rc::gen::inRange<ByteOffset>(a, size + 1)}});
    return {a, b};
}

/// The short way where it is open, which must then name what it removed, and else change nothing.
template <typename Tree>
void spliceEitherWay(Tree& tree, ByteRange range, std::span<const Piece> pieces) {
    std::vector<Piece> removed;
    tree.collect(range, tree.pieceCount(), removed);
    const Model before = flatten(tree, {0, tree.size()});
    FewPieces taken;
    if (tree.spliceFew(range, pieces, taken)) {
        RC_ASSERT(std::ranges::equal(taken.all(), removed));
        return;
    }
    RC_ASSERT(tree.isConsistent());
    RC_ASSERT(flatten(tree, {0, tree.size()}) == before);
    tree.splice(range, pieces);
}

template <typename Tree>
void randomWalk(int steps) {
    Tree tree;
    Model model;
    std::vector<std::pair<Tree, Model>> kept;  // must never change
    for (int step = 0; step < steps; ++step) {
        const ByteRange range = someRange(model.size());
        switch (*rc::gen::inRange(0, 6)) {
            case 0: {  // keep a copy
                kept.emplace_back(tree, model);
                break;
            }
            case 1: {  // splice in a slice of itself or of a kept one
                const auto& [fromTree, fromModel] =
                    kept.empty() ? std::pair(tree, model) : *rc::gen::elementOf(kept);
                const ByteRange from = someRange(fromModel.size());
                const Tree slice = fromTree.slice(from);
                RC_ASSERT(slice.isConsistent());
                tree.splice(range, slice);
                spliceModel(model, range,
                            Model(fromModel.begin() + static_cast<std::ptrdiff_t>(from.begin),
                                  fromModel.begin() + static_cast<std::ptrdiff_t>(from.end)));
                break;
            }
            default: {
                const auto pieces = someFreshPieces(static_cast<ChunkId>(step));
                Model inserted;
                for (const Piece& piece : pieces) {
                    for (ByteOffset i = 0; i < piece.length; ++i)
                        inserted.push_back({piece.chunk, piece.offset + i});
                }
                spliceEitherWay(tree, range, pieces);
                spliceModel(model, range, inserted);
            }
        }
        RC_ASSERT(tree.isConsistent());
        RC_ASSERT(tree.size() == model.size());
    }
    checkAgainst(tree, model);
    for (const auto& [keptTree, keptModel] : kept)
        checkAgainst(keptTree, keptModel);
    const ByteRange part = someRange(model.size());
    RC_ASSERT(flatten(tree, part) == Model(model.begin() + static_cast<std::ptrdiff_t>(part.begin),
                                           model.begin() + static_cast<std::ptrdiff_t>(part.end)));
}

bool properties() {
    bool ok = rc::check("a narrow tree equals the vector under random splices, slices and copies",
                        [] { randomWalk<TinyPieceTree>(*rc::gen::inRange(1, 120)); });
    ok &= rc::check("so does the tree of real documents",
                    [] { randomWalk<PieceTree>(*rc::gen::inRange(1, 300)); });
    ok &= rc::check("building from many pieces equals appending them one by one", [] {
        const auto count = *rc::gen::inRange<std::size_t>(0, 400);
        std::vector<Piece> pieces;
        TinyPieceTree oneByOne;
        for (std::size_t i = 0; i < count; ++i) {
            pieces.push_back({.offset = 10 * i, .length = *rc::gen::inRange<ByteCount>(0, 3), .chunk = 7});
            oneByOne.append(TinyPieceTree(std::span(pieces).last(1)));
        }
        const TinyPieceTree built{std::span<const Piece>(pieces)};
        RC_ASSERT(built.isConsistent());
        RC_ASSERT(oneByOne.isConsistent());
        RC_ASSERT(flatten(built, {0, built.size()}) == flatten(oneByOne, {0, oneByOne.size()}));
    });
    ok &= rc::check("offsets near 2^63 stay exact", [] {
        const ByteCount huge = kMaxDocumentSize - 100;
        const std::array base{Piece{.offset = 0, .length = huge, .chunk = 0}};
        TinyPieceTree tree{std::span<const Piece>(base)};
        const auto at = *rc::gen::inRange<ByteOffset>(huge - 1000, huge);
        const std::array byte{Piece{.offset = 5, .length = 1, .chunk = 1}};
        tree.splice({at, at}, std::span<const Piece>(byte));
        RC_ASSERT(tree.isConsistent());
        RC_ASSERT(tree.size() == huge + 1);
        RC_ASSERT(tree.locate(at).piece == byte[0]);
        RC_ASSERT(tree.locate(at + 1).piece.offset == at);
        tree.splice({at, at + 1}, std::span<const Piece>());
        RC_ASSERT(tree.pieceCount() == 1U);
        RC_ASSERT(tree.size() == huge);
    });
    return ok;
}

}  // namespace
}  // namespace octavo

int main() {
    return octavo::properties() ? 0 : 1;
}
