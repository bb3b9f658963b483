#pragma once

/// \file The nodes of the piece tree and how they are made. Only core/buffer/piece_tree.cpp includes this.

#include <algorithm>
#include <array>
#include <atomic>
#include <cstring>
#include <span>
#include <utility>
#include <vector>

#include "core/buffer/piece_tree.h"

namespace octavo {

/// Puts `piece` behind the others, as part of the last one where the bytes adjoin.
inline void appendMerged(std::vector<Piece>& pieces, const Piece& piece) {
    if (piece.length == 0)
        return;
    if (!pieces.empty()) {
        Piece& last = pieces.back();
        if (last.chunk == piece.chunk && last.offset + last.length == piece.offset) {
            last.length += piece.length;
            return;
        }
    }
    pieces.push_back(piece);
}

inline bool adjoin(const Piece& left, const Piece& right) {
    return left.chunk == right.chunk && left.offset + left.length == right.offset;
}

inline Piece partOf(const Piece& piece, ByteOffset from, ByteCount length) {
    return {.offset = piece.offset + from, .length = length, .chunk = piece.chunk};
}

template <unsigned L, unsigned I>
struct BasicPieceTree<L, I>::Node {
    std::atomic<std::uint32_t> references{1};
    std::uint16_t height = 0;  // 0 for a leaf
    std::uint16_t count = 0;   // pieces or children
    ByteCount size = 0;        // bytes below
    std::size_t pieces = 0;    // pieces below
};

/// Lengths stand apart from the rest: finding an offset reads nothing else, and the half of a leaf that an
/// edit moves is a sixth smaller without the padding of Piece.
template <unsigned L, unsigned I>
struct BasicPieceTree<L, I>::Leaf : Node {
    std::array<ByteCount, L> lengths;
    std::array<ByteOffset, L> offsets;
    std::array<ChunkId, L> chunks;

    [[nodiscard]] Piece at(unsigned i) const {
        return {.offset = offsets[i], .length = lengths[i], .chunk = chunks[i]};
    }
    /// Copies `fresh` over the pieces from `index` on. REQUIRES: they fit.
    void put(unsigned index, std::span<const Piece> fresh) {
        for (const Piece& piece : fresh) {
            lengths[index] = piece.length;
            offsets[index] = piece.offset;
            chunks[index] = piece.chunk;
            ++index;
        }
    }
    /// Copies the pieces of [first, last), out of the leaf.
    Piece* copyTo(Piece* out, unsigned first, unsigned last) const {
        for (unsigned i = first; i < last; ++i)
            *out++ = at(i);
        return out;
    }
    /// Moves the pieces from `from` to the end, so that they start at `to`. REQUIRES: they fit.
    void moveTail(unsigned from, unsigned to) {
        const unsigned tail = this->count - from;
        if (tail == 0)
            return;  // `from` and `to` may lie behind the last place
        std::memmove(&lengths[to], &lengths[from], tail * sizeof(ByteCount));
        std::memmove(&offsets[to], &offsets[from], tail * sizeof(ByteOffset));
        std::memmove(&chunks[to], &chunks[from], tail * sizeof(ChunkId));
    }
};

template <unsigned L, unsigned I>
struct BasicPieceTree<L, I>::Inner : Node {
    std::array<ByteCount, I> sizes{};
    std::array<Node*, I> children{};
};

/// Owns one reference to a node.
template <unsigned L, unsigned I>
class BasicPieceTree<L, I>::Ref {
public:
    Ref() = default;
    explicit Ref(Node* owned) : node_(owned) {}
    Ref(const Ref& other) : node_(other.node_) { retain(node_); }
    Ref(Ref&& other) noexcept : node_(std::exchange(other.node_, nullptr)) {}
    Ref& operator=(Ref other) noexcept {
        std::swap(node_, other.node_);
        return *this;
    }
    ~Ref() { release(node_); }

    static Ref sharing(Node* node) {
        retain(node);
        return Ref(node);
    }
    [[nodiscard]] Node* get() const { return node_; }
    [[nodiscard]] Node* take() { return std::exchange(node_, nullptr); }
    Node* operator->() const { return node_; }
    explicit operator bool() const { return node_ != nullptr; }

    static void retain(Node* node) {
        if (node != nullptr)
            node->references.fetch_add(1, std::memory_order_relaxed);
    }
    static void release(Node* node) {
        if (node == nullptr || node->references.fetch_sub(1, std::memory_order_acq_rel) != 1)
            return;
        if (node->height == 0) {
            delete static_cast<Leaf*>(node);
            return;
        }
        auto* inner = static_cast<Inner*>(node);
        for (unsigned i = 0; i < inner->count; ++i)
            release(inner->children[i]);
        delete inner;
    }

private:
    Node* node_ = nullptr;
};

/// Makes nodes and whole trees.
template <unsigned L, unsigned I>
struct BasicPieceTree<L, I>::Makers {
    static constexpr unsigned kLeafMin = L / 2;
    static constexpr unsigned kInnerMin = I / 2;

