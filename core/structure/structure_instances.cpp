#include <algorithm>
#include <utility>

#include "core/structure/structure_reader.h"

// Instances: values that are calculated, and fields that lie somewhere else.

namespace octavo {

void StructureReader::readInstance(StructureNode& structure, std::size_t slot, FieldNode& node) {
    const ItemPlace place{.structure = structure, .slot = slot, .stream = *structure.stream};
    if (world_.isStrict())
        return readInstanceAt(place, node);
    InputRanges inputs;
    {
        ReadLog::Part part(world_.log);
        readInstanceAt(place, node);
        inputs = part.inputs();
    }
    node.keepInputs(inputs);
}

void StructureReader::readInstanceAt(const ItemPlace& place, FieldNode& node) {
    const FormatField& field = place.field();
    node.state = NodeState::Reading;
    if (field.condition) {
        const auto holds = conditionAt(place, *field.condition, world_);
        if (!holds)
            return node.fail(holds.error());
        if (!*holds) {
            node.state = NodeState::Absent;
            return;
        }
    }
    if (field.role == FieldRole::ValueInstance)
        readValueInstance(place, node);
    else
        readParseInstance(place, node);
}

void StructureReader::readValueInstance(const ItemPlace& place, FieldNode& node) {
    auto value = evaluateAt(place, *place.field().value, world_);
    if (!value)
        return node.fail(value.error());
    if (!world_.isStrict())
        keepWhatIsReferredTo(*value, place.structure);
    node.value = std::move(*value);
    node.state = NodeState::Absent;
    if (!node.value.isMissing())
        static_cast<void>(check(place, node));
}

void StructureReader::readParseInstance(const ItemPlace& place, FieldNode& node) {
    const FormatField& field = place.field();
    ByteStream* stream = place.structure.stream;
    if (field.stream) {
        const auto chosen = evaluateAt(place, *field.stream, world_);
        if (!chosen)
            return node.fail(chosen.error());
        const auto* given = chosen->as<ByteStream*>();
        if (given == nullptr)
            return node.fail({.fault = StructureFault::Missing,
                              .expression = &*field.stream,
                              .detail = field.stream->source});
        stream = *given;
        if (!world_.isStrict())
            keepWhatIsReferredTo(*chosen, place.structure);
    }
    const ByteStream::State before = stream->state();
    if (field.position) {
        if (auto error = seek(place, *stream))
            return node.fail(std::move(*error));
    } else if (!world_.isStrict() && !field.stream) {
        // The reference reads wherever its stream happens to stand; here that must not depend on the
        // order.
        stream->restore(place.structure.start);
    }
    readPlaced({.structure = place.structure, .slot = place.slot, .stream = *stream}, node);
    stream->restore(before);
}

std::optional<StructureError> StructureReader::seek(const ItemPlace& place, ByteStream& stream) {
    const FormatExpression& expression = *place.field().position;
    const auto position = integerAt(place, expression, world_);
    if (!position)
        return position.error();
    if (!*position)
        return StructureError{
            .fault = StructureFault::Missing, .expression = &expression, .detail = expression.source};
    if (**position < 0)
        return StructureError{.fault = StructureFault::NegativePosition,
                              .expression = &expression,
                              .detail = integerText(**position)};
    const Int128 end{stream.window().size()};
    if (**position > end)
        stream.noteEnd();
    stream.seek(static_cast<ByteCount>(std::min(**position, end)));
    return std::nullopt;
}

}  // namespace octavo
