#pragma once

/// \file Joining, cutting, splicing and walking the piece tree. Only core/buffer/piece_tree.cpp includes
/// this.

#include <algorithm>
#include <array>
#include <span>
#include <utility>
#include <vector>

#include "core/base/contracts.h"
#include "core/buffer/piece_tree_nodes.h"

namespace octavo {

template <unsigned L, unsigned I>
struct BasicPieceTree<L, I>::Ops : BasicPieceTree<L, I>::Makers {
    using Makers::build;
    using Makers::inner;
    using Makers::kInnerMin;
    using Makers::kLeafMin;
    using Makers::leaf;
    using Makers::lengthOf;
    using Makers::makeInner;
    using Makers::makeLeaf;
    using Makers::makePair;
    using Makers::makeUnique;
    using Makers::recount;

    // ---- joining

    static Ref concat(Ref left, Ref right) {
        if (!left)
            return right;
        if (!right)
            return left;
        if (left->height == right->height)
            return left->height == 0 ? concatLeaves(std::move(left), std::move(right))
                                     : concatInner(std::move(left), std::move(right));
        return left->height > right->height ? concatRight(std::move(left), std::move(right))
                                            : concatLeft(std::move(left), std::move(right));
    }

    static Ref concatLeaves(Ref left, Ref right) {
        const bool merges = adjoin(leaf(left.get())->items[left->count - 1u], leaf(right.get())->items[0]);
        if (!merges && left->count >= kLeafMin && right->count >= kLeafMin)
            return makePair(std::move(left), std::move(right));
        std::vector<Piece> all;
        all.reserve(2 * L);
        for (const Ref* side : {&left, &right}) {
            for (unsigned i = 0; i < (*side)->count; ++i)
                appendMerged(all, leaf(side->get())->items[i]);
        }
        if (all.size() <= L)
            return makeLeaf(all);
        const std::size_t half = all.size() / 2;
        return makePair(makeLeaf(std::span(all).first(half)), makeLeaf(std::span(all).subspan(half)));
    }

    static Ref concatInner(Ref left, Ref right) {
        if (left->count >= kInnerMin && right->count >= kInnerMin)
            return makePair(std::move(left), std::move(right));
        std::array<Node*, 2 * I> all{};
        std::size_t count = 0;
        for (const Ref* side : {&left, &right}) {
            for (unsigned i = 0; i < (*side)->count; ++i)
                all[count++] = inner(side->get())->children[i];
        }
        return makeInnerOrPair(std::span<Node* const>(all).first(count));
    }

    /// One node if the children fit, else a root over two halves.
    static Ref makeInnerOrPair(std::span<Node* const> children) {
        if (children.size() <= I)
            return makeInner(children);
        const std::size_t half = children.size() / 2;
        return makePair(makeInner(children.first(half)), makeInner(children.subspan(half)));
    }

    /// `right` is lower: it goes under the last child of `left`.
    static Ref concatRight(Ref left, Ref right) {
        makeUnique(left);
        Inner* node = inner(left.get());
        Ref last(node->children[node->count - 1u]);
        --node->count;  // the reference moved to `last`
        Ref joined = concat(std::move(last), std::move(right));
        return withChildren(std::move(left), std::move(joined), Side::Back);
    }

    /// `left` is lower: it goes under the first child of `right`.
    static Ref concatLeft(Ref left, Ref right) {
        makeUnique(right);
        Inner* node = inner(right.get());
        Ref first(node->children[0]);
        std::copy(node->children.begin() + 1, node->children.begin() + node->count, node->children.begin());
        --node->count;
        Ref joined = concat(std::move(left), std::move(first));
        return withChildren(std::move(right), std::move(joined), Side::Front);
    }

    enum class Side { Front, Back };

    /// Puts `joined`, a child or a root over two children, at one end of `parent`, which is unshared and has
    /// room for one child.
    static Ref withChildren(Ref parent, Ref joined, Side side) {
        std::array<Node*, I + 2> all{};
        std::size_t count = 0;
        const auto addJoined = [&] {
            if (joined->height < parent->height) {
                all[count++] = joined.get();
            } else {
                for (unsigned i = 0; i < joined->count; ++i)
                    all[count++] = inner(joined.get())->children[i];
            }
        };
        if (side == Side::Front)
            addJoined();
        for (unsigned i = 0; i < parent->count; ++i)
            all[count++] = inner(parent.get())->children[i];
        if (side == Side::Back)
            addJoined();
        if (count > I)
            return makeInnerOrPair(std::span<Node* const>(all).first(count));
        // Room enough: keep the node, move the references it lacks into it.
        Inner* node = inner(parent.get());
        for (std::size_t i = 0; i < count; ++i)
            Ref::retain(all[i]);
        for (unsigned i = 0; i < node->count; ++i)
            Ref::release(node->children[i]);
        std::copy_n(all.begin(), count, node->children.begin());
        node->count = static_cast<std::uint16_t>(count);
        recount(node);
        return parent;
    }

