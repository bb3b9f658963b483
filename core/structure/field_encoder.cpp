#include "core/structure/field_encoder.h"

#include <algorithm>
#include <bit>

namespace octavo {

namespace {

using Bytes = std::vector<std::byte>;

tl::unexpected<Error> unsupported(std::string_view why) {
    return fail(ErrorCode::Unsupported, std::string(why));
}

Result<Bytes> currentBytes(const ByteSpace& space, ByteRange range) {
    auto bytes = space.copy(range);
    return bytes ? Result<Bytes>(std::move(*bytes)) : fail(ErrorCode::Unreadable);
}

Result<std::uint64_t> fittingBits(const StructureValue& value, unsigned bits, bool isSigned) {
    const auto* flag = value.as<bool>();
    const auto* integer = value.as<Int128>();
    if (flag == nullptr && integer == nullptr)
        return fail(ErrorCode::Malformed, "an integer");
    const Int128 wanted = flag != nullptr ? Int128{*flag ? 1 : 0} : *integer;
    const Int128 least = isSigned ? -(Int128{1} << (bits - 1)) : Int128{0};
    const Int128 most = (Int128{1} << (isSigned ? bits - 1 : bits)) - 1;
    if (wanted < least || wanted > most)
        return fail(ErrorCode::OutOfRange, integerText(least) + ".." + integerText(most));
    return static_cast<std::uint64_t>(wanted);
}

Result<Bytes> floatBytes(const StructureValue& value, std::size_t size, ByteOrder order) {
    const auto* number = value.as<double>();
    const auto* integer = value.as<Int128>();
    if (number == nullptr && integer == nullptr)
        return fail(ErrorCode::Malformed, "a number");
    const double wanted = number != nullptr ? *number : static_cast<double>(*integer);
    Bytes bytes(size);
    if (size == 4)
        storeUnsigned(std::uint64_t{std::bit_cast<std::uint32_t>(static_cast<float>(wanted))}, bytes, order);
    else
        storeUnsigned(std::bit_cast<std::uint64_t>(wanted), bytes, order);
    return bytes;
}

/// Sets bits of some bytes, one by one in the order in which a stream gives them out.
void putBits(Bytes& bytes, unsigned first, unsigned count, std::uint64_t value, ByteOrder order) {
    for (unsigned i = 0; i < count; ++i) {
        const unsigned place = first + i;
        const bool isBig = order == ByteOrder::Big;
        const bool bit = ((value >> (isBig ? count - 1 - i : i)) & 1) != 0;
        const auto mask = static_cast<std::byte>(isBig ? 0x80U >> (place % 8) : 1U << (place % 8));
        std::byte& byte = bytes[place / 8];
        byte = bit ? byte | mask : byte & ~mask;
    }
}

Result<Bytes> numberBytes(const ItemPlace& place, const FieldNode& node, const StructureValue& value) {
    const ItemType& item = *node.item;
    const auto order = item.order ? item.order : place.structure.order;
    if (!order)
        return unsupported(kFieldIsNotThere);
    if (item.kind == ItemType::Kind::Float)
        return floatBytes(value, item.size, *order);
    if (item.kind == ItemType::Kind::Integer) {
        const auto bits = fittingBits(value, item.size * 8U, item.isSigned);
        if (!bits)
            return fail(bits.error());
        Bytes bytes(item.size);
        storeUnsigned(*bits, bytes, *order);
        return bytes;
    }
    const auto bits = fittingBits(value, item.bits, false);
    if (!bits)
        return fail(bits.error());
    auto bytes = currentBytes(*node.space, node.range());
    if (bytes)
        putBits(*bytes, node.begin.bit, item.bits, *bits, *order);
    return bytes;
}

/// Where a terminator begins in some content; the content's size when there is none.
std::size_t findUnit(const Bytes& content, const Bytes& unit) {
    for (std::size_t at = 0; at + unit.size() <= content.size(); at += unit.size()) {
        if (std::equal(unit.begin(), unit.end(), content.begin() + static_cast<std::ptrdiff_t>(at)))
            return at;
    }
    return content.size();
}

Result<Bytes> contentBytes(const FormatField& field, const FieldNode& node, const StructureValue& value) {
    if (node.item->kind == ItemType::Kind::Bytes) {
        const auto* bytes = value.as<BytesValue>();
        if (bytes == nullptr)
            return fail(ErrorCode::Malformed, "bytes");
        auto copy = bytes->copy();
        return copy ? Result<Bytes>(std::move(*copy)) : fail(ErrorCode::Unreadable);
    }
    const auto* text = value.as<std::u16string>();
    if (text == nullptr || field.encoding == nullptr)
        return fail(ErrorCode::Malformed, "text");
    auto bytes = field.encoding->encode(*text);
    return bytes ? Result<Bytes>(std::move(*bytes))
                 : fail(ErrorCode::Malformed, "text in " + field.encodingName);
}

/// The content with what ends it, as long as the field is now.
Result<Bytes> delimited(const FormatField& field, Bytes content, const Bytes& now) {
    const Bytes& terminator = field.terminator;
    const bool isSized = field.size || field.sizeToEnd;
    if (!terminator.empty()) {
        const std::size_t at = findUnit(content, terminator);
        const std::size_t wanted =
            field.includesTerminator ? content.size() - terminator.size() : content.size();
        const bool endsThere = at == wanted || (at == content.size() && isSized);
        if (!endsThere)
            return fail(ErrorCode::OutOfRange, "its terminator at its end, and not before");
    }
    if (!isSized) {
        // The terminator that was gone past lies in the field's place; one that was left does not.
        const bool isPast = field.consumesTerminator && !field.includesTerminator && !now.empty() &&
                            findUnit(now, terminator) + terminator.size() == now.size();
        if (isPast)
            content.insert(content.end(), terminator.begin(), terminator.end());
    } else if (content.size() < now.size()) {
        if (!terminator.empty() && !field.includesTerminator &&
            now.size() - content.size() >= terminator.size())
            content.insert(content.end(), terminator.begin(), terminator.end());
        else if (!field.padding && terminator.empty())
            return unsupported(kFieldChangesLength);
        content.resize(now.size(), field.padding.value_or(std::byte{0}));
    }
    return content.size() == now.size() ? Result<Bytes>(std::move(content))
                                        : unsupported(kFieldChangesLength);
}

Result<Bytes> throughInverse(const ItemPlace& place, const Bytes& output, ReaderWorld& world) {
    const FormatProcess& named = *place.field().process;
    const FieldProcess* process = world.processes.find(named.name);
    if (process == nullptr || !process->encode)
        return unsupported(kFieldHasNoWayBack);
    FieldProcess::Arguments arguments;
    for (const FormatExpression& argument : named.arguments) {
        auto value = evaluateAt(place, argument, world);
        if (!value || value->isMissing())
            return unsupported(kFieldHasNoWayBack);
        arguments.push_back(std::move(*value));
    }
    auto input = process->encode(output, arguments, *world.fields);
    return input ? Result<Bytes>(std::move(*input)) : unsupported(kFieldHasNoWayBack);
}

/// What the bytes of a field are before its own `process` works on them.
Result<Bytes> encoded(const ItemPlace& place, const FieldNode& node, const StructureValue& value,
                      ReaderWorld& world) {
    const ItemType& item = *node.item;
    if (item.kind != ItemType::Kind::Bytes && item.kind != ItemType::Kind::Text)
        return numberBytes(place, node, value);
    const FormatField& field = place.field();
    auto content = contentBytes(field, node, value);
    if (!content)
        return content;
    if (field.process) {
        content = throughInverse(place, *content, world);
        if (!content)
            return content;
    }
    const auto now = currentBytes(*node.space, node.wholeBytes());
    return now ? delimited(field, std::move(*content), *now) : now;
}

/// Takes a change inside what a `process` made to the bytes that it was made from, until it is one of the
/// document.
Result<FieldChange> inDocument(const ByteSpace* space, FieldChange change, ReaderWorld& world) {
    while (!space->isDocument()) {
        auto whole = currentBytes(*space, {0, space->size()});
        if (!whole)
            return fail(whole.error());
        std::copy(change.bytes.begin(), change.bytes.end(),
                  whole->begin() + static_cast<std::ptrdiff_t>(change.range.begin));
        const ByteSpace::Origin& origin = space->origin();
        StructureNode& holder = *const_cast<StructureNode*>(origin.holder);
        FieldNode* node = &holder.fieldAt(origin.slot);
        if (origin.index)
            node = node->array ? node->array->known(*origin.index) : nullptr;
        if (node == nullptr || !node->isEnded)
            return unsupported(kFieldIsNotThere);
        const ItemPlace place{
            .structure = holder, .slot = origin.slot, .stream = *holder.stream, .index = origin.index};
        auto input = throughInverse(place, *whole, world);
        if (!input)
            return fail(input.error());
        const auto now = currentBytes(*node->space, node->wholeBytes());
        if (!now)
            return fail(now.error());
        auto fitted = delimited(place.field(), std::move(*input), *now);
        if (!fitted)
            return fail(fitted.error());
        change.range = node->wholeBytes();
        change.bytes = std::move(*fitted);
        space = node->space;
    }
    return change;
}

}  // namespace

Result<FieldChange> encodeField(const ItemPlace& place, const FieldNode& node, const StructureValue& value,
                                ReaderWorld& world) {
    const FieldRole role = place.field().role;
    if (role == FieldRole::Parameter || role == FieldRole::ValueInstance)
        return unsupported(kFieldIsComputed);
    if (node.structure || node.array)
        return unsupported(kFieldIsNoValue);
    if (node.state != NodeState::Read || !node.isEnded || node.item == nullptr)
        return unsupported(kFieldIsNotThere);
    auto bytes = encoded(place, node, value, world);
    if (!bytes)
        return fail(bytes.error());
    FieldChange change{.range = node.range(), .bytes = std::move(*bytes), .failedCheck = {}};
    // A number begins at the next byte where a bit field before it ended within one.
    change.range.begin = change.range.end - change.bytes.size();
    auto made = inDocument(node.space, std::move(change), world);
    if (made)
        made->failedCheck = firstFailedCheck(place, value, world);
    return made;
}

Result<Bytes> encodeAtAnyLength(const ItemPlace& place, const FieldNode& node, const StructureValue& value,
                                ReaderWorld& world) {
    const FormatField& field = place.field();
    if (node.item == nullptr ||
        (node.item->kind != ItemType::Kind::Bytes && node.item->kind != ItemType::Kind::Text))
        return unsupported(kFieldChangesLength);
    auto content = contentBytes(field, node, value);
    if (!content)
        return content;
    if (field.process)
        return throughInverse(place, *content, world);
    const Bytes& terminator = field.terminator;
    if (terminator.empty() || field.size || field.sizeToEnd)
        return content;
    if (findUnit(*content, terminator) != content->size())
        return fail(ErrorCode::OutOfRange, "its terminator at its end, and not before");
    if (field.consumesTerminator)
        content->insert(content->end(), terminator.begin(), terminator.end());
    return content;
}

}  // namespace octavo
