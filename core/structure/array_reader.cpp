#include "core/structure/array_reader.h"

#include <algorithm>
#include <utility>

#include "core/structure/fixed_size.h"
#include "core/structure/skim_plan.h"

namespace octavo {

namespace {

/// What the place behind an item depends on.
void addItemLayout(const FieldNode& item, InputRanges& inputs) {
    item.addInputsTo(inputs);
    if (item.structure && !item.structure->ownStream) {
        for (const StructureNode::LayoutInput& each : item.structure->layout)
            inputs.add(each.inputs);
    }
}

bool isReferredTo(const ArrayNode& array, const FieldNode& item) {
    return (item.structure && item.structure->isReferredTo) || (item.madeSpace && array.owner->isReferredTo);
}

/// An item that is read and not kept, unless something refers to it.
class PassingItem {
public:
    PassingItem(ArrayNode& array, std::uint64_t index) : array_(array), index_(index) {}
    ~PassingItem() {
        if (isReferredTo(array_, node_) && array_.known(index_) == nullptr)
            array_.place(index_) = std::move(node_);
    }
    PassingItem(const PassingItem&) = delete;
    PassingItem& operator=(const PassingItem&) = delete;

    [[nodiscard]] FieldNode& node() { return node_; }

private:
    ArrayNode& array_;
    std::uint64_t index_;
    FieldNode node_;
};

class ArrayReader {
public:
    ArrayReader(const ItemPlace& place, FieldNode& node, ItemReader& items, ReaderWorld& world)
        : place_(place), node_(node), items_(items), world_(world) {}

    bool read() {
        if (!begin())
            return false;
        if (node_.array->isUniform())
            return !node_.error;
        return finish(goOn());
    }

    /// Finds the marked blocks again; where one ends elsewhere than before, all behind it.
    bool renew() {
        ArrayNode& array = *node_.array;
        for (const std::uint64_t block : std::exchange(array.staleBlocks, {})) {
            const bool isTooLate = world_.limit.isReached();
            if (block >= array.marks().size() || (!isTooLate && !array.keepsItems && isSameAgain(block)))
                continue;
            array.cutAtBlock(block);
            break;
        }
        if (!array.isCut)
            return array.isComplete;
        node_.error.reset();
        return finish(goOn());
    }

private:
    bool begin() {
        std::optional<Int128> count;
        if (place_.field().repeat == RepeatKind::Count) {
            const auto wanted = integerAt(place_, *place_.field().repeatCount, world_);
            if (!wanted) {
                node_.fail(wanted.error());
                return false;
            }
            count = std::max(Int128{0}, wanted->value_or(0));
        }
        node_.array = std::make_unique<ArrayNode>(world_.nodeCount);
        ArrayNode& array = *node_.array;
        array.owner = &place_.structure;
        array.slot = place_.slot;
        array.stream = &place_.stream;
        array.wanted = count;
        array.frontier = place_.stream.state();
        array.keepsItems = keepsItems();
        node_.value = &array;
        if (!makeUniform(count))
            return true;
        node_.state = NodeState::Read;
        array.isComplete = true;
        if (!node_.error)
            node_.endAt(place_.stream);
        return true;
    }

    bool finish(bool goesOn) {
        node_.state = NodeState::Read;
        node_.array->isComplete = goesOn;
        if (goesOn)
            node_.endAt(place_.stream);
        else
            node_.isEnded = false;
        return goesOn;
    }

