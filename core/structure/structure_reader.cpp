#include "core/structure/structure_reader.h"

#include <algorithm>
#include <utility>

#include "core/structure/field_encoder.h"
#include "core/structure/field_resizer.h"
#include "core/structure/fixed_size.h"

namespace octavo {

namespace {

/// The error that ended the reading of a node, wherever it happened in it.
const StructureError* innermostError(FieldNode& node) {
    if (node.array && node.array->count() > 0) {
        if (FieldNode* last = node.array->known(node.array->count() - 1)) {
            if (const StructureError* inner = innermostError(*last))
                return inner;
        }
    }
    if (node.structure && node.structure->hasStopped) {
        StructureNode& inside = *node.structure;
        return inside.error ? inside.error.get() : innermostError(inside.fieldAt(inside.next));
    }
    return node.error.get();
}

/// What follows a bit field and is none begins at a byte; behind a structure that ends within one it does
/// not.
bool alignsBefore(const FormatType& type, std::size_t slot) {
    const bool hasPrevious = slot > type.parameterCount && slot < type.sequenceEnd;
    return hasPrevious && type.fields[slot - 1].item.kind == ItemType::Kind::Bits &&
           type.fields[slot].item.kind != ItemType::Kind::Bits;
}

}  // namespace

StructureReader::StructureReader(std::shared_ptr<const FormatSet> formats, Snapshot bytes,
                                 StructureTree::Options options)
    : formats_(std::move(formats)) {
    const ByteRange range = windowIn(options, bytes.size());
    world_.options = options;
    world_.fields = this;
    world_.processes = builtinProcesses();
    space_ = std::make_unique<ByteSpace>(std::move(bytes), world_.log, world_.limit);
    stream_ = std::make_unique<ByteStream>(*space_, range);
    const FormatType& type = options.type != nullptr ? *options.type : formats_->root();
    root_ = std::make_unique<StructureNode>(type, *stream_);
    root_->root = root_.get();
}

FieldNode& StructureReader::field(StructureNode& structure, std::size_t slot) {
    if (structure.hasStale)
        renew(structure);
    FieldNode& node = structure.fieldAt(slot);
    const bool isInstance = structure.type->fields[slot].isInstance();
    if (isInstance && needsRenewal(node)) {
        const ByteStream::State before = structure.stream->state();
        static_cast<void>(renewInside(structure, slot));
        structure.stream->restore(before);
    }
    if (node.state != NodeState::Unread)
        return node;
    if (isInstance)
        readInstance(structure, slot, node);
    else if (!world_.isStrict())
        readLater(structure, slot + 1);
    return node;
}

FieldNode& StructureReader::item(ArrayNode& array, std::uint64_t index) {
    return readArrayItem(array, index, *this, world_);
}

Evaluated<StructureValue> StructureReader::text(StructureNode& structure) {
    if (!structure.type->toText)
        return StructureValue();
    const ItemPlace place{.structure = structure, .slot = 0, .stream = *structure.stream};
    return evaluateAt(place, *structure.type->toText, world_);
}

Result<FieldChange> StructureReader::change(StructureNode& structure, std::size_t slot,
                                            std::optional<std::uint64_t> index, const StructureValue& value) {
    FieldNode* node = &field(structure, slot);
    if (index && node->array && *index < node->array->count())
        node = &item(*node->array, *index);
    const ItemPlace place{.structure = structure, .slot = slot, .stream = *structure.stream, .index = index};
    auto change = encodeField(place, *node, value, world_);
    const bool isOtherLength = !change && change.error().code == ErrorCode::Unsupported &&
                               change.error().detail == kFieldChangesLength;
    return isOtherLength ? resizeField(place, *node, value, world_) : change;
}

Result<FieldChange> StructureReader::editItem(ArrayNode& array, std::uint64_t index, ItemEdit edit) {
    const FieldNode& node = item(array, index);
    const ItemPlace place{
        .structure = *array.owner, .slot = array.slot, .stream = *array.stream, .index = index};
    return octavo::editItem(place, array, node, edit, world_);
}

// --- what expressions ask for

Evaluated<StructureValue> StructureReader::fieldValue(StructureNode& structure, std::size_t slot) {
    FieldNode& node = field(structure, slot);
    if (world_.log.isWanted())
        noteAsked(structure, slot, node);
    const bool isInstance = structure.type->fields[slot].isInstance();
    // What reading has not come to because it was stopped is not nothing, and what it has of an array not
    // all.
    const bool isStopped =
        node.state == NodeState::Unread || (node.error && node.error->fault == StructureFault::Stopped);
    if (!world_.isStrict() && world_.limit.wasReached && isStopped)
        return failWith(StructureFault::Stopped);
    const bool isWhole = !isInstance || !world_.isStrict() || !node.isPlaced || node.isEnded;
    if (node.state == NodeState::Read && isWhole && !node.isStale && !(isInstance && node.error))
        return node.value;
    // Of an array on the way, what is complete.
    if (node.state == NodeState::Reading && node.array) {
        world_.hasAskedOnTheWay = true;
        return node.value;
    }
    if (node.state == NodeState::Reading && isInstance)
        return failWith(StructureFault::TooDeep, structure.type->fields[slot].name);
    const bool isCutShort = isInstance && node.isPlaced && !node.isEnded;
    if (const StructureError* inner = isCutShort && world_.isStrict() ? innermostError(node) : nullptr)
        return tl::unexpected(*inner);
    // The reference goes on with nothing where a field of `seq` failed.
    if (node.error && (isInstance || !world_.isStrict()))
        return tl::unexpected(*node.error);
    return StructureValue();
}

Evaluated<StructureValue> StructureReader::itemValue(ArrayNode& array, std::uint64_t index) {
    if (!world_.isStrict() && world_.limit.isReached())
        return failWith(StructureFault::Stopped);
    if (!world_.isStrict() && world_.nodeCount >= world_.options.mostNodes)
        return failWith(StructureFault::LimitReached);
    const bool wasKnown = array.known(index) != nullptr;
    const FieldNode& node = item(array, index);
    if (world_.log.isWanted()) {
        InputRanges inputs;
        addArrayInputs(array, index, inputs);
        node.addInputsTo(inputs);
        world_.log.note(inputs);
    }
    if (node.state == NodeState::Failed && !world_.isStrict())
        return tl::unexpected(*node.error);
    StructureValue value = node.value;
    // A walk through many numbers leaves no nodes behind.
    if (!wasKnown && array.isUniform() && !node.structure && !node.madeSpace)
        array.drop(index, index + 1);
    return value;
}

/// Whoever asks for a field depends on what it was read from, and on what its place depends on.
void StructureReader::noteAsked(const StructureNode& structure, std::size_t slot, const FieldNode& node) {
    InputRanges inputs;
    inputs.add(structure.orderInputs);
    for (const StructureNode::LayoutInput& each : structure.layout) {
        if (each.slot >= slot)
            break;
        inputs.add(each.inputs);
    }
    node.addInputsTo(inputs);
    if (node.array)
        addArrayInputs(*node.array, std::nullopt, inputs);
    world_.log.note(inputs);
}

// --- structures

/// Reads on where the structure's last reading ended, and puts its stream back.
void StructureReader::readLater(StructureNode& structure, std::size_t end) {
    if (structure.hasStale)
        renew(structure);
    if (structure.isReading || structure.hasStopped || structure.next >= end)
        return;
    const ByteStream::State before = structure.stream->state();
    structure.stream->restore(structure.resume);
    readUpTo(structure, end);
    structure.stream->restore(before);
}

/// Reads all of a structure and leaves the stream behind it.
void StructureReader::readForward(StructureNode& structure) {
    structure.resume = structure.stream->state();
    readUpTo(structure, structure.type->sequenceEnd);
}

void StructureReader::readUpTo(StructureNode& structure, std::size_t end) {
    structure.isReading = true;
    if (!std::exchange(structure.isBegun, true))
        chooseByteOrder(structure);
    while (structure.next < end && !structure.hasStopped) {
        const std::size_t slot = structure.next;
        const ItemPlace place{.structure = structure, .slot = slot, .stream = *structure.stream};
        if (readInSequence(place, structure.fieldAt(slot)))
            ++structure.next;
        else
            structure.hasStopped = true;
    }
    structure.isReading = false;
    structure.resume = structure.stream->state();
}

void StructureReader::chooseByteOrder(StructureNode& structure) {
    if (structure.type->byteOrder.kind != FormatByteOrder::Kind::Switched)
        return;
    ReadLog::Part part(world_.log);
    const auto order =
        switchedOrder({.structure = structure, .slot = 0, .stream = *structure.stream}, world_);
    structure.orderInputs = part.inputs();
    if (order) {
        structure.order = *order;
        return;
    }
    structure.error = std::make_unique<StructureError>(order.error());
    structure.hasStopped = true;
}

// --- fields

/// Reads a field and keeps what it was read from, and what the places of those behind it depend on.
bool StructureReader::readInSequence(const ItemPlace& place, FieldNode& node) {
    if (world_.isStrict())
        return readField(place, node);
    if (readPlainNumber(place, node))
        return true;
    InputRanges inputs;
    bool goesOn = false;
    {
        ReadLog::Part part(world_.log);
        goesOn = readField(place, node);
        inputs = part.inputs();
    }
    node.keepInputs(inputs);
    if (goesOn && fixedBitsOf(place.field()))
        return true;
    noteLayout(place.structure, place.slot, inputs);
    return goesOn;
}

/// A number of whole bytes whose value depends on nothing but its place, which most fields are. Returns
/// whether it was read: what stands in the way is for the others to find out.
bool StructureReader::readPlainNumber(const ItemPlace& place, FieldNode& node) {
    const FormatField& field = place.field();
    const ItemType& item = field.item;
    const bool isNumber = item.kind == ItemType::Kind::Integer || item.kind == ItemType::Kind::Float;
    if (!isNumber || field.condition || field.repeat != RepeatKind::None || !field.checks.empty() ||
        !place.stream.space().isDocument() || place.stream.position().bit != 0)
        return false;
    node.beginAt(place.stream);
    {
        const ReadLog::Pause pause(world_.log);
        if (readLeaf(place, item, node, world_))
            return false;
    }
    node.item = &item;
    node.endAt(place.stream);
    node.hasOwnInputs = true;
    node.state = NodeState::Read;
    return true;
}

/// Keeps what the places of the fields behind one depend on: `inputs`, and what decides how long what lies in
/// it is.
void StructureReader::noteLayout(StructureNode& structure, std::size_t slot, InputRanges inputs) {
    const FieldNode& node = structure.fieldAt(slot);
    if (node.structure && !node.structure->ownStream) {
        inputs.add(node.structure->orderInputs);
        for (const StructureNode::LayoutInput& each : node.structure->layout)
            inputs.add(each.inputs);
    }
    if (node.array)
        addArrayInputs(*node.array, std::nullopt, inputs);
    structure.addLayoutInputs(slot, inputs);
}

bool StructureReader::readField(const ItemPlace& place, FieldNode& node) {
    const FormatField& field = place.field();
    if (field.condition) {
        const auto holds = conditionAt(place, *field.condition, world_);
        if (!holds) {
            place.structure.error = std::make_unique<StructureError>(holds.error());
            return false;
        }
        if (!*holds) {
            node.state = NodeState::Absent;
            return true;
        }
    }
    if (alignsBefore(*place.structure.type, place.slot))
        place.stream.alignToByte();
    return readPlaced(place, node);
}

/// Reads a field that begins where the stream stands.
bool StructureReader::readPlaced(const ItemPlace& place, FieldNode& node) {
    node.state = NodeState::Reading;
    node.beginAt(place.stream);
    return place.field().repeat == RepeatKind::None ? readItem(place, node)
                                                    : readArray(place, node, *this, world_);
}

// --- items

bool StructureReader::readItem(const ItemPlace& place, FieldNode& node) {
    const FormatField& field = place.field();
    node.state = NodeState::Reading;
    if (!node.isPlaced)
        node.beginAt(place.stream);
    const ItemType* item = &field.item;
    if (item->kind == ItemType::Kind::Switch) {
        const auto chosen = chooseCase(place, *item, world_);
        if (!chosen) {
            node.fail(chosen.error());
            return false;
        }
        static const ItemType kRaw;
        item = *chosen;
        if (item == nullptr && !field.isDelimited()) {
            node.state = NodeState::Absent;
            return true;
        }
        if (item == nullptr)
            item = &kRaw;
    }
    node.item = item;
    if (item->kind == ItemType::Kind::Structure)
        return readStructure(place, *item, node);
    if (auto error = readLeaf(place, *item, node, world_)) {
        node.fail(std::move(*error));
        return false;
    }
    node.endAt(place.stream);
    return check(place, node);
}

bool StructureReader::check(const ItemPlace& place, FieldNode& node) {
    node.state = NodeState::Read;
    if (place.field().checks.empty())
        return true;
    auto failed = firstFailedCheck(place, node.value, world_);
    if (!failed)
        return true;
    node.error = std::make_unique<StructureError>(std::move(*failed));
    return !world_.isStrict();
}

bool StructureReader::readStructure(const ItemPlace& place, const ItemType& item, FieldNode& node) {
    const FormatField& field = place.field();
    std::unique_ptr<ByteStream> own;
    if (field.isDelimited()) {
        const auto bytes = takeDelimited(place, node, world_);
        if (!bytes) {
            node.fail(bytes.error());
            return false;
        }
        own = std::make_unique<ByteStream>(*bytes->space, bytes->range);
        node.isProcessed = field.process.has_value();
    }
    auto made = makeStructure(place, item, own ? *own : place.stream, world_);
    if (!made) {
        node.fail(made.error());
        return false;
    }
    StructureNode& child = **made;
    if (own)
        own->owner = &child;
    child.ownStream = std::move(own);
    node.structure = std::move(*made);
    node.value = &child;
    node.state = NodeState::Read;
    return readInside(place, child, node) && check(place, node);
}

/// Reads a new structure now, or leaves that for later where what lies behind it can be found without.
bool StructureReader::readInside(const ItemPlace& place, StructureNode& child, FieldNode& node) {
    const bool isLazy = !world_.isStrict();
    const auto bits = child.type->fixedBits;
    if (isLazy && child.ownStream) {
        node.endAt(place.stream);
        return true;
    }
    const bool isWhole = bits && *bits % 8 == 0 && place.stream.position().bit == 0;
    if (isLazy && isWhole && place.stream.left() >= *bits / 8) {
        static_cast<void>(place.stream.take(*bits / 8));
        node.endAt(place.stream);
        return true;
    }
    readForward(child);
    if (child.hasStopped)
        return false;
    node.endAt(place.stream);
    return true;
}

}  // namespace octavo
