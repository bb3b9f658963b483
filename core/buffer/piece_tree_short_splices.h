#pragma once

/// \file The short way of a splice that stays within one leaf. Only core/buffer/piece_tree.cpp includes this.

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "core/buffer/piece_tree_nodes.h"

namespace octavo {

template <unsigned L, unsigned I>
struct BasicPieceTree<L, I>::ShortSplices : BasicPieceTree<L, I>::Makers {
    using Makers::inner;
    using Makers::kLeafMin;
    using Makers::leaf;
    using Makers::lengthOf;
    using Makers::makeInner;
    using Makers::makeLeaf;
    using Makers::makeUnique;
    using Makers::recount;

    static constexpr unsigned kShortInsert = L < 8 ? 1 : 4;

    struct ShortSplice {
        ByteRange removed;
        std::span<const Piece> inserted;  // at most kShortInsert
        FewPieces* taken;                 // gets the removed pieces; null where nobody asks
    };

    /// What a splice within a leaf did to the subtree it was given.
    struct SpliceResult {
        bool done = false;
        Ref overflow;  // a right sibling, when the node had to be cut in two
    };

    static SpliceResult spliceWithin(Ref& tree, ByteOffset treeBegin, const ShortSplice& splice,
                                     bool isRoot) {
        makeUnique(tree);
        return tree->height == 0 ? spliceLeaf(leaf(tree.get()), treeBegin, splice, isRoot)
                                 : spliceInner(inner(tree.get()), treeBegin, splice);
    }

    static SpliceResult spliceInner(Inner* node, ByteOffset nodeBegin, const ShortSplice& splice) {
        const ByteRange removed = splice.removed;
        unsigned i = 0;
        ByteOffset begin = nodeBegin;
        // An insertion between two children goes to the left one, where it may adjoin the piece typed before.
        while (removed.begin > begin + node->sizes[i] ||
               (removed.begin == begin + node->sizes[i] && !removed.isEmpty()))
            begin += node->sizes[i++];
        if (removed.end > begin + node->sizes[i])
            return {};  // crosses children
        if (node->height == 1)
            prefetch(leaf(node->children[i]));
        Ref child(node->children[i]);
        const std::size_t piecesBefore = child->pieces;
        SpliceResult below = spliceWithin(child, begin, splice, /*isRoot=*/false);
        node->children[i] = child.take();
        if (!below.done)
            return {};
        if (below.overflow)
            return insertChild(node, i + 1, std::move(below.overflow));
        node->size += node->children[i]->size - node->sizes[i];
        node->sizes[i] = node->children[i]->size;
        node->pieces += node->children[i]->pieces - piecesBefore;
        return {.done = true, .overflow = {}};
    }

    /// A random edit misses the cache on every line of its leaf. Asking for all of them at once makes that
    /// one wait instead of many.
    static void prefetch(const Leaf* node) {
        const auto* bytes = reinterpret_cast<const std::byte*>(node);
        for (std::size_t at = 0; at < sizeof(Leaf); at += kCacheLine)
            __builtin_prefetch(bytes + at, /*rw=*/1);
    }
    static constexpr std::size_t kCacheLine = 64;

    static SpliceResult insertChild(Inner* node, unsigned at, Ref child) {
        if (node->count < I) {
            std::copy_backward(node->children.begin() + at, node->children.begin() + node->count,
                               node->children.begin() + node->count + 1);
            node->children[at] = child.take();
            ++node->count;
            recount(node);
            return {.done = true, .overflow = {}};
        }
        std::array<Node*, I + 1> all{};
        std::copy_n(node->children.begin(), at, all.begin());
        all[at] = child.get();
        std::copy(node->children.begin() + at, node->children.end(), all.begin() + at + 1);
        const unsigned half = (I + 1) / 2;
        Ref right = makeInner(std::span<Node* const>(all).subspan(half));
        for (unsigned i = 0; i < half; ++i)
            Ref::retain(all[i]);
        for (unsigned i = 0; i < I; ++i)
            Ref::release(node->children[i]);
        std::copy_n(all.begin(), half, node->children.begin());
        node->count = half;
        recount(node);
        return {.done = true, .overflow = std::move(right)};
    }