    /// Items of one size are not read before somebody looks at them.
    bool makeUniform(std::optional<Int128> count) {
        const FormatField& field = place_.field();
        const ByteStream& stream = place_.stream;
        const auto bits = fixedItemBitsOf(field);
        const bool isUniform = bits && *bits > 0 && *bits % 8 == 0 &&
                               field.item.kind != ItemType::Kind::Bits &&
                               field.item.kind != ItemType::Kind::Switch && field.repeat != RepeatKind::Until;
        if (world_.isStrict() || !isUniform || stream.position().bit != 0 || stream.left() == 0 ||
            count == Int128{0})
            return false;
        const ByteCount stride = *bits / 8;
        const ByteCount room = stream.left() / stride;
        const bool isShort = count ? *count > Int128{room} : stream.left() % stride != 0;
        if (!count || isShort)
            stream.noteEnd();
        const std::uint64_t whole = count && !isShort ? static_cast<std::uint64_t>(*count) : room;
        node_.array->makeUniform(stream.at(), stride, whole);
        static_cast<void>(place_.stream.take(whole * stride));
        if (isShort)
            failArray(StructureFault::EndOfData);
        return true;
    }

    /// Items that may be none, because no case fits, cannot be told from their places.
    [[nodiscard]] bool keepsItems() const {
        const FormatField& field = place_.field();
        return world_.isStrict() || (field.item.kind == ItemType::Kind::Switch && !field.isDelimited());
    }

    bool goOn() {
        ArrayNode& array = *node_.array;
        place_.stream.restore(array.frontier);
        array.isGrowing = true;
        array.isCut = false;
        const bool goesOn = findAll(array);
        array.isGrowing = false;
        return goesOn;
    }

    /// How items are gone past, where that takes no more than their sizes.
    std::optional<SkimPlan> skimPlan() {
        const FormatField& field = place_.field();
        const FormatType* type = field.item.structure;
        const bool isPlain = field.item.kind == ItemType::Kind::Structure && type != nullptr &&
                             !field.isDelimited() && field.repeat != RepeatKind::Until;
        if (!isPlain || node_.array->keepsItems)
            return std::nullopt;
        const bool isInherited = type->byteOrder.kind == FormatByteOrder::Kind::Inherited;
        // Any item will do for what is the same for all.
        const auto any = makeStructure(place_.at(0), field.item, place_.stream, world_);
        if (!any)
            return std::nullopt;
        world_.hasAskedOnTheWay = false;
        const auto outer = [&](const FormatExpression& expression) -> std::optional<Int128> {
            const ItemPlace place{.structure = **any, .slot = 0, .stream = place_.stream, .index = {}};
            const auto value = evaluateAt(place, expression, world_);
            if (!value)
                return std::nullopt;
            if (const auto* flag = value->as<bool>())
                return *flag ? 1 : 0;
            const auto* integer = value->as<Int128>();
            return integer != nullptr ? std::optional(*integer) : std::nullopt;
        };
        auto plan = SkimPlan::of(*type, isInherited ? place_.structure.order : std::nullopt, outer);
        // What depends on the items so far is not the same for all.
        return world_.hasAskedOnTheWay ? std::nullopt : plan;
    }

    bool passOne(ArrayNode& array, SkimPlan& plan) {
        array.markFrontier();
        ReadLog::Part part(world_.log);  // what it reads lies in the item
        const ByteOffset before = place_.stream.at();
        if (!plan.pass(place_.stream) || place_.stream.at() == before)
            return false;
        array.countOne();
        array.frontier = place_.stream.state();
        return true;
    }

    bool findAll(ArrayNode& array) {
        std::optional<SkimPlan> plan = skimPlan();
        std::uint64_t index = array.count();
        std::uint64_t idleItems = 0;  // that took no bytes
        for (;; ++index) {
            if (array.wanted && Int128{index} >= *array.wanted)
                return true;
            if (place_.field().repeat == RepeatKind::ToEnd && place_.stream.isAtEnd())
                return true;
            if (index % ArrayNode::kBlock == 0) {
                if (place_.stream.space().isDocument())
                    world_.limit.note(place_.stream.at());
                if (world_.limit.isReached())
                    return failArray(StructureFault::Stopped);
            }
            if (idleItems >= world_.options.mostNodes)
                return failArray(StructureFault::LimitReached);
            const BitPosition before = place_.stream.position();
            bool isLast = false;
            if (plan && before.bit == 0 && passOne(array, *plan))
                continue;
            if (!(array.keepsItems ? readKept(array, index, isLast) : readPassing(array, index, isLast)))
                return false;
            array.frontier = place_.stream.state();
            if (isLast)
                return true;
            const bool hasMoved = place_.stream.position() != before;
            if (!hasMoved && place_.field().repeat == RepeatKind::ToEnd)
                return failArray(StructureFault::NoProgress);
            idleItems += hasMoved ? 0 : 1;
        }
    }