    static Leaf* leaf(Node* node) { return static_cast<Leaf*>(node); }
    static Inner* inner(Node* node) { return static_cast<Inner*>(node); }
    static const Leaf* leaf(const Node* node) { return static_cast<const Leaf*>(node); }
    static const Inner* inner(const Node* node) { return static_cast<const Inner*>(node); }

    // ---- making nodes

    static Ref makeLeaf(std::span<const Piece> pieces) {
        auto* node = new Leaf;
        node->put(0, pieces);
        node->count = static_cast<std::uint16_t>(pieces.size());
        recount(node);
        return Ref(node);
    }

    static Ref copyOf(const Leaf* from) {
        auto* copy = new Leaf;
        std::copy_n(from->lengths.begin(), from->count, copy->lengths.begin());
        std::copy_n(from->offsets.begin(), from->count, copy->offsets.begin());
        std::copy_n(from->chunks.begin(), from->count, copy->chunks.begin());
        copy->count = from->count;
        copy->size = from->size;
        copy->pieces = from->pieces;
        return Ref(copy);
    }

    static ByteCount lengthOf(std::span<const Piece> pieces) {
        ByteCount total = 0;
        for (const Piece& piece : pieces)
            total += piece.length;
        return total;
    }

    static void recount(Leaf* node) {
        node->pieces = node->count;
        node->size = 0;
        for (unsigned i = 0; i < node->count; ++i)
            node->size += node->lengths[i];
    }

    static void recount(Inner* node) {
        node->pieces = 0;
        node->size = 0;
        for (unsigned i = 0; i < node->count; ++i) {
            node->sizes[i] = node->children[i]->size;
            node->size += node->sizes[i];
            node->pieces += node->children[i]->pieces;
        }
    }

    /// A tree of the given children: none gives an empty one, a single one stands for itself.
    static Ref makeInner(std::span<Node* const> children) {
        if (children.empty())
            return {};
        if (children.size() == 1)
            return Ref::sharing(children.front());
        auto* node = new Inner;
        node->height = static_cast<std::uint16_t>(children.front()->height + 1);
        node->count = static_cast<std::uint16_t>(children.size());
        for (unsigned i = 0; i < node->count; ++i) {
            Ref::retain(children[i]);
            node->children[i] = children[i];
        }
        recount(node);
        return Ref(node);
    }

    static Ref makePair(Ref left, Ref right) {
        const std::array<Node*, 2> both{left.get(), right.get()};
        return makeInner(both);
    }

    /// Makes sure that nobody else sees the node, copying it if it is shared.
    static void makeUnique(Ref& ref) {
        Node* node = ref.get();
        if (node->references.load(std::memory_order_acquire) == 1)
            return;
        if (node->height == 0) {
            ref = copyOf(leaf(node));
            return;
        }
        auto* copy = new Inner;
        const Inner* from = inner(node);
        copy->height = from->height;
        copy->count = from->count;
        copy->size = from->size;
        copy->pieces = from->pieces;
        copy->sizes = from->sizes;
        copy->children = from->children;
        for (unsigned i = 0; i < copy->count; ++i)
            Ref::retain(copy->children[i]);
        ref = Ref(copy);
    }

    /// A balanced tree over many pieces.
    static Ref build(std::span<const Piece> pieces) {
        if (pieces.empty())
            return {};
        std::vector<Ref> level;
        forEachShare(pieces.size(), L, [&](std::size_t begin, std::size_t count) {
            level.push_back(makeLeaf(pieces.subspan(begin, count)));
        });
        while (level.size() > 1) {
            std::vector<Ref> above;
            forEachShare(level.size(), I, [&](std::size_t begin, std::size_t count) {
                std::array<Node*, I> children{};
                for (std::size_t i = 0; i < count; ++i)
                    children[i] = level[begin + i].get();
                above.push_back(makeInner(std::span<Node* const>(children).first(count)));
            });
            level = std::move(above);
        }
        return std::move(level.front());
    }

    /// Deals `total` things into as few shares of at most `most` as possible, all of nearly the same size.
    template <typename Visit>
    static void forEachShare(std::size_t total, std::size_t most, const Visit& visit) {
        const std::size_t shares = (total + most - 1) / most;
        std::size_t begin = 0;
        for (std::size_t i = 0; i < shares; ++i) {
            const std::size_t end = total * (i + 1) / shares;
            visit(begin, end - begin);
            begin = end;
        }
    }
};

}  // namespace octavo