    /// Pieces put together anew, joined where they adjoin.
    struct Fresh {
        std::array<Piece, kShortInsert + 2> pieces;
        unsigned count = 0;

        void add(const Piece& piece) {
            if (piece.length == 0)
                return;
            if (count > 0 && adjoin(pieces[count - 1], piece))
                pieces[count - 1].length += piece.length;
            else
                pieces[count++] = piece;
        }
    };

    static SpliceResult spliceLeaf(Leaf* node, ByteOffset nodeBegin, const ShortSplice& splice, bool isRoot) {
        // Pieces [first, last) are touched; what stays of the outer two is kept as head and tail.
        const ByteRange removed = splice.removed;
        unsigned first = 0;
        ByteOffset begin = nodeBegin;
        while (first < node->count && begin + node->lengths[first] < removed.begin)
            begin += node->lengths[first++];
        unsigned last = first;
        ByteOffset end = begin;
        while (last < node->count && (end < removed.end || last == first))
            end += node->lengths[last++];
        if (splice.taken != nullptr && !take(*node, first, last, begin, splice))
            return {};
        Fresh fresh;
        if (first < node->count)
            fresh.add(partOf(node->at(first), 0, removed.begin - begin));
        for (const Piece& piece : splice.inserted)
            fresh.add(piece);
        if (last > first) {
            const Piece outer = node->at(last - 1);
            fresh.add(partOf(outer, outer.length - (end - removed.end), end - removed.end));
        }
        // The seam to the next piece may adjoin, too (undoing a split).
        if (last < node->count && fresh.count > 0 && adjoin(fresh.pieces[fresh.count - 1], node->at(last)))
            fresh.pieces[fresh.count - 1].length += node->lengths[last++];
        if (node->count - (last - first) + fresh.count < kLeafMin && !isRoot)
            return {};
        return replaceItems(node, first, last, std::span<const Piece>(fresh.pieces).first(fresh.count));
    }

    /// Notes what the splice removes of the pieces [first, last), which start at `begin`. Returns false when
    /// that is too much to be noted.
    static bool take(const Leaf& node, unsigned first, unsigned last, ByteOffset begin,
                     const ShortSplice& splice) {
        splice.taken->clear();
        for (unsigned i = first; i < last; ++i) {
            const ByteRange part = ByteRange::ofLength(begin, node.lengths[i]).intersection(splice.removed);
            if (!part.isEmpty() && !splice.taken->add(partOf(node.at(i), part.begin - begin, part.size())))
                return false;
            begin += node.lengths[i];
        }
        return true;
    }

    static SpliceResult replaceItems(Leaf* node, unsigned first, unsigned last,
                                     std::span<const Piece> fresh) {
        const unsigned freshCount = static_cast<unsigned>(fresh.size());
        const unsigned total = node->count - (last - first) + freshCount;
        if (total <= L) {
            for (unsigned i = first; i < last; ++i)
                node->size -= node->lengths[i];
            node->size += lengthOf(fresh);
            node->moveTail(last, first + freshCount);
            node->put(first, fresh);
            node->count = static_cast<std::uint16_t>(total);
            node->pieces = total;
            return {.done = true, .overflow = {}};
        }
        std::array<Piece, L + kShortInsert + 2> all;
        Piece* out = node->copyTo(all.data(), 0, first);
        out = std::ranges::copy(fresh, out).out;
        node->copyTo(out, last, node->count);
        const unsigned half = total / 2;
        Ref right = makeLeaf(std::span<const Piece>(all).subspan(half, total - half));
        node->put(0, std::span<const Piece>(all).first(half));
        node->count = static_cast<std::uint16_t>(half);
        recount(node);
        return {.done = true, .overflow = std::move(right)};
    }
};

}  // namespace octavo