    bool readKept(ArrayNode& array, std::uint64_t index, bool& isLast) {
        if (world_.nodeCount >= world_.options.mostNodes)
            return failArray(StructureFault::LimitReached);
        const std::uint64_t at = array.count();
        if (at == 0)
            array.markFrontier();
        FieldNode& next = array.place(at);
        next.beginAt(place_.stream);
        const bool goesOn = readWithInputs(array, index, next);
        if (!goesOn && !world_.isStrict() && world_.limit.wasReached)
            return failArray(StructureFault::Stopped);
        // Where no case of a switch fits, nothing is there.
        const bool isThere = next.state != NodeState::Absent;
        if (isThere)
            array.countOne();
        else
            array.drop(at, at + 1);
        return goesOn && endsAt(index, isThere ? array.known(at) : nullptr, isLast);
    }

    bool readPassing(ArrayNode& array, std::uint64_t index, bool& isLast) {
        array.markFrontier();
        PassingItem item(array, index);
        const bool goesOn = readWithInputs(array, index, item.node());
        if (!goesOn && world_.limit.wasReached)
            return failArray(StructureFault::Stopped);
        array.countOne();
        return goesOn && endsAt(index, &item.node(), isLast);
    }

    /// Reads an item and notes where its end depends on bytes that do not lie in the array.
    bool readWithInputs(ArrayNode& array, std::uint64_t index, FieldNode& node) {
        if (world_.isStrict())
            return items_.readItem(place_.at(index), node);
        InputRanges read;
        bool goesOn = false;
        {
            ReadLog::Part part(world_.log);
            goesOn = items_.readItem(place_.at(index), node);
            read = part.inputs();
        }
        node.keepInputs(read);
        InputRanges layout;
        addItemLayout(node, layout);
        if (goesOn)
            noteOuter(array, layout);
        else
            array.outerInputs.add(layout);
        return goesOn;
    }

    /// Keeps what the places of items depend on, unless it lies in the items so far.
    void noteOuter(ArrayNode& array, const InputRanges& inputs) {
        const ByteRange inside = {array.span().begin, place_.stream.at()};
        for (const ByteRange& each : inputs.ranges()) {
            if (!place_.stream.space().isDocument() || !inside.contains(each))
                array.outerInputs.add(each);
        }
    }

    bool endsAt(std::uint64_t index, const FieldNode* item, bool& isLast) {
        if (place_.field().repeat != RepeatKind::Until)
            return true;
        const StructureValue nothing;
        ReadLog::Part part(world_.log);
        const auto holds = conditionAt(place_.at(index), *place_.field().repeatUntil, world_,
                                       item != nullptr ? &item->value : &nothing);
        if (!holds) {
            node_.error = std::make_unique<StructureError>(holds.error());
            node_.array->outerInputs.add(part.inputs());
            return false;
        }
        noteOuter(*node_.array, part.inputs());
        isLast = *holds;
        return true;
    }