    // ---- cutting

    static std::pair<Ref, Ref> split(const Ref& tree, ByteOffset offset) {
        if (!tree || offset == 0)
            return {Ref(), tree};
        if (offset == tree->size)
            return {tree, Ref()};
        return tree->height == 0 ? splitLeaf(leaf(tree.get()), offset)
                                 : splitInner(inner(tree.get()), offset);
    }

    static std::pair<Ref, Ref> splitLeaf(const Leaf* node, ByteOffset offset) {
        unsigned i = 0;
        while (offset >= node->items[i].length)
            offset -= node->items[i++].length;
        std::vector<Piece> left(node->items.begin(), node->items.begin() + i);
        std::vector<Piece> right;
        right.reserve(node->count - i);
        if (offset > 0)
            left.push_back(partOf(node->items[i], 0, offset));
        right.push_back(partOf(node->items[i], offset, node->items[i].length - offset));
        right.insert(right.end(), node->items.begin() + i + 1, node->items.begin() + node->count);
        return {makeLeaf(left), makeLeaf(right)};
    }

    static std::pair<Ref, Ref> splitInner(const Inner* node, ByteOffset offset) {
        unsigned i = 0;
        while (offset >= node->sizes[i])
            offset -= node->sizes[i++];
        auto [left, right] = split(Ref::sharing(node->children[i]), offset);
        const std::span<Node* const> children = std::span(node->children).first(node->count);
        return {concat(makeInner(children.first(i)), std::move(left)),
                concat(std::move(right), makeInner(children.subspan(i + 1)))};
    }

    // ---- the short way

    /// What a splice within a leaf did to the subtree it was given.
    struct SpliceResult {
        bool done = false;
        Ref overflow;  // a right sibling, when the node had to be cut in two
    };

    static SpliceResult spliceWithin(Ref& tree, ByteRange removed, std::span<const Piece> inserted,
                                     bool isRoot) {
        makeUnique(tree);
        return tree->height == 0 ? spliceLeaf(leaf(tree.get()), removed, inserted, isRoot)
                                 : spliceInner(inner(tree.get()), removed, inserted);
    }

