#include "core/structure/structure_compare.h"

#include <algorithm>
#include <fmt/format.h>

#include "core/base/separated_text.h"
#include "core/structure/field_text.h"
#include "core/structure/item_alignment.h"
#include "core/structure/node_row.h"
#include "core/structure/record_table.h"
#include "core/structure/structure_equality.h"

// The plan:
//  1. Both trees are walked together. A structure or an array in equal bytes that means nothing else than
//  they
//     say is passed over.
//  2. Of arrays whose items are of one size, those that differ are found by halving the equal stretches away.
//  3. Items of structures are digested by their values where arrays differ in length, or where many of them
//     differ by index, and aligned.

namespace octavo {

namespace {

using Kind = StructureDifference::Kind;
using Side = StructureDifference::Side;

/// A tree, and what of it has to be said.
class SideReader {
public:
    explicit SideReader(StructureTree& structures) : tree(structures) {}

    [[nodiscard]] Side describe(const NodeRef& at) {
        if (at.isTop())
            return {.path = at.path(),
                    .text = at.structure->type->path,
                    .place = at.structure->stream->window(),
                    .error = byValue(at.structure->error.get())};
        const FieldNode& node = at.read(tree);
        const StructureError* inner = node.structure ? node.structure->error.get() : nullptr;
        std::string text =
            node.structure ? summaryText(tree, *node.structure) : valueText(node.value, at.field());
        if (text.empty() && (node.structure || node.array))
            text = typeText(at.field(), node, at.index.has_value());
        return {.path = at.path(),
                .text = std::move(text),
                .place = documentPlace(node),
                .error = byValue(inner != nullptr ? inner : node.error.get())};
    }

    /// A number that items of equal values share. Instances do not count: they say where things are.
    [[nodiscard]] std::uint64_t digest(const NodeRef& at, int depth = 0) {
        const FieldNode& node = at.read(tree);
        add(static_cast<std::uint64_t>(node.state));
        add(node.error ? static_cast<std::uint64_t>(node.error->fault) + 1 : 0);
        if (node.array && depth < kDigestDepth) {
            ArrayNode& array = *node.array;
            add(array.count());
            for (std::uint64_t i = 0; i < std::min(array.count(), kDigestedItems); ++i) {
                static_cast<void>(
                    digest({.structure = at.structure, .slot = at.slot, .index = i}, depth + 1));
                tree.forget(array, i);
            }
        } else if (node.structure && depth < kDigestDepth) {
            StructureNode& inner = *node.structure;
            for (std::size_t slot = inner.type->parameterCount; slot < inner.type->sequenceEnd; ++slot)
                static_cast<void>(digest({.structure = &inner, .slot = slot, .index = {}}, depth + 1));
        } else {
            addValue(node.value);
        }
        return depth == 0 ? std::exchange(hash_, kHashStart) : hash_;
    }

    StructureTree& tree;

private:
    /// Without the expression, which belongs to the description.
    static std::optional<StructureError> byValue(const StructureError* error) {
        if (error == nullptr)
            return std::nullopt;
        return StructureError{.fault = error->fault, .expression = nullptr, .detail = error->detail};
    }

    static constexpr std::uint64_t kHashStart = 0xCBF29CE484222325;
    static constexpr int kDigestDepth = 8;
    static constexpr std::uint64_t kDigestedItems = 256;
    static constexpr ByteCount kDigestedBytes = 512;

    void add(std::uint64_t number) {
        hash_ = (hash_ ^ number) * 0x100000001B3;
        hash_ ^= hash_ >> 32;
    }
    void addValue(const StructureValue& value) {
        add(value.index());
        if (const auto* integer = value.as<Int128>()) {
            add(static_cast<std::uint64_t>(*integer));
        } else if (const auto* number = value.as<double>()) {
            add(std::bit_cast<std::uint64_t>(*number));
        } else if (const auto* flag = value.as<bool>()) {
            add(*flag ? 1 : 0);
        } else if (const auto* text = value.as<std::u16string>()) {
            for (const char16_t unit : *text)
                add(unit);
        } else if (const auto* bytes = value.as<BytesValue>()) {
            add(bytes->size());
            for (ByteCount i = 0; i < std::min(bytes->size(), kDigestedBytes); ++i)
                add(std::to_integer<std::uint64_t>(bytes->at(i).value_or(std::byte{0})));
        }
    }

