#include "core/structure/item_reader.h"

#include <algorithm>
#include <bit>

namespace octavo {

namespace {

StructureError naming(StructureError error, const FormatExpression& expression) {
    if (error.expression == nullptr)
        error.expression = &expression;
    return error;
}

/// The range without the padding and the terminator at its end. A terminator is looked for first: it may be
/// the byte that also pads.
Evaluated<ByteRange> withoutPadding(const FormatField& field, const ByteSpace& space, ByteRange taken) {
    if (!field.terminator.empty()) {
        const auto found = space.find(taken, field.terminator);
        if (!found)
            return tl::unexpected(found.error());
        if (*found)
            return ByteRange{taken.begin, **found + (field.includesTerminator ? field.terminator.size() : 0)};
    }
    if (!field.padding)
        return taken;
    const auto length = space.lengthWithout(*field.padding, taken);
    if (!length)
        return tl::unexpected(length.error());
    return ByteRange::ofLength(taken.begin, *length);
}

Evaluated<ByteRange> takeTerminated(const FormatField& field, ByteStream& stream) {
    stream.alignToByte();
    const ByteRange rest = {stream.at(), stream.window().end};
    const auto found = stream.space().find(rest, field.terminator);
    if (!found)
        return tl::unexpected(found.error());
    if (!*found) {
        stream.noteEnd();
        return field.needsTerminator ? failWith(StructureFault::NoTerminator)
                                     : Evaluated<ByteRange>(stream.takeRest());
    }
    const ByteOffset behind = **found + field.terminator.size();
    static_cast<void>(stream.take((field.consumesTerminator ? behind : **found) - rest.begin));
    return ByteRange{rest.begin, field.includesTerminator ? behind : **found};
}

Evaluated<BytesValue> processed(const ItemPlace& place, const BytesValue& input, FieldNode& node,
                                ReaderWorld& world) {
    const FormatProcess& named = *place.field().process;
    const FieldProcess* process = world.processes.find(named.name);
    if (process == nullptr)
        return failWith(StructureFault::MissingCode, named.name);
    FieldProcess::Arguments arguments;
    for (const FormatExpression& argument : named.arguments) {
        auto value = evaluateAt(place, argument, world);
        if (!value)
            return tl::unexpected(value.error());
        if (value->isMissing())
            return failWith(StructureFault::Missing, argument.source);
        arguments.push_back(std::move(*value));
    }
    if (input.size() > kMostProcessed || world.limit.processedBytes > world.options.mostProcessed)
        return failWith(StructureFault::LimitReached);
    constexpr ByteCount kQuickInput = ByteCount{16} << 10;  // may become a thousand times as much
    if (world.limit.isTooMuch(input.size(), kQuickInput))
        return failWith(StructureFault::Stopped);
    // Whoever reads what comes out has read what went in.
    InputRanges read;
    Evaluated<std::vector<std::byte>> bytes;
    {
        ReadLog::Part part(world.log);
        bytes = input.copy();
        read = part.inputs();
    }
    world.log.note(read);
    if (!bytes)
        return tl::unexpected(bytes.error());
    const auto made = process->decode(*bytes, arguments, *world.fields);
    if (!made)
        return tl::unexpected(made.error());
    const ByteSpace::Origin origin{.holder = &place.structure, .slot = place.slot, .index = place.index};
    node.madeSpace =
        std::make_unique<ByteSpace>(Snapshot::ofBytes(*made), origin, read, world.log, world.limit);
    return BytesValue{.space = node.madeSpace.get(), .range = {0, made->size()}, .literal = nullptr};
}

StructureValue integerValue(std::uint64_t bits, const ItemType& item) {
    if (!item.isSigned)
        return Int128{bits};
    const unsigned unused = 64 - item.size * 8U;
    return Int128{static_cast<std::int64_t>(bits << unused) >> unused};
}

std::optional<StructureError> readNumber(const ItemPlace& place, const ItemType& item, FieldNode& node) {
    const auto order = item.order ? item.order : place.structure.order;
    if (!order)
        return StructureError{.fault = StructureFault::NoByteOrder, .detail = {}};
    if (item.kind == ItemType::Kind::Bits) {
        const auto bits = place.stream.readBits(item.bits, *order);
        if (!bits)
            return bits.error();
        node.value = item.isBoolean ? StructureValue(*bits != 0) : StructureValue(Int128{*bits});
        return std::nullopt;
    }
    const auto bits = place.stream.readUnsigned(item.size, *order);
    if (!bits)
        return bits.error();
    if (item.kind == ItemType::Kind::Integer)
        node.value = integerValue(*bits, item);
    else if (item.size == 4)
        node.value = double{std::bit_cast<float>(static_cast<std::uint32_t>(*bits))};
    else
        node.value = std::bit_cast<double>(*bits);
    return std::nullopt;
}

std::optional<StructureFault> failure(FormatCheck::Kind kind, int order, bool isEqual) {
    switch (kind) {
        case FormatCheck::Kind::Equal:
            return isEqual ? std::nullopt : std::optional(StructureFault::NotEqual);
        case FormatCheck::Kind::Minimum:
            return order >= 0 ? std::nullopt : std::optional(StructureFault::TooSmall);
        case FormatCheck::Kind::Maximum:
            return order <= 0 ? std::nullopt : std::optional(StructureFault::TooLarge);
        default:
            return std::nullopt;
    }
}

/// One check against one operand: eq, min and max.
std::optional<StructureError> failedComparison(const ItemPlace& place, const FormatCheck& check,
                                               const StructureValue& value, ReaderWorld& world) {
    const FormatExpression& operand = check.operands.front();
    const auto wanted = evaluateAt(place, operand, world);
    if (!wanted)
        return wanted.error();
    const auto isEqual = equalValues(value, *wanted);
    if (!isEqual)
        return naming(isEqual.error(), operand);
    int order = 0;
    if (check.kind != FormatCheck::Kind::Equal) {
        const auto compared = compareValues(value, *wanted);
        if (!compared)
            return naming(compared.error(), operand);
        order = *compared;
    }
    const auto fault = failure(check.kind, order, *isEqual);
    return fault ? std::optional(StructureError{.fault = *fault, .expression = &operand, .detail = {}})
                 : std::nullopt;
}

std::optional<StructureError> failedAnyOf(const ItemPlace& place, const FormatCheck& check,
                                          const StructureValue& value, ReaderWorld& world) {
    for (const FormatExpression& operand : check.operands) {
        const auto wanted = evaluateAt(place, operand, world);
        if (!wanted)
            return wanted.error();
        const auto isEqual = equalValues(value, *wanted);
        if (!isEqual)
            return naming(isEqual.error(), operand);
        if (*isEqual)
            return std::nullopt;
    }
    return StructureError{.fault = StructureFault::NotAnyOf, .detail = {}};
}

}  // namespace

Evaluated<StructureValue> evaluateAt(const ItemPlace& place, const FormatExpression& expression,
                                     ReaderWorld& world, const StructureValue* itself) {
    auto value = evaluate(expression.root, {.self = &place.structure, .itself = itself, .index = place.index},
                          *world.fields);
    if (!value)
        return tl::unexpected(naming(value.error(), expression));
    return value;
}

Evaluated<std::optional<Int128>> integerAt(const ItemPlace& place, const FormatExpression& expression,
                                           ReaderWorld& world) {
    const auto value = evaluateAt(place, expression, world);
    if (!value)
        return tl::unexpected(value.error());
    if (value->isMissing())
        return std::optional<Int128>();
    const auto* integer = value->as<Int128>();
    if (integer == nullptr)
        return tl::unexpected(StructureError{
            .fault = StructureFault::WrongKind, .expression = &expression, .detail = expression.source});
    return std::optional(*integer);
}

Evaluated<bool> conditionAt(const ItemPlace& place, const FormatExpression& expression, ReaderWorld& world,
                            const StructureValue* itself) {
    const auto value = evaluateAt(place, expression, world, itself);
    if (!value)
        return tl::unexpected(value.error());
    if (const auto* flag = value->as<bool>())
        return *flag;
    const StructureFault fault = value->isMissing() ? StructureFault::Missing : StructureFault::WrongKind;
    return tl::unexpected(
        StructureError{.fault = fault, .expression = &expression, .detail = expression.source});
}

Evaluated<BytesValue> takeDelimited(const ItemPlace& place, FieldNode& node, ReaderWorld& world) {
    const FormatField& field = place.field();
    ByteStream& stream = place.stream;
    Evaluated<ByteRange> taken = ByteRange{};
    if (field.size) {
        const auto size = integerAt(place, *field.size, world);
        if (!size)
            return tl::unexpected(size.error());
        const Int128 count = size->value_or(0);
        if (count < 0)
            return tl::unexpected(StructureError{.fault = StructureFault::NegativeSize,
                                                 .expression = &*field.size,
                                                 .detail = integerText(count)});
        stream.alignToByte();
        if (count > Int128{stream.left()}) {
            stream.noteEnd();
            return tl::unexpected(StructureError{.fault = StructureFault::EndOfData,
                                                 .expression = &*field.size,
                                                 .detail = integerText(count)});
        }
        taken = stream.take(static_cast<ByteCount>(count));
    } else if (field.sizeToEnd || field.terminator.empty()) {
        taken = stream.takeRest();
    } else {
        taken = takeTerminated(field, stream);
    }
    if (taken && (field.size || field.sizeToEnd))
        taken = withoutPadding(field, stream.space(), *taken);
    if (!taken)
        return tl::unexpected(taken.error());
    const BytesValue bytes{.space = &stream.space(), .range = *taken, .literal = nullptr};
    return field.process ? processed(place, bytes, node, world) : Evaluated<BytesValue>(bytes);
}

std::optional<StructureError> readLeaf(const ItemPlace& place, const ItemType& item, FieldNode& node,
                                       ReaderWorld& world) {
    if (item.kind != ItemType::Kind::Bytes && item.kind != ItemType::Kind::Text)
        return readNumber(place, item, node);
    const FormatField& field = place.field();
    const auto bytes = takeDelimited(place, node, world);
    if (!bytes)
        return bytes.error();
    node.isProcessed = field.process.has_value();
    if (item.kind == ItemType::Kind::Bytes) {
        node.value = *bytes;
        return std::nullopt;
    }
    if (field.encoding == nullptr)
        return StructureError{.fault = StructureFault::UnknownEncoding, .detail = field.encodingName};
    constexpr ByteCount kQuickText = ByteCount{256} << 10;
    if (world.limit.isTooMuch(bytes->size(), kQuickText))
        return StructureError{.fault = StructureFault::Stopped};
    const auto content = bytes->copy();
    if (!content)
        return content.error();
    node.value = field.encoding->decode(*content);
    return std::nullopt;
}

std::optional<StructureError> firstFailedCheck(const ItemPlace& place, const StructureValue& value,
                                               ReaderWorld& world) {
    const FormatField& field = place.field();
    for (const FormatCheck& check : field.checks) {
        std::optional<StructureError> failed;
        if (check.kind == FormatCheck::Kind::AnyOf) {
            failed = failedAnyOf(place, check, value, world);
        } else if (check.kind == FormatCheck::Kind::InEnum) {
            const auto* integer = value.as<Int128>();
            const bool isKnown = integer != nullptr && field.enumeration != nullptr &&
                                 field.enumeration->find(*integer) != nullptr;
            if (!isKnown)
                failed = StructureError{.fault = StructureFault::NotInEnum, .detail = {}};
        } else if (check.kind == FormatCheck::Kind::Holds) {
            const auto holds = conditionAt(place, check.operands.front(), world, &value);
            if (!holds)
                failed = holds.error();
            else if (!*holds)
                failed = StructureError{
                    .fault = StructureFault::NotHeld, .expression = &check.operands.front(), .detail = {}};
        } else {
            failed = failedComparison(place, check, value, world);
        }
        if (failed)
            return failed;
    }
    return std::nullopt;
}

Evaluated<ByteOrder> switchedOrder(const ItemPlace& place, ReaderWorld& world) {
    const FormatByteOrder& switched = place.structure.type->byteOrder;
    const auto on = evaluateAt(place, switched.on, world);
    if (!on)
        return tl::unexpected(on.error());
    for (const FormatByteOrder::Case& known : switched.cases) {
        if (!known.key)
            return known.order;
        const auto key = evaluateAt(place, *known.key, world);
        if (!key)
            return tl::unexpected(key.error());
        const auto fits = equalValues(*on, *key);
        if (!fits)
            return tl::unexpected(naming(fits.error(), *known.key));
        if (*fits)
            return known.order;
    }
    return tl::unexpected(StructureError{.fault = StructureFault::NoByteOrder, .expression = &switched.on});
}

Evaluated<const ItemType*> chooseCase(const ItemPlace& place, const ItemType& item, ReaderWorld& world) {
    const auto on = evaluateAt(place, item.on, world);
    if (!on)
        return tl::unexpected(on.error());
    for (const ItemType::Case& known : item.cases) {
        if (!known.key)
            return known.type.get();
        const auto key = evaluateAt(place, *known.key, world, &*on);
        if (!key)
            return tl::unexpected(key.error());
        const auto fits = equalValues(*on, *key);
        if (!fits)
            return tl::unexpected(naming(fits.error(), *known.key));
        if (*fits)
            return known.type.get();
    }
    return nullptr;
}

namespace {

bool isAround(const StructureNode& outer, const StructureNode* inner) {
    while (inner != nullptr && inner->depth > outer.depth)
        inner = inner->holder;
    return inner == &outer;
}

}  // namespace

void keepWhatIsReferredTo(const StructureValue& value, const StructureNode& referrer) {
    StructureNode* holder = nullptr;
    if (const auto* structure = value.as<StructureNode*>())
        holder = *structure;
    else if (const auto* array = value.as<ArrayNode*>())
        holder = (*array)->owner;
    else if (const auto* bytes = value.as<BytesValue>(); bytes != nullptr && bytes->space != nullptr)
        holder = const_cast<StructureNode*>(bytes->space->origin().holder);
    else if (const auto* stream = value.as<ByteStream*>())
        holder = const_cast<StructureNode*>((*stream)->owner);
    else if (const auto* list = value.as<ListValue>())
        for (const StructureValue& each : **list)
            keepWhatIsReferredTo(each, referrer);
    // Where it lies around the referrer, it goes with it.
    for (; holder != nullptr && !holder->isReferredTo && !isAround(*holder, &referrer);
         holder = holder->holder)
        holder->isReferredTo = true;
}

Evaluated<std::unique_ptr<StructureNode>> makeStructure(const ItemPlace& place, const ItemType& item,
                                                        ByteStream& stream, ReaderWorld& world) {
    if (item.structure == nullptr)
        return failWith(StructureFault::MissingCode, item.reference.name());
    StructureNode& around = place.structure;
    if (around.depth + 1 > world.options.deepest)
        return failWith(StructureFault::TooDeep);
    auto made = std::make_unique<StructureNode>(*item.structure, stream);
    made->holder = &around;
    made->holderSlot = place.slot;
    made->holderIndex = place.index;
    made->depth = around.depth + 1;
    made->order =
        item.structure->byteOrder.kind == FormatByteOrder::Kind::Inherited ? around.order : std::nullopt;
    // What another file describes is a world of its own.
    const bool isForeign = item.structure->format != around.type->format;
    made->root = !isForeign ? around.root : item.structure->outer == nullptr ? made.get() : nullptr;
    made->parent = isForeign || place.field().hasNoParent ? nullptr : &around;
    if (place.field().parent) {
        const auto parent = evaluateAt(place, *place.field().parent, world);
        if (!parent)
            return tl::unexpected(parent.error());
        const auto* node = parent->as<StructureNode*>();
        made->parent = node != nullptr ? *node : nullptr;
        keepWhatIsReferredTo(*parent, *made);
    }
    for (std::size_t i = 0; i < item.arguments.size() && i < item.structure->parameterCount; ++i) {
        auto value = evaluateAt(place, item.arguments[i], world);
        if (!value)
            return tl::unexpected(value.error());
        keepWhatIsReferredTo(*value, *made);
        FieldNode& parameter = made->fieldAt(i);
        parameter.state = value->isMissing() ? NodeState::Absent : NodeState::Read;
        parameter.value = std::move(*value);
    }
    return made;
}

}  // namespace octavo
