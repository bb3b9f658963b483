#include "core/buffer/piece_tree.h"

#include <algorithm>

#include "core/base/contracts.h"
#include "core/buffer/piece_tree_ops.h"

namespace octavo {

template <unsigned L, unsigned I>
BasicPieceTree<L, I>::BasicPieceTree(std::span<const Piece> pieces) {
    std::vector<Piece> merged;
    merged.reserve(pieces.size());
    for (const Piece& piece : pieces)
        appendMerged(merged, piece);
    root_ = Ops::build(merged).take();
}

template <unsigned L, unsigned I>
BasicPieceTree<L, I>::BasicPieceTree(const BasicPieceTree& other) : root_(other.root_) {
    Ref::retain(root_);
}

template <unsigned L, unsigned I>
BasicPieceTree<L, I>::~BasicPieceTree() {
    Ref::release(root_);
}

template <unsigned L, unsigned I>
ByteCount BasicPieceTree<L, I>::size() const {
    return root_ == nullptr ? 0 : root_->size;
}

template <unsigned L, unsigned I>
std::size_t BasicPieceTree<L, I>::pieceCount() const {
    return root_ == nullptr ? 0 : root_->pieces;
}

template <unsigned L, unsigned I>
std::size_t BasicPieceTree<L, I>::memoryUse() const {
    return root_ == nullptr ? 0 : Ops::memory(root_);
}

template <unsigned L, unsigned I>
auto BasicPieceTree<L, I>::locate(ByteOffset offset) const -> Location {
    OCTAVO_EXPECTS(offset < size());
    const Node* node = root_;
    ByteOffset begin = 0;
    while (node->height > 0) {
        const Inner* inner = Ops::inner(node);
        unsigned i = 0;
        while (offset - begin >= inner->sizes[i])
            begin += inner->sizes[i++];
        node = inner->children[i];
    }
    const Leaf* leaf = Ops::leaf(node);
    unsigned i = 0;
    while (offset - begin >= leaf->lengths[i])
        begin += leaf->lengths[i++];
    return {leaf->at(i), begin};
}

template <unsigned L, unsigned I>
void BasicPieceTree<L, I>::splice(ByteRange removed, std::span<const Piece> inserted) {
    if (!spliceShort(removed, inserted, nullptr))
        splice(removed, BasicPieceTree(inserted));
}

template <unsigned L, unsigned I>
bool BasicPieceTree<L, I>::spliceFew(ByteRange removed, std::span<const Piece> inserted, FewPieces& taken) {
    return spliceShort(removed, inserted, &taken);
}

template <unsigned L, unsigned I>
bool BasicPieceTree<L, I>::spliceShort(ByteRange removed, std::span<const Piece> inserted, FewPieces* taken) {
    OCTAVO_EXPECTS(removed.begin <= removed.end && removed.end <= size());
    if (root_ == nullptr || inserted.size() > Ops::kShortInsert)
        return false;
    Ref root(std::exchange(root_, nullptr));
    typename Ops::SpliceResult result = Ops::spliceWithin(
        root, 0, {.removed = removed, .inserted = inserted, .taken = taken}, /*isRoot=*/true);
    if (result.overflow)
        root = Ops::makePair(std::move(root), std::move(result.overflow));
    if (result.done && root->pieces == 0)
        root = Ref();
    root_ = root.take();
    return result.done;
}

template <unsigned L, unsigned I>
void BasicPieceTree<L, I>::splice(ByteRange removed, const BasicPieceTree& inserted) {
    OCTAVO_EXPECTS(removed.begin <= removed.end && removed.end <= size());
    const Ref root(std::exchange(root_, nullptr));
    auto [left, rest] = Ops::split(root, removed.begin);
    Ref right = Ops::split(rest, removed.size()).second;
    rest = Ref();
    root_ = Ops::concat(Ops::concat(std::move(left), Ref::sharing(inserted.root_)), std::move(right)).take();
}

template <unsigned L, unsigned I>
auto BasicPieceTree<L, I>::slice(ByteRange range) const -> BasicPieceTree {
    OCTAVO_EXPECTS(range.begin <= range.end && range.end <= size());
    const Ref tail = Ops::split(Ref::sharing(root_), range.begin).second;
    return BasicPieceTree(Ops::split(tail, range.size()).first.take());
}

template <unsigned L, unsigned I>
void BasicPieceTree<L, I>::append(const BasicPieceTree& other) {
    Ref root(std::exchange(root_, nullptr));
    root_ = Ops::concat(std::move(root), Ref::sharing(other.root_)).take();
}

template <unsigned L, unsigned I>
bool BasicPieceTree<L, I>::forEach(ByteRange range,
                                   const std::function<bool(const Piece&, ByteOffset)>& visit) const {
    OCTAVO_EXPECTS(range.begin <= range.end && range.end <= size());
    return root_ == nullptr || Ops::walk(root_, 0, range, visit);
}

template <unsigned L, unsigned I>
void BasicPieceTree<L, I>::collect(ByteRange range, std::size_t limit, std::vector<Piece>& out) const {
    OCTAVO_EXPECTS(range.begin <= range.end && range.end <= size());
    if (root_ == nullptr || range.isEmpty() || limit == 0)
        return;
    const std::size_t wanted = out.size() + limit;
    Ops::walk(root_, 0, range, [&](const Piece& piece, ByteOffset) {
        out.push_back(piece);
        return out.size() < wanted;
    });
}

template <unsigned L, unsigned I>
bool BasicPieceTree<L, I>::isConsistent() const {
    return root_ == nullptr || Ops::check(root_, /*isRoot=*/true);
}

template class BasicPieceTree<64, 32>;
template class BasicPieceTree<4, 4>;

}  // namespace octavo
