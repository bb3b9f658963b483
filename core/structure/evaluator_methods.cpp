#include "core/structure/evaluator_methods.h"

#include <algorithm>
#include <cmath>

#include "core/structure/expression_methods.h"

namespace octavo {

namespace {

using Value = StructureValue;
using Outcome = Evaluated<Value>;

std::u16string ascii(const std::string& text) {
    return {text.begin(), text.end()};
}

/// How many items an array or bytes have; nothing for other values.
std::optional<std::uint64_t> countOf(const Value& value) {
    if (const auto* bytes = value.as<BytesValue>())
        return bytes->size();
    if (const auto* array = value.as<ArrayNode*>())
        return (*array)->count();
    if (const auto* list = value.as<ListValue>())
        return (*list)->size();
    return std::nullopt;
}

Outcome lengthOf(const Value& object) {
    if (const auto* text = object.as<std::u16string>())
        return Value(static_cast<Int128>(text->size()));
    if (const auto* stream = object.as<ByteStream*>()) {
        (*stream)->noteEnd();
        return Value(static_cast<Int128>((*stream)->window().size()));
    }
    const auto count = countOf(object);
    return count ? Outcome(Value(Int128{*count})) : failWith(StructureFault::WrongKind);
}

Outcome extreme(const Value& object, int wanted, FieldSource& fields) {
    const auto count = countOf(object);
    if (!count)
        return failWith(StructureFault::WrongKind);
    if (*count == 0)
        return failWith(StructureFault::BadIndex);
    auto best = itemOf(object, 0, fields);
    for (std::uint64_t i = 1; best && i < *count; ++i) {
        auto item = itemOf(object, Int128{i}, fields);
        if (!item)
            return item;
        const auto order = compareValues(*item, *best);
        if (!order)
            return tl::unexpected(order.error());
        if (*order == wanted)
            best = std::move(item);
    }
    return best;
}

Outcome integerOfText(const std::u16string& text, const std::vector<Value>& arguments) {
    Int128 base = 10;
    if (!arguments.empty()) {
        const auto* given = arguments.front().as<Int128>();
        if (given == nullptr || *given < 2 || *given > 36)
            return failWith(StructureFault::Conversion);
        base = *given;
    }
    std::string digits;
    for (const char16_t unit : text) {
        if (unit > 0x7F)
            return failWith(StructureFault::Conversion);
        digits += static_cast<char>(unit);
    }
    const auto value = parseInteger(digits, static_cast<unsigned>(base));
    return value ? Outcome(Value(*value)) : failWith(StructureFault::Conversion, digits);
}

Outcome integerOf(const Value& object, const std::vector<Value>& arguments) {
    if (object.as<Int128>() != nullptr)
        return object;
    if (const auto* flag = object.as<bool>())
        return Value(Int128{*flag ? 1 : 0});
    if (const auto* text = object.as<std::u16string>())
        return integerOfText(*text, arguments);
    const auto* number = object.as<double>();
    if (number == nullptr)
        return failWith(StructureFault::WrongKind);
    constexpr double kMost = 1.7e38;
    if (!std::isfinite(*number) || std::abs(*number) > kMost)
        return failWith(StructureFault::Conversion);
    return Value(static_cast<Int128>(*number));
}

/// Indices as texts are cut in ECMAScript: limited to the text, and in whichever order.
Outcome substring(const std::u16string& text, const std::vector<Value>& arguments) {
    if (arguments.size() != 2)
        return failWith(StructureFault::WrongKind);
    const auto limited = [&](const Value& value) {
        const auto* index = value.as<Int128>();
        const auto size = static_cast<Int128>(text.size());
        return index == nullptr ? Int128{0} : std::clamp(*index, Int128{0}, size);
    };
    const Int128 from = limited(arguments[0]);
    const Int128 to = limited(arguments[1]);
    const auto first = static_cast<std::size_t>(std::min(from, to));
    const auto last = static_cast<std::size_t>(std::max(from, to));
    return Value(text.substr(first, last - first));
}

Outcome textOf(const Value& object, const std::vector<Value>& arguments, FieldSource& fields) {
    if (arguments.empty()) {
        auto text = textOfValue(object);
        return text ? Outcome(Value(std::move(*text))) : tl::unexpected(text.error());
    }
    const auto* encoding = arguments.front().as<std::u16string>();
    if (encoding == nullptr)
        return failWith(StructureFault::WrongKind);
    const std::string name = utf8FromUtf16(*encoding);
    const EncodingCodec* codec = EncodingCodec::named(name);
    if (codec == nullptr)
        return failWith(StructureFault::UnknownEncoding, name);
    const auto bytes = bytesOfValue(object, fields);
    if (!bytes)
        return tl::unexpected(bytes.error());
    return Value(codec->decode(*bytes));
}

}  // namespace

Evaluated<std::u16string> textOfValue(const StructureValue& value) {
    if (value.isMissing())
        return failWith(StructureFault::Missing);
    if (const auto* text = value.as<std::u16string>())
        return *text;
    if (const auto* integer = value.as<Int128>())
        return ascii(integerText(*integer));
    if (const auto* number = value.as<double>())
        return ascii(floatingText(*number));
    return failWith(StructureFault::WrongKind);
}

Evaluated<std::vector<std::byte>> bytesOfValue(const StructureValue& value, FieldSource& fields) {
    if (value.isMissing())
        return failWith(StructureFault::Missing);
    if (const auto* bytes = value.as<BytesValue>())
        return bytes->copy();
    const auto count = countOf(value);
    if (!count)
        return failWith(StructureFault::WrongKind);
    std::vector<std::byte> made;
    for (std::uint64_t i = 0; i < *count; ++i) {
        const auto item = itemOf(value, Int128{i}, fields);
        if (!item)
            return tl::unexpected(item.error());
        const auto* integer = item->as<Int128>();
        if (integer == nullptr)
            return failWith(StructureFault::WrongKind);
        made.push_back(static_cast<std::byte>(*integer & 0xFF));
    }
    return made;
}

Evaluated<StructureValue> itemOf(const StructureValue& object, Int128 index, FieldSource& fields) {
    const auto count = countOf(object);
    if (!count)
        return failWith(StructureFault::WrongKind);
    if (index < 0 || index >= Int128{*count})
        return failWith(StructureFault::BadIndex, integerText(index));
    const auto at = static_cast<std::uint64_t>(index);
    if (const auto* bytes = object.as<BytesValue>()) {
        const auto byte = bytes->at(at);
        return byte ? Outcome(Value(Int128{std::to_integer<unsigned>(*byte)})) : tl::unexpected(byte.error());
    }
    if (const auto* list = object.as<ListValue>())
        return (**list)[at];
    return fields.itemValue(**object.as<ArrayNode*>(), at);
}

Evaluated<StructureValue> callMethod(BuiltinName method, const std::string& name,
                                     const StructureValue& object,
                                     const std::vector<StructureValue>& arguments, FieldSource& fields) {
    if (method == BuiltinName::Field || method == BuiltinName::None)
        method = methodNamed(name);
    switch (method) {
        case BuiltinName::Length:
            return lengthOf(object);
        case BuiltinName::ToInteger:
            return integerOf(object, arguments);
        case BuiltinName::ToText:
            return textOf(object, arguments, fields);
        case BuiltinName::First:
            return itemOf(object, 0, fields);
        case BuiltinName::Last: {
            const auto count = countOf(object);
            return count ? itemOf(object, Int128{*count} - 1, fields) : failWith(StructureFault::WrongKind);
        }
        case BuiltinName::Smallest:
            return extreme(object, -1, fields);
        case BuiltinName::Largest:
            return extreme(object, 1, fields);
        default:
            break;
    }
    if (const auto* text = object.as<std::u16string>()) {
        if (method == BuiltinName::Substring)
            return substring(*text, arguments);
        if (method == BuiltinName::Reverse)
            return Value(std::u16string(text->rbegin(), text->rend()));
    }
    if (const auto* stream = object.as<ByteStream*>()) {
        if (method == BuiltinName::Position)
            return Value(static_cast<Int128>((*stream)->at() - (*stream)->window().begin));
        if (method == BuiltinName::IsAtEnd) {
            (*stream)->noteEnd();
            return Value((*stream)->isAtEnd());
        }
    }
    return failWith(StructureFault::WrongKind, name);
}

}  // namespace octavo