    std::uint64_t hash_ = kHashStart;
};

bool haveSameFault(const StructureError* left, const StructureError* right) {
    return left == nullptr || right == nullptr ? left == right : left->fault == right->fault;
}

/// Where a structure begins, to see whether it lies in itself.
bool beginsAs(const StructureNode& one, const StructureNode& other) {
    return one.type == other.type && &one.stream->space() == &other.stream->space() &&
           one.start.position() == other.start.position();
}

class StructureComparer {
public:
    StructureComparer(StructureTree& left, StructureTree& right, const StructureCompareLimits& limits,
                      const JobContext& job)
        : left_(left),
          right_(right),
          limits_(limits),
          job_(job),
          nodesLeft_(limits.nodesMost),
          bytes_(left.bytes(), right.bytes(), job) {}

    StructureDifferences run() {
        StructureNode& left = left_.tree.root();
        StructureNode& right = right_.tree.root();
        const bool isSame = left.stream->window() == right.stream->window() &&
                            left_.tree.bytes().size() == right_.tree.bytes().size() &&
                            bytes_.areEqual(left_.tree.bytes().all(), right_.tree.bytes().all());
        if (!isSame)
            structures(left, right);
        return std::move(found_);
    }

private:
    [[nodiscard]] bool isGoing() {
        found_.isCut = found_.isCut || found_.rows.size() >= limits_.rowsMost || nodesLeft_ == 0;
        return !found_.isCut && !job_.stopRequested();
    }

    void add(Kind kind, Side left, Side right) {
        if (isGoing())
            found_.rows.push_back({.kind = kind, .left = std::move(left), .right = std::move(right)});
    }
    void addBoth(Kind kind, const NodeRef& left, const NodeRef& right) {
        add(kind, left_.describe(left), right_.describe(right));
    }

    // --- structures

    void structures(StructureNode& left, StructureNode& right) {
        const bool isDeep = static_cast<int>(around_.size()) >= limits_.deepest;
        const bool isInItself =
            std::any_of(around_.begin(), around_.end(),
                        [&left](const StructureNode* each) { return beginsAs(*each, left); });
        found_.isCut = found_.isCut || isDeep;
        if (isDeep || isInItself)
            return;
        around_.push_back(&left);
        const std::vector<std::size_t> lefts = shownFields(left_.tree, left);
        const std::vector<std::size_t> rights = shownFields(right_.tree, right);
        for (std::size_t i = 0, j = 0; (i < lefts.size() || j < rights.size()) && isGoing();) {
            const std::size_t slot = std::min(i < lefts.size() ? lefts[i] : left.type->fields.size(),
                                              j < rights.size() ? rights[j] : right.type->fields.size());
            const bool isLeft = i < lefts.size() && lefts[i] == slot;
            const bool isRight = j < rights.size() && rights[j] == slot;
            pair(
                isLeft ? std::optional(NodeRef{.structure = &left, .slot = slot, .index = {}}) : std::nullopt,
                isRight ? std::optional(NodeRef{.structure = &right, .slot = slot, .index = {}})
                        : std::nullopt);
            i += isLeft ? 1 : 0;
            j += isRight ? 1 : 0;
        }
        if (!haveSameFault(left.error.get(), right.error.get()))
            add(Kind::Error, left_.describe(refOf(left)), right_.describe(refOf(right)));
        around_.pop_back();
    }

    static NodeRef refOf(StructureNode& node) {
        return node.holder == nullptr
                   ? NodeRef{.structure = &node, .slot = {}, .index = {}}
                   : NodeRef{.structure = node.holder, .slot = node.holderSlot, .index = node.holderIndex};
    }

    /// REQUIRES: one of them is there.
    void pair(const std::optional<NodeRef>& left, const std::optional<NodeRef>& right) {
        nodesLeft_ -= std::min<std::uint64_t>(nodesLeft_, 1);
        if (left && right)
            return nodes(*left, *right);
        if (left)
            add(Kind::OnlyLeft, left_.describe(*left), {});
        else
            add(Kind::OnlyRight, {}, right_.describe(*right));
    }

    void nodes(const NodeRef& left, const NodeRef& right) {
        FieldNode& one = left.read(left_.tree);
        FieldNode& other = right.read(right_.tree);
        advance(one);
        const bool areArrays = one.array && other.array;
        const bool areStructures =
            one.structure && other.structure && one.structure->type == other.structure->type;
        if (!areArrays && !areStructures)
            return values(left, one, right, other);
        if (!haveSameFault(one.error.get(), other.error.get()))
            addBoth(Kind::Error, left, right);
        if (isPassedOver(left, one, right, other))
            return;
        if (areArrays)
            arrays(left, *one.array, right, *other.array);
        else
            structures(*one.structure, *other.structure);
    }

