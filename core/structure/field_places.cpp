#include "core/structure/field_places.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace octavo {

namespace {

/// Which types have fields that lie outside of their structures' own stretch, or may have.
class ReachOfTypes {
public:
    bool reachesOut(const FormatType& type) {
        const auto known = known_.find(&type);
        if (known != known_.end())
            return known->second;
        // Types contain each other in circles, so what is found on the way says nothing about those on it.
        std::unordered_set<const FormatType*> visited;
        return known_[&type] = reachesOut(type, visited);
    }
    bool reachesOut(const ItemType& item) {
        if (item.kind == ItemType::Kind::Structure)
            return item.structure != nullptr && reachesOut(*item.structure);
        return std::any_of(item.cases.begin(), item.cases.end(),
                           [this](const ItemType::Case& each) { return reachesOut(*each.type); });
    }

private:
    using Visited = std::unordered_set<const FormatType*>;

    static bool reachesOut(const FormatType& type, Visited& visited) {
        if (!visited.insert(&type).second)
            return false;
        return std::any_of(type.fields.begin() + static_cast<std::ptrdiff_t>(type.parameterCount),
                           type.fields.end(), [&visited](const FormatField& field) {
                               return field.role == FieldRole::ParseInstance ||
                                      reachesOut(field.item, visited);
                           });
    }
    static bool reachesOut(const ItemType& item, Visited& visited) {
        if (item.kind == ItemType::Kind::Structure)
            return item.structure != nullptr && reachesOut(*item.structure, visited);
        return std::any_of(item.cases.begin(), item.cases.end(), [&visited](const ItemType::Case& each) {
            return reachesOut(*each.type, visited);
        });
    }

    std::unordered_map<const FormatType*, bool> known_;
};

class PlaceWalk {
public:
    PlaceWalk(StructureTree& tree, ByteRange range, unsigned deepest, std::size_t mostNodes,
              const std::function<void(const FieldPlace&)>& visit)
        : tree_(tree), range_(range), deepest_(deepest), left_(mostNodes), visit_(visit) {}

    void structure(StructureNode& node, unsigned depth) {
        tree_.readSequence(node);
        for (std::size_t slot = node.type->parameterCount; slot < node.type->fields.size() && isGoing();
             ++slot) {
            if (node.type->fields[slot].role == FieldRole::ValueInstance)
                continue;
            const FieldNode& field = tree_.field(node, slot);
            const NodeRef at{.structure = &node, .slot = slot, .index = {}};
            if (field.array)
                array(at, field, depth);
            else
                item(at, field, depth);
        }
    }

    [[nodiscard]] bool wasEnough() const { return left_ > 0 && !tree_.wasStopped(); }

private:
    [[nodiscard]] bool isGoing() const { return left_ > 0 && !tree_.wasStopped(); }

    bool tell(const NodeRef& at, const FieldNode& node, unsigned depth) {
        if (!node.isPlaced || !node.space->isDocument())
            return false;
        // A structure that was cut short reaches as far as it was read.
        const ByteRange own =
            node.isEnded ? node.range()
            : node.structure
                ? ByteRange{node.begin.byte, std::max(node.begin.byte, node.structure->resume.at)}
                : ByteRange{node.begin.byte, node.begin.byte};
        if (!own.intersects(range_))
            return false;
        visit_({.node = at, .range = own, .depth = depth});
        return true;
    }

    void item(const NodeRef& at, const FieldNode& node, unsigned depth) {
        --left_;
        const bool isHere = tell(at, node, depth);
        if (!node.structure || depth >= deepest_)
            return;
        const bool isInDocument = node.structure->stream->space().isDocument();
        if (isInDocument && (isHere || reach_.reachesOut(*node.structure->type)))
            structure(*node.structure, depth + 1);
    }

    void array(const NodeRef& at, const FieldNode& node, unsigned depth) {
        --left_;
        ArrayNode& array = *node.array;
        const bool isHere = tell(at, node, depth);
        if (depth >= deepest_ || !array.stream->space().isDocument() || array.count() == 0)
            return;
        std::uint64_t first = 0;
        std::uint64_t behind = array.count();
        const bool reaches = reach_.reachesOut(at.field().item);
        if (!reaches && !isHere && !array.span().intersects(range_))
            return;
        if (!reaches)
            std::tie(first, behind) = itemsIn(array);
        for (std::uint64_t i = first; i < behind && isGoing(); ++i) {
            const FieldNode& each = tree_.item(array, i);
            if (!reaches && each.isPlaced && each.begin.byte >= range_.end)
                return;
            item({.structure = at.structure, .slot = at.slot, .index = i}, each, depth + 1);
        }
    }

    /// The items that may lie in the range.
    [[nodiscard]] std::pair<std::uint64_t, std::uint64_t> itemsIn(const ArrayNode& array) const {
        if (array.isUniform()) {
            const ByteOffset begin = array.uniformBegin(0);
            const auto indexAt = [&array, begin](ByteOffset offset) {
                return offset <= begin ? 0 : (offset - begin) / array.stride();
            };
            const std::uint64_t last = indexAt(range_.end - 1);
            return {indexAt(range_.begin), std::min(array.count(), last + 1)};
        }
        if (array.keepsItems)
            return {0, array.count()};
        const auto [first, behind] = array.blocksIn(range_);
        return {first * ArrayNode::kBlock, std::min(array.count(), behind * ArrayNode::kBlock)};
    }

    StructureTree& tree_;
    ByteRange range_;
    unsigned deepest_;
    std::size_t left_;
    const std::function<void(const FieldPlace&)>& visit_;
    ReachOfTypes reach_;
};

}  // namespace

bool forEachFieldIn(StructureTree& tree, ByteRange range, unsigned deepest, std::size_t mostNodes,
                    const std::function<void(const FieldPlace&)>& visit) {
    if (range.isEmpty())
        return true;
    PlaceWalk walk(tree, range, deepest, mostNodes, visit);
    walk.structure(tree.root(), 0);
    return walk.wasEnough();
}

std::optional<FieldPlace> fieldAt(StructureTree& tree, ByteOffset offset, std::size_t mostNodes) {
    std::optional<FieldPlace> innermost;
    const auto isDeeper = [&innermost](const FieldPlace& place) {
        return !innermost || place.range.size() < innermost->range.size() ||
               (place.range.size() == innermost->range.size() && place.depth > innermost->depth);
    };
    forEachFieldIn(tree, ByteRange::ofLength(offset, 1), 100, mostNodes, [&](const FieldPlace& place) {
        if (isDeeper(place))
            innermost = place;
    });
    return innermost;
}

}  // namespace octavo
