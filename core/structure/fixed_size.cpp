#include "core/structure/fixed_size.h"

namespace octavo {

namespace {

constexpr std::uint64_t kMostBits = std::uint64_t{1} << 60;
constexpr int kDeepest = 200;  // types in types whose sizes are added up

std::optional<std::uint64_t> typeBits(FormatType& type, int depth);

std::optional<std::uint64_t> bitsOfBytes(std::optional<Int128> bytes) {
    if (!bytes || *bytes < 0 || *bytes > Int128{kMostBits / 8})
        return std::nullopt;
    return static_cast<std::uint64_t>(*bytes) * 8;
}

/// A structure's type with the memory of its size; the resolver owns all of them.
FormatType* measurable(const FormatType* type) {
    return const_cast<FormatType*>(type);
}

std::optional<std::uint64_t> itemBits(const FormatField& field, int depth) {
    if (field.size)
        return bitsOfBytes(constantOf(field.size->root));
    if (field.sizeToEnd || !field.terminator.empty())
        return std::nullopt;
    switch (field.item.kind) {
        case ItemType::Kind::Integer:
        case ItemType::Kind::Float:
            return std::uint64_t{field.item.size} * 8;
        case ItemType::Kind::Bits:
            return field.item.bits;
        case ItemType::Kind::Structure:
            return field.item.structure != nullptr ? typeBits(*measurable(field.item.structure), depth + 1)
                                                   : std::nullopt;
        default:
            return std::nullopt;
    }
}

std::optional<std::uint64_t> fieldBits(const FormatField& field, int depth) {
    if (field.condition)
        return std::nullopt;
    const auto item = itemBits(field, depth);
    if (!item || field.repeat == RepeatKind::None)
        return item;
    // A count that was forgotten has been reported.
    if (field.repeat != RepeatKind::Count || !field.repeatCount)
        return std::nullopt;
    const auto count = constantOf(field.repeatCount->root);
    const bool packs = field.item.kind == ItemType::Kind::Bits || *item % 8 == 0;
    if (!count || *count < 0 || !packs || (*item > 0 && *count > Int128{kMostBits / *item}))
        return std::nullopt;
    return static_cast<std::uint64_t>(*count) * *item;
}

std::optional<std::uint64_t> typeBits(FormatType& type, int depth) {
    if (type.isMeasured || depth >= kDeepest)
        return type.fixedBits;
    type.isMeasured = true;  // also ends the way around a type that contains itself
    std::uint64_t total = 0;
    for (std::size_t i = type.parameterCount; i < type.sequenceEnd; ++i) {
        const FormatField& field = type.fields[i];
        const auto bits = fieldBits(field, depth);
        if (!bits || *bits > kMostBits - total)
            return std::nullopt;
        if (field.item.kind != ItemType::Kind::Bits || field.isDelimited()) {
            const bool mayBeginWithBits =
                field.item.kind == ItemType::Kind::Structure && !field.isDelimited();
            if (total % 8 != 0 && mayBeginWithBits)
                return std::nullopt;
            total = (total + 7) / 8 * 8;
        }
        total += *bits;
    }
    type.fixedBits = total;
    return total;
}

}  // namespace

std::optional<Int128> constantOf(const Expression& expression) {
    using K = ExpressionKind;
    if (expression.kind == K::Integer)
        return expression.integer;
    if (expression.builtin == BuiltinName::SizeOf)
        return expression.integer;
    if (expression.children.size() == 1 && expression.kind == K::Negate) {
        const auto value = constantOf(expression.children[0]);
        return value ? subtractChecked(0, *value) : std::nullopt;
    }
    if (expression.children.size() != 2)
        return std::nullopt;
    const auto left = constantOf(expression.children[0]);
    const auto right = constantOf(expression.children[1]);
    if (!left || !right)
        return std::nullopt;
    switch (expression.kind) {
        case K::Add:
            return addChecked(*left, *right);
        case K::Subtract:
            return subtractChecked(*left, *right);
        case K::Multiply:
            return multiplyChecked(*left, *right);
        case K::Divide:
            return *right == 0 ? std::nullopt : divideFloor(*left, *right);
        case K::ShiftLeft:
            return shiftLeftChecked(*left, *right);
        default:
            return std::nullopt;
    }
}

std::optional<std::uint64_t> fixedItemBitsOf(const FormatField& field) {
    return itemBits(field, 0);
}

std::optional<std::uint64_t> fixedBitsOf(const FormatField& field) {
    return fieldBits(field, 0);
}

std::optional<std::uint64_t> fixedBitsOf(FormatType& type) {
    return typeBits(type, 0);
}

}  // namespace octavo