    void values(const NodeRef& left, const FieldNode& one, const NodeRef& right, const FieldNode& other) {
        const bool areValues = !one.array && !one.structure && !other.array && !other.structure;
        if (!areValues || !isSameValue(one.value, other.value, job_))
            addBoth(Kind::Changed, left, right);
        else if (!haveSameFault(one.error.get(), other.error.get()))
            addBoth(Kind::Error, left, right);
    }

    void advance(const FieldNode& node) {
        if (!node.isPlaced || !node.space->isDocument() || node.begin.byte <= farthest_)
            return;
        job_.advance(node.begin.byte - farthest_);
        farthest_ = node.begin.byte;
    }

    // --- what need not be read

    [[nodiscard]] bool isAlone(const NodeRef& left, const NodeRef& right) {
        return left.structure->order == right.structure->order && meansTheSameAlone(left.field());
    }

    [[nodiscard]] bool isPassedOver(const NodeRef& left, const FieldNode& one, const NodeRef& right,
                                    const FieldNode& other) {
        const auto isWhole = [](const FieldNode& node) {
            return node.isPlaced && node.isEnded && node.space->isDocument();
        };
        if (!isWhole(one) || !isWhole(other) || one.begin.bit != other.begin.bit ||
            one.end.bit != other.end.bit || one.range().size() != other.range().size() ||
            !isAlone(left, right))
            return false;
        if (one.array &&
            (one.array->count() != other.array->count() || left.field().item.kind == ItemType::Kind::Switch))
            return false;
        if (one.structure && one.item != other.item)
            return false;
        return types_.has(one.structure ? *one.item : left.field().item) &&
               bytes_.areEqual(one.range(), other.range());
    }

    // --- arrays

    struct Arrays {
        NodeRef left;
        ArrayNode& one;
        NodeRef right;
        ArrayNode& other;
    };

    struct Alignment {
        std::vector<AlignedItem> pairs;
        std::uint64_t equalPairs = 0;
    };

    void arrays(const NodeRef& left, ArrayNode& one, const NodeRef& right, ArrayNode& other) {
        const bool isSameLength = one.count() == other.count();
        if (!isSameLength) {
            Side from = left_.describe(left);
            Side to = right_.describe(right);
            from.text = std::to_string(one.count());
            to.text = std::to_string(other.count());
            add(Kind::Length, std::move(from), std::move(to));
        }
        const Arrays both{.left = left, .one = one, .right = right, .other = other};
        const std::size_t rowsBefore = found_.rows.size();
        std::optional<Alignment> alignment;
        if (isSameLength) {
            const std::uint64_t differing = byIndex(both, 0, one.count());
            if (differing >= kManyDiffer && isGoing())
                alignment = align(both);
            if (!alignment || alignment->equalPairs <= one.count() - differing)
                return;
            found_.rows.resize(rowsBefore);
        } else {
            alignment = align(both);
        }
        if (!alignment) {
            static_cast<void>(byIndex(both, 0, std::min(one.count(), other.count())));
            return lonely(both);
        }
        for (const AlignedItem& each : alignment->pairs) {
            if (!isGoing())
                return;
            items(both, each);
        }
    }

    /// Those that the other array has no item for.
    void lonely(const Arrays& arrays) {
        for (std::uint64_t i = arrays.other.count(); i < arrays.one.count() && isGoing(); ++i)
            items(arrays, {.left = i, .right = {}});
        for (std::uint64_t i = arrays.one.count(); i < arrays.other.count() && isGoing(); ++i)
            items(arrays, {.left = {}, .right = i});
    }

    void items(const Arrays& arrays, const AlignedItem& item) {
        const auto refTo = [](NodeRef array, std::optional<std::uint64_t> index) {
            array.index = index;
            return index ? std::optional(array) : std::nullopt;
        };
        pair(refTo(arrays.left, item.left), refTo(arrays.right, item.right));
        if (item.left)
            left_.tree.forget(arrays.one, *item.left);
        if (item.right)
            right_.tree.forget(arrays.other, *item.right);
    }

    /// Compares items by their indices; returns how many of them have differences.
    std::uint64_t byIndex(const Arrays& arrays, std::uint64_t begin, std::uint64_t end) {
        if (begin == end || !isGoing() || areEqualItems(arrays, begin, end))
            return 0;
        if (end - begin > 1 && arrays.one.isUniform()) {
            const std::uint64_t middle = begin + (end - begin) / 2;
            const std::uint64_t before = byIndex(arrays, begin, middle);
            return before + byIndex(arrays, middle, end);
        }
        std::uint64_t differing = 0;
        for (std::uint64_t i = begin; i < end && isGoing(); ++i) {
            const std::size_t before = found_.rows.size();
            items(arrays, {.left = i, .right = i});
            differing += found_.rows.size() > before ? 1 : 0;
        }
        return differing;
    }

