#pragma once

#include <array>
#include <functional>
#include <span>
#include <utility>
#include <vector>

#include "core/base/byte_range.h"
#include "core/buffer/chunk_store.h"

namespace octavo {

/// Up to four pieces by value; what a small edit takes away.
class FewPieces {
public:
    static constexpr std::size_t kMost = 4;

    /// Returns false, adding nothing, when it is full.
    [[nodiscard]] bool add(const Piece& piece) {
        if (count_ == kMost)
            return false;
        pieces_[count_++] = piece;
        return true;
    }
    void clear() { count_ = 0; }
    [[nodiscard]] std::span<const Piece> all() const { return std::span(pieces_).first(count_); }

private:
    std::array<Piece, kMost> pieces_;
    std::size_t count_ = 0;
};

/// The order of a document's pieces: a balanced tree with subtree lengths. A value; copying is O(1) and
/// shares all nodes. Nodes that another tree shares are copied before a change, unshared ones are changed in
/// place. Threads: distinct trees may be used on distinct threads even when they share nodes; one tree is not
/// for two.
///
/// The plan:
///  1. A leaf holds up to kLeafMax pieces, an inner node up to kInnerMax children with their byte lengths;
///  all
///     leaves have the same depth; every node but the root is at least half full.
///  2. Two operations carry everything else: `concat` joins two trees of any heights along the seam, `split`
///  cuts
///     one at an offset. Both touch O(log n) nodes.
///  3. A splice that stays within one leaf (nearly every edit) takes a shorter way: the leaf is rewritten and
///     lengths are corrected on the path to it.
template <unsigned kLeafMax, unsigned kInnerMax>
class BasicPieceTree {
public:
    BasicPieceTree() = default;
    /// Cost: O(pieces). Empty pieces are left out, adjoining ones merged.
    explicit BasicPieceTree(std::span<const Piece> pieces);
    BasicPieceTree(const BasicPieceTree& other);
    BasicPieceTree(BasicPieceTree&& other) noexcept : root_(std::exchange(other.root_, nullptr)) {}
    BasicPieceTree& operator=(BasicPieceTree other) noexcept {
        std::swap(root_, other.root_);
        return *this;
    }
    ~BasicPieceTree();

    [[nodiscard]] ByteCount size() const;
    [[nodiscard]] std::size_t pieceCount() const;
    /// Bytes of memory in nodes reachable from here, shared or not. Cost: O(nodes).
    [[nodiscard]] std::size_t memoryUse() const;

    struct Location {
        Piece piece;
        ByteOffset pieceBegin;  ///< where the piece starts in the document
    };
    /// The piece that holds the byte at `offset`. REQUIRES: offset < size(). Cost: O(log n).
    [[nodiscard]] Location locate(ByteOffset offset) const;

    /// Replaces the bytes of `removed` by the given pieces. REQUIRES: removed lies inside, total fits 2^63-1.
    /// Cost: O(log n + inserted).
    void splice(ByteRange removed, std::span<const Piece> inserted);
    /// The same where it is a matter of one leaf and few pieces, as nearly every edit is; `taken` gets the
    /// pieces that were removed, found on the same way down. Returns false, with nothing changed, where it is
    /// not.
    [[nodiscard]] bool spliceFew(ByteRange removed, std::span<const Piece> inserted, FewPieces& taken);
    /// The same with a whole tree, sharing its nodes. Cost: O(log n).
    void splice(ByteRange removed, const BasicPieceTree& inserted);

    /// The pieces of `range` as a tree of their own, sharing nodes. REQUIRES: range lies inside. Cost: O(log
    /// n).
    [[nodiscard]] BasicPieceTree slice(ByteRange range) const;

    /// Adds everything of `other` after the last byte. Cost: O(log n).
    void append(const BasicPieceTree& other);

    /// Calls `visit(piece, documentOffset)` for each piece of `range` in order, cut to the range, until it
    /// returns false. Returns false when stopped. Cost: O(log n + pieces visited).
    bool forEach(ByteRange range, const std::function<bool(const Piece&, ByteOffset)>& visit) const;

    /// The first `limit` pieces of `range`. Allocation-free for the caller's reserved vector. Cost: O(log n +
    /// limit).
    void collect(ByteRange range, std::size_t limit, std::vector<Piece>& out) const;

    /// Checks every invariant of the plan; for tests. Cost: O(n).
    [[nodiscard]] bool isConsistent() const;

private:
    struct Node;
    struct Leaf;
    struct Inner;
    class Ref;
    struct Makers;
    struct ShortSplices;
    struct Ops;
    explicit BasicPieceTree(Node* root) : root_(root) {}
    [[nodiscard]] bool spliceShort(ByteRange removed, std::span<const Piece> inserted, FewPieces* taken);
    Node* root_ = nullptr;  // owned reference; nullptr for the empty tree
};

/// The tree of real documents.
using PieceTree = BasicPieceTree<64, 32>;
/// A tree so narrow that a dozen pieces reach every rebalancing path; for tests.
using TinyPieceTree = BasicPieceTree<4, 4>;

extern template class BasicPieceTree<64, 32>;
extern template class BasicPieceTree<4, 4>;

}  // namespace octavo