    static SpliceResult spliceInner(Inner* node, ByteRange removed, std::span<const Piece> inserted) {
        unsigned i = 0;
        ByteOffset begin = 0;
        // An insertion between two children goes to the left one, where it may adjoin the piece typed before.
        while (removed.begin > begin + node->sizes[i] ||
               (removed.begin == begin + node->sizes[i] && !removed.isEmpty()))
            begin += node->sizes[i++];
        if (removed.end > begin + node->sizes[i])
            return {};  // crosses children
        Ref child(node->children[i]);
        const std::size_t piecesBefore = child->pieces;
        SpliceResult below =
            spliceWithin(child, {removed.begin - begin, removed.end - begin}, inserted, /*isRoot=*/false);
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

    static SpliceResult spliceLeaf(Leaf* node, ByteRange removed, std::span<const Piece> inserted,
                                   bool isRoot) {
        // Pieces [first, last) are touched; what stays of the outer two is kept as `head` and `tail`.
        unsigned first = 0;
        ByteOffset begin = 0;
        while (first < node->count && begin + node->items[first].length < removed.begin)
            begin += node->items[first++].length;
        std::array<Piece, kShortInsert + 2> fresh;
        unsigned freshCount = 0;
        const auto add = [&](const Piece& piece) {
            if (piece.length == 0)
                return;
            if (freshCount > 0 && adjoin(fresh[freshCount - 1], piece))
                fresh[freshCount - 1].length += piece.length;
            else
                fresh[freshCount++] = piece;
        };
        unsigned last = first;
        ByteOffset end = begin;
        if (first < node->count)
            add(partOf(node->items[first], 0, removed.begin - begin));
        while (last < node->count && (end < removed.end || last == first)) {
            end += node->items[last].length;
            ++last;
        }
        for (const Piece& piece : inserted)
            add(piece);
        if (last > first) {
            const Piece& outer = node->items[last - 1];
            add(partOf(outer, outer.length - (end - removed.end), end - removed.end));
        }
        // The seam to the next piece may adjoin, too (undoing a split).
        if (last < node->count && freshCount > 0 && adjoin(fresh[freshCount - 1], node->items[last])) {
            fresh[freshCount - 1].length += node->items[last].length;
            ++last;
        }
        const unsigned total = node->count - (last - first) + freshCount;
        if (total < kLeafMin && !isRoot)
            return {};
        return replaceItems(node, first, last, std::span<const Piece>(fresh).first(freshCount));
    }

    static SpliceResult replaceItems(Leaf* node, unsigned first, unsigned last,
                                     std::span<const Piece> fresh) {
        const unsigned freshCount = static_cast<unsigned>(fresh.size());
        const unsigned total = node->count - (last - first) + freshCount;
        if (total <= L) {
            const auto items = node->items.begin();
            const ByteCount replacedSize =
                lengthOf(std::span<const Piece>(node->items).subspan(first, last - first));
            const ByteCount freshSize = lengthOf(fresh);
            if (first + freshCount > last)
                std::copy_backward(items + last, items + node->count, items + total);
            else
                std::copy(items + last, items + node->count, items + first + freshCount);
            std::ranges::copy(fresh, items + first);
            node->count = static_cast<std::uint16_t>(total);
            node->pieces = total;
            node->size = node->size - replacedSize + freshSize;
            return {.done = true, .overflow = {}};
        }
        std::array<Piece, L + kShortInsert + 2> all;
        auto out = std::copy_n(node->items.begin(), first, all.begin());
        out = std::ranges::copy(fresh, out).out;
        std::copy(node->items.begin() + last, node->items.begin() + node->count, out);
        const unsigned half = total / 2;
        Ref right = makeLeaf(std::span<const Piece>(all).subspan(half, total - half));
        std::copy_n(all.begin(), half, node->items.begin());
        node->count = static_cast<std::uint16_t>(half);
        recount(node);
        return {.done = true, .overflow = std::move(right)};
    }

    static constexpr unsigned kShortInsert = L < 8 ? 1 : 4;

    // ---- walking

    template <typename Visit>
    static bool walk(const Node* node, ByteOffset nodeBegin, ByteRange range, const Visit& visit) {
        ByteOffset begin = nodeBegin;
        if (node->height == 0) {
            for (unsigned i = 0; i < node->count && begin < range.end; ++i) {
                const Piece& piece = leaf(node)->items[i];
                const ByteRange part = ByteRange::ofLength(begin, piece.length).intersection(range);
                if (!part.isEmpty() && !visit(partOf(piece, part.begin - begin, part.size()), part.begin))
                    return false;
                begin += piece.length;
            }
            return true;
        }
        for (unsigned i = 0; i < node->count && begin < range.end; ++i) {
            const ByteCount size = inner(node)->sizes[i];
            if (begin + size > range.begin && !walk(inner(node)->children[i], begin, range, visit))
                return false;
            begin += size;
        }
        return true;
    }

    static std::size_t memory(const Node* node) {
        if (node->height == 0)
            return sizeof(Leaf);
        std::size_t total = sizeof(Inner);
        for (unsigned i = 0; i < node->count; ++i)
            total += memory(inner(node)->children[i]);
        return total;
    }

    static bool check(const Node* node, bool isRoot) {
        if (node->height == 0) {
            ByteCount size = 0;
            for (unsigned i = 0; i < node->count; ++i) {
                if (leaf(node)->items[i].length == 0)
                    return false;
                size += leaf(node)->items[i].length;
            }
            return size == node->size && node->pieces == node->count && node->count <= L &&
                   node->count >= (isRoot ? 1 : kLeafMin);
        }
        ByteCount size = 0;
        std::size_t pieces = 0;
        for (unsigned i = 0; i < node->count; ++i) {
            const Node* child = inner(node)->children[i];
            if (child->height + 1 != node->height || child->size != inner(node)->sizes[i] ||
                !check(child, false))
                return false;
            size += child->size;
            pieces += child->pieces;
        }
        return size == node->size && pieces == node->pieces && node->count <= I &&
               node->count >= (isRoot ? 2 : kInnerMin);
    }
};

}  // namespace octavo