    [[nodiscard]] bool areEqualItems(const Arrays& arrays, std::uint64_t begin, std::uint64_t end) {
        const auto isPlain = [](const ArrayNode& each) {
            return each.isUniform() && each.stream->space().isDocument();
        };
        const auto rangeOf = [begin, end](const ArrayNode& array) {
            return ByteRange{array.uniformBegin(begin), array.uniformBegin(end)};
        };
        return isPlain(arrays.one) && isPlain(arrays.other) && isAlone(arrays.left, arrays.right) &&
               types_.has(arrays.left.field().item) &&
               bytes_.areEqual(rangeOf(arrays.one), rangeOf(arrays.other));
    }

    /// How items belong together where some were inserted or removed; nothing where they are too many.
    [[nodiscard]] std::optional<Alignment> align(const Arrays& arrays) {
        const ItemType::Kind kind = arrays.left.field().item.kind;
        const std::uint64_t longer = std::max(arrays.one.count(), arrays.other.count());
        if ((kind != ItemType::Kind::Structure && kind != ItemType::Kind::Switch) ||
            longer > limits_.digestedMost || limits_.alignedMost == 0)
            return std::nullopt;
        const auto lefts = digestsOf(left_, arrays.left, arrays.one);
        const auto rights = digestsOf(right_, arrays.right, arrays.other);
        if (job_.stopRequested())
            return std::nullopt;
        auto pairs = alignItems(lefts, rights, limits_.alignedMost);
        if (!pairs)
            return std::nullopt;
        const std::uint64_t equal = equalPairs(*pairs, lefts, rights);
        return Alignment{.pairs = std::move(*pairs), .equalPairs = equal};
    }

    [[nodiscard]] std::vector<std::uint64_t> digestsOf(SideReader& side, NodeRef at, ArrayNode& array) {
        std::vector<std::uint64_t> digests;
        for (std::uint64_t i = 0; i < array.count() && !job_.stopRequested(); ++i) {
            at.index = i;
            digests.push_back(side.digest(at));
            side.tree.forget(array, i);
        }
        return digests;
    }

    static constexpr std::uint64_t kManyDiffer = 3;
    SideReader left_;
    SideReader right_;
    const StructureCompareLimits& limits_;
    const JobContext& job_;
    std::uint64_t nodesLeft_;
    ByteComparison bytes_;
    SelfContainedTypes types_;
    StructureDifferences found_;
    std::vector<const StructureNode*> around_;
    ByteOffset farthest_ = 0;
};

constexpr std::string_view kKindNames[] = {"changed", "only-left", "only-right", "length", "error"};

}  // namespace

Result<StructureDifferences> compareStructures(StructureTree& left, StructureTree& right,
                                               const StructureCompareLimits& limits, const JobContext& job) {
    OCTAVO_EXPECTS(left.root().type == right.root().type);
    job.setTotal(left.bytes().size());
    left.limit(JobContext(job.stopToken(), nullptr));
    right.limit(JobContext(job.stopToken(), nullptr));
    StructureDifferences found = StructureComparer(left, right, limits, job).run();
    if (job.stopRequested())
        return fail(ErrorCode::Cancelled);
    return found;
}

Status writeDifferences(std::span<const StructureDifference> differences, TextSink& out) {
    Status done = out.append("kind,path,left,right,left offset,left size,right offset,right size\r\n");
    for (const StructureDifference& each : differences) {
        std::string line(kKindNames[static_cast<std::size_t>(each.kind)]);
        const auto add = [&line](std::string_view text) {
            line += ',' + separatedField(text, FieldSeparator::Comma);
        };
        const auto textOf = [](const Side& side) {
            return side.text.empty() && side.error ? std::string(structureFaultName(side.error->fault))
                                                   : side.text;
        };
        add(each.path());
        add(textOf(each.left));
        add(textOf(each.right));
        for (const Side* side : {&each.left, &each.right}) {
            add(side->place ? std::to_string(side->place->begin) : "");
            add(side->place ? std::to_string(side->place->size()) : "");
        }
        if (done)
            done = out.append(line + "\r\n");
    }
    return done;
}

}  // namespace octavo