    /// Whether a block, read again, ends where it did.
    bool isSameAgain(std::uint64_t block) {
        ArrayNode& array = *node_.array;
        const std::uint64_t first = block * ArrayNode::kBlock;
        const std::uint64_t behind = std::min(first + ArrayNode::kBlock, array.count());
        const bool isLastBlock = behind == array.count();
        const BitPosition end = isLastBlock ? array.frontier.position() : array.marks()[block + 1].position();
        array.drop(first, behind);
        place_.stream.restore(array.marks()[block]);
        array.isGrowing = true;
        bool isSame = true;
        const bool isToEnd = place_.field().repeat == RepeatKind::ToEnd;
        for (std::uint64_t index = first; index < behind && isSame; ++index) {
            if (isToEnd && place_.stream.isAtEnd())
                return finishAgain(array, false);
            PassingItem item(array, index);
            bool isLast = false;
            isSame = readWithInputs(array, index, item.node()) && endsAt(index, &item.node(), isLast) &&
                     isLast == (isLastBlock && array.isComplete && index + 1 == behind &&
                                place_.field().repeat == RepeatKind::Until);
        }
        return finishAgain(array, isSame && place_.stream.position() == end);
    }

    static bool finishAgain(ArrayNode& array, bool isSame) {
        array.isGrowing = false;
        return isSame;
    }

    bool failArray(StructureFault fault) {
        node_.error = std::make_unique<StructureError>(StructureError{.fault = fault});
        return false;
    }

    const ItemPlace& place_;
    FieldNode& node_;
    ItemReader& items_;
    ReaderWorld& world_;
};

/// Reads an item whose place is known only through those before it.
FieldNode& readFrom(const ItemPlace& place, ArrayNode& array, std::uint64_t index, ItemReader& items,
                    ReaderWorld& world) {
    const std::uint64_t block = index / ArrayNode::kBlock;
    place.stream.restore(array.marks()[block]);
    for (std::uint64_t before = block * ArrayNode::kBlock; before < index; ++before) {
        const FieldNode* known = array.known(before);
        if (known != nullptr && known->isEnded && known->end.bit == 0) {
            place.stream.restore({.at = known->end.byte});
            continue;
        }
        PassingItem passing(array, before);
        ReadLog::Part part(world.log);
        static_cast<void>(items.readItem(place.at(before), passing.node()));
    }
    // Those before it may have asked for it.
    if (FieldNode* known = array.known(index))
        return *known;
    FieldNode& node = array.place(index);
    if (world.limit.wasReached) {
        // One before it may not have been read to its end.
        node.fail({.fault = StructureFault::Stopped});
        return node;
    }
    ReadLog::Part part(world.log);
    static_cast<void>(items.readItem(place.at(index), node));
    node.keepInputs(part.inputs());
    return node;
}

}  // namespace

bool readArray(const ItemPlace& place, FieldNode& node, ItemReader& items, ReaderWorld& world) {
    return ArrayReader(place, node, items, world).read();
}

FieldNode& readArrayItem(ArrayNode& array, std::uint64_t index, ItemReader& items, ReaderWorld& world) {
    OCTAVO_EXPECTS(index < array.count());
    if (FieldNode* known = array.known(index))
        return *known;
    const ByteStream::State before = array.stream->state();
    const ItemPlace place{
        .structure = *array.owner, .slot = array.slot, .stream = *array.stream, .index = index};
    FieldNode* node = nullptr;
    if (array.isUniform()) {
        node = &array.place(index);
        array.stream->restore({.at = array.uniformBegin(index)});
        ReadLog::Part part(world.log);
        static_cast<void>(items.readItem(place, *node));
        node->keepInputs(part.inputs());
    } else {
        node = &readFrom(place, array, index, items, world);
    }
    array.stream->restore(before);
    return *node;
}

bool renewArray(const ItemPlace& place, FieldNode& node, ItemReader& items, ReaderWorld& world) {
    return ArrayReader(place, node, items, world).renew();
}

void dropArrayItems(ArrayNode& array, std::uint64_t begin, std::uint64_t end) {
    auto each = array.items().lower_bound(begin);
    while (!array.keepsItems && each != array.items().end() && each->first < end)
        each = isReferredTo(array, each->second) ? std::next(each) : array.drop(each);
}

}  // namespace octavo
