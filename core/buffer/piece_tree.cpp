#include "core/buffer/piece_tree.h"

#include <algorithm>
#include <array>
#include <atomic>

#include "core/base/contracts.h"

namespace octavo {

namespace {

/// Puts `piece` behind the others, as part of the last one where the bytes adjoin.
void appendMerged(std::vector<Piece>& pieces, const Piece& piece) {
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

bool adjoin(const Piece& left, const Piece& right) {
    return left.chunk == right.chunk && left.offset + left.length == right.offset;
}

Piece partOf(const Piece& piece, ByteOffset from, ByteCount length) {
    return {.offset = piece.offset + from, .length = length, .chunk = piece.chunk};
}

}  // namespace

template <unsigned L, unsigned I>
struct BasicPieceTree<L, I>::Node {
    std::atomic<std::uint32_t> references{1};
    std::uint16_t height = 0;  // 0 for a leaf
    std::uint16_t count = 0;   // pieces or children
    ByteCount size = 0;        // bytes below
    std::size_t pieces = 0;    // pieces below
};

template <unsigned L, unsigned I>
struct BasicPieceTree<L, I>::Leaf : Node {
    std::array<Piece, L> items;
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

template <unsigned L, unsigned I>
struct BasicPieceTree<L, I>::Ops {
    static constexpr unsigned kLeafMin = L / 2;
    static constexpr unsigned kInnerMin = I / 2;

    static Leaf* leaf(Node* node) { return static_cast<Leaf*>(node); }
    static Inner* inner(Node* node) { return static_cast<Inner*>(node); }
    static const Leaf* leaf(const Node* node) { return static_cast<const Leaf*>(node); }
    static const Inner* inner(const Node* node) { return static_cast<const Inner*>(node); }

    // ---- making nodes
    // ----------------------------------------------------------------------------------------

    static Ref makeLeaf(std::span<const Piece> pieces) {
        auto* node = new Leaf;
        std::ranges::copy(pieces, node->items.begin());
        node->count = static_cast<std::uint16_t>(pieces.size());
        recount(node);
        return Ref(node);
    }

    static ByteCount lengthOf(std::span<const Piece> pieces) {
        ByteCount total = 0;
        for (const Piece& piece : pieces)
            total += piece.length;
        return total;
    }

    static void recount(Leaf* node) {
        node->pieces = node->count;
        node->size = lengthOf(std::span<const Piece>(node->items).first(node->count));
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
            ref = makeLeaf(std::span(leaf(node)->items).first(node->count));
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

    // ---- joining
    // ---------------------------------------------------------------------------------------------

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
    // ---------------------------------------------------------------------------------------------

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
    // ---------------------------------------------------------------------------------------

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
    // ---------------------------------------------------------------------------------------------

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
    while (offset - begin >= leaf->items[i].length)
        begin += leaf->items[i++].length;
    return {leaf->items[i], begin};
}

template <unsigned L, unsigned I>
void BasicPieceTree<L, I>::splice(ByteRange removed, std::span<const Piece> inserted) {
    OCTAVO_EXPECTS(removed.begin <= removed.end && removed.end <= size());
    if (root_ != nullptr && inserted.size() <= Ops::kShortInsert) {
        Ref root(std::exchange(root_, nullptr));
        typename Ops::SpliceResult result = Ops::spliceWithin(root, removed, inserted, /*isRoot=*/true);
        if (result.overflow)
            root = Ops::makePair(std::move(root), std::move(result.overflow));
        if (result.done && root->pieces == 0)
            root = Ref();
        root_ = root.take();
        if (result.done)
            return;
    }
    splice(removed, BasicPieceTree(inserted));
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
