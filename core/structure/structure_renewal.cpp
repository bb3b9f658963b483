#include <algorithm>
#include <utility>

#include "core/structure/structure_reader.h"

// After an edit: what was read from bytes that have changed is marked, and read again when somebody looks at
// it or at what lies behind it. A field that ends where it did before leaves those behind it as they are.

namespace octavo {

/// What makes a node stale: other bytes in a range, that the bytes end before it does, or that reading it
/// ended for a reason that is none any more.
struct StructureReader::Change {
    ByteRange bytes;
    ByteOffset end = kMaxDocumentSize;
    std::optional<StructureFault> over = {};

    [[nodiscard]] bool concerns(const FieldNode& node) const {
        return node.wasReadFrom(bytes) ||
               (node.isEnded && node.space->isDocument() && node.range().end > end) ||
               endedSo(node.error.get());
    }
    [[nodiscard]] bool endedSo(const StructureError* error) const {
        return over && error != nullptr && error->fault == *over;
    }
    /// Of an array what has been found stays.
    [[nodiscard]] bool letsGoOn(const FieldNode& node) const {
        return node.array && !node.array->isComplete && !node.array->keepsItems && endedSo(node.error.get());
    }
};

namespace {

/// What it points to may be read into other nodes after an edit.
bool pointsIntoTree(const StructureValue& value) {
    const auto* bytes = value.as<BytesValue>();
    const auto* list = value.as<ListValue>();
    return value.as<StructureNode*>() != nullptr || value.as<ArrayNode*>() != nullptr ||
           value.as<ByteStream*>() != nullptr ||
           (bytes != nullptr && bytes->space != nullptr && !bytes->space->isDocument()) ||
           (list != nullptr && std::any_of((*list)->begin(), (*list)->end(), pointsIntoTree));
}

}  // namespace

ByteRange StructureReader::windowIn(const StructureTree::Options& options, ByteCount size) {
    const ByteRange wanted = options.range.value_or(ByteRange{0, size});
    const ByteOffset begin = std::min(wanted.begin, size);
    return {begin, std::clamp(wanted.end, begin, size)};
}

void StructureReader::follow(Snapshot bytes, ByteRange changed) {
    buried_.clear();
    const bool isResized = bytes.size() != space_->size();
    const ByteRange stale = {changed.begin, isResized ? kMaxDocumentSize : changed.end};
    const ByteCount size = bytes.size();
    space_->replace(std::move(bytes));
    stream_->resizeTo(std::max(stream_->window().begin, windowIn(world_.options, size).end));
    if (!stale.isEmpty())
        static_cast<void>(markStale(*root_, {.bytes = stale, .end = stream_->window().end}));
}

void StructureReader::limit(const JobContext& job,
                            std::optional<std::chrono::steady_clock::time_point> deadline) {
    const bool wasReached = world_.limit.wasReached;
    world_.limit.job = job;
    world_.limit.deadline = deadline;
    world_.limit.wasReached = false;
    world_.limit.farthest = 0;
    if (!wasReached || world_.isStrict())
        return;
    buried_.clear();
    static_cast<void>(markStale(*root_, {.bytes = {}, .over = StructureFault::Stopped}));
}

void StructureReader::raiseLimits() {
    const auto raised = [](std::uint64_t limit) { return std::min(limit, kMaxDocumentSize / 4) * 4; };
    world_.options.mostNodes = raised(world_.options.mostNodes);
    world_.options.mostProcessed = raised(world_.options.mostProcessed);
    buried_.clear();
    static_cast<void>(markStale(*root_, {.bytes = {}, .over = StructureFault::LimitReached}));
}

bool StructureReader::markStale(StructureNode& structure, const Change& change) {
    const bool isStopped = change.endedSo(structure.error.get());
    const bool hasNoOrder =
        structure.type->byteOrder.kind == FormatByteOrder::Kind::Switched && !structure.order;
    if (structure.orderInputs.touches(change.bytes) || (isStopped && hasNoOrder))
        structure.isOrderStale = true;
    bool isStale = structure.isOrderStale || isStopped;
    for (std::size_t slot = structure.type->parameterCount;
         structure.hasFields() && slot < structure.type->fields.size(); ++slot) {
        FieldNode& node = structure.fieldAt(slot);
        const bool isValue = structure.type->fields[slot].role == FieldRole::ValueInstance;
        if (change.letsGoOn(node)) {
            node.array->isCut = true;
            isStale = true;
            continue;
        }
        node.isStale = node.isStale || change.concerns(node) || (isValue && pointsIntoTree(node.value));
        isStale |= (!node.isStale && markStaleInside(node, change)) || node.isStale;
        if (node.isStale && structure.type->fields[slot].isInstance()) {
            bury(node);
            node.isStale = false;
        }
    }
    structure.hasStale |= isStale;
    return structure.hasStale;
}

bool StructureReader::markStaleInside(FieldNode& node, const Change& change) {
    bool isStale = false;
    if (node.structure)
        isStale |= markStale(*node.structure, change);
    if (!node.array)
        return isStale;
    ArrayNode& array = *node.array;
    if (array.outerInputs.touches(change.bytes)) {
        node.isStale = true;
        return true;
    }
    if (!change.bytes.isEmpty())
        isStale |= markStaleItems(array, change.bytes);
    for (auto each = array.items().begin(); each != array.items().end();) {
        FieldNode& item = each->second;
        // Where all are kept, the array is read again as a whole.
        if (change.concerns(item) && !array.keepsItems) {
            bury(item);
            each = array.drop(each);
            isStale = true;
            continue;
        }
        if (change.concerns(item))
            node.isStale = true;
        isStale |= markStaleInside(item, change) || node.isStale;
        ++each;
    }
    return isStale;
}

void StructureReader::bury(FieldNode& node) {
    if (node.structure || node.array || node.madeSpace)
        buried_.push_back(std::move(node));
    node = FieldNode();
}

/// Forgets what was read of `seq` from a field on.
void StructureReader::cutFrom(StructureNode& structure, std::size_t slot) {
    for (std::size_t i = slot; i < structure.type->sequenceEnd; ++i)
        bury(structure.fieldAt(i));
    structure.dropLayoutInputs(slot, structure.type->sequenceEnd);
    structure.next = std::min(structure.next, slot);
    structure.hasStopped = false;
    structure.error.reset();
}

/// Reads again what is stale among the fields that were read, and forgets those whose place is another now.
void StructureReader::renew(StructureNode& structure) {
    if (structure.isReading)
        return;
    structure.hasStale = false;
    structure.isReading = true;
    const ByteStream::State before = structure.stream->state();
    if (structure.isOrderStale) {
        structure.isOrderStale = false;
        structure.isBegun = false;
        structure.orderInputs = {};
        cutFrom(structure, structure.type->parameterCount);
        structure.resume = structure.start;
    }
    const bool isToGoOn = structure.error && (structure.error->fault == StructureFault::Stopped ||
                                              structure.error->fault == StructureFault::LimitReached);
    if (structure.hasStopped && isToGoOn)
        structure.fieldAt(structure.next).isStale = true;
    const std::size_t reached = structure.next + (structure.hasStopped ? 1 : 0);
    for (std::size_t slot = structure.type->parameterCount;
         slot < std::min(reached, structure.type->sequenceEnd); ++slot) {
        if (!renewField(structure, slot))
            break;
    }
    structure.stream->restore(before);
    structure.isReading = false;
}

/// Returns whether those behind it are as they were.
bool StructureReader::renewField(StructureNode& structure, std::size_t slot) {
    FieldNode& node = structure.fieldAt(slot);
    const bool wasReached = slot < structure.next;
    const NodeState stateBefore = node.state;
    const std::optional<BitPosition> endBefore =
        node.isEnded ? std::optional(node.end) : std::optional<BitPosition>();
    bool goesOn = true;
    if (node.isStale) {
        structure.error.reset();
        goesOn = readAgain(structure, slot);
    } else if (needsRenewal(node)) {
        goesOn = renewInside(structure, slot);
    } else {
        return true;
    }
    const bool hasSameEnd =
        node.isEnded ? endBefore == node.end : node.state == NodeState::Absent && stateBefore == node.state;
    const bool isLast = slot + 1 == structure.next;
    if (goesOn && wasReached && hasSameEnd && isLast)
        structure.resume = structure.stream->state();  // it may stand within a byte that is another now
    if (goesOn && wasReached && hasSameEnd)
        return true;
    const ByteStream::State behind = structure.stream->state();
    std::unique_ptr<StructureError> error = std::move(structure.error);
    cutFrom(structure, slot + 1);
    structure.next = goesOn ? slot + 1 : slot;
    structure.hasStopped = !goesOn;
    structure.error = goesOn ? nullptr : std::move(error);
    structure.resume = behind;
    return false;
}

/// Whether the end of a field that need not be read again may be another because of what lies in it.
bool StructureReader::needsRenewal(const FieldNode& node) {
    if (node.structure) {
        if (node.structure->isReading)
            return false;
        const bool hasFixedEnd = node.isEnded && node.structure->type->fixedBits.has_value();
        return node.structure->hasStale && !node.structure->ownStream && !hasFixedEnd;
    }
    return node.array && !node.array->isGrowing && (node.array->isCut || !node.array->staleBlocks.empty());
}

/// Renews what lies in a field up to its end, and leaves the stream there.
bool StructureReader::renewInside(StructureNode& structure, std::size_t slot) {
    FieldNode& node = structure.fieldAt(slot);
    bool goesOn = false;
    if (node.structure) {
        StructureNode& child = *node.structure;
        readLater(child, child.type->sequenceEnd);
        goesOn = !child.hasStopped;
        node.isEnded = goesOn;
        structure.stream->restore(child.resume);
        if (goesOn)
            node.endAt(*structure.stream);
    } else {
        const ItemPlace place{.structure = structure, .slot = slot, .stream = *node.array->stream};
        ReadLog::Part part(world_.log);
        goesOn = renewArray(place, node, *this, world_);
        structure.stream->restore(node.array->frontier);
    }
    if (structure.type->fields[slot].isInstance())
        return goesOn;
    structure.dropLayoutInputs(slot, slot + 1);
    InputRanges inputs;
    node.addInputsTo(inputs);
    noteLayout(structure, slot, inputs);
    return goesOn;
}

/// Reads a field at its place again, from where a byte begins.
bool StructureReader::readAgain(StructureNode& structure, std::size_t slot) {
    const auto placeOf = [&structure](std::size_t at) -> std::optional<ByteStream::State> {
        for (std::size_t before = at; before > structure.type->parameterCount; --before) {
            const FieldNode& node = structure.fieldAt(before - 1);
            if (node.isEnded)
                return node.end.bit == 0 ? std::optional(ByteStream::State{.at = node.end.byte})
                                         : std::optional<ByteStream::State>();
        }
        return structure.start;
    };
    std::size_t first = slot;
    auto place = placeOf(first);
    while (!place)
        place = placeOf(--first);
    structure.stream->restore(*place);
    bool goesOn = true;
    for (std::size_t at = first; at <= slot && goesOn; ++at) {
        FieldNode& node = structure.fieldAt(at);
        bury(node);
        structure.dropLayoutInputs(at, at + 1);
        goesOn = readInSequence({.structure = structure, .slot = at, .stream = *structure.stream}, node);
    }
    return goesOn;
}

}  // namespace octavo
