#pragma once

/// \file Joining, cutting and walking the piece tree. Only core/buffer/piece_tree.cpp includes this.

#include <algorithm>
#include <array>
#include <span>
#include <utility>
#include <vector>

#include "core/base/contracts.h"
#include "core/buffer/piece_tree_short_splices.h"

namespace octavo {

template <unsigned L, unsigned I>
struct BasicPieceTree<L, I>::Ops : BasicPieceTree<L, I>::ShortSplices {
    using Makers::inner;
    using Makers::kInnerMin;
    using Makers::kLeafMin;
    using Makers::leaf;
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
        const bool merges = adjoin(leaf(left.get())->at(left->count - 1u), leaf(right.get())->at(0));
        if (!merges && left->count >= kLeafMin && right->count >= kLeafMin)
            return makePair(std::move(left), std::move(right));
        std::vector<Piece> all;
        all.reserve(2 * L);
        for (const Ref* side : {&left, &right}) {
            for (unsigned i = 0; i < (*side)->count; ++i)
                appendMerged(all, leaf(side->get())->at(i));
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
        while (offset >= node->lengths[i])
            offset -= node->lengths[i++];
        std::array<Piece, L> left;
        std::array<Piece, L> right;
        Piece* leftEnd = node->copyTo(left.data(), 0, i);
        if (offset > 0)
            *leftEnd++ = partOf(node->at(i), 0, offset);
        right[0] = partOf(node->at(i), offset, node->lengths[i] - offset);
        Piece* rightEnd = node->copyTo(right.data() + 1, i + 1, node->count);
        return {makeLeaf(std::span<const Piece>(left.data(), leftEnd)),
                makeLeaf(std::span<const Piece>(right.data(), rightEnd))};
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

    // ---- walking

    template <typename Visit>
    static bool walk(const Node* node, ByteOffset nodeBegin, ByteRange range, const Visit& visit) {
        ByteOffset begin = nodeBegin;
        if (node->height == 0) {
            for (unsigned i = 0; i < node->count && begin < range.end; ++i) {
                const ByteCount length = leaf(node)->lengths[i];
                const ByteRange part = ByteRange::ofLength(begin, length).intersection(range);
                if (!part.isEmpty() &&
                    !visit(partOf(leaf(node)->at(i), part.begin - begin, part.size()), part.begin))
                    return false;
                begin += length;
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
                if (leaf(node)->lengths[i] == 0)
                    return false;
                size += leaf(node)->lengths[i];
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
