#include "core/structure/skim_plan.h"

#include <algorithm>

#include "core/structure/fixed_size.h"

namespace octavo {

namespace {

/// A size that is factor * field + offset.
struct LinearSize {
    std::optional<std::size_t> slot;
    Int128 factor = 0;
    Int128 offset = 0;
};

std::optional<LinearSize> linearOf(const Expression& e, const FormatType& type) {
    using K = ExpressionKind;
    if (const auto constant = constantOf(e))
        return LinearSize{.slot = {}, .factor = 0, .offset = *constant};
    const bool isField =
        e.kind == K::Name && e.builtin == BuiltinName::Field && e.owner == &type && e.slot >= 0;
    if (isField && static_cast<std::size_t>(e.slot) < type.sequenceEnd)
        return LinearSize{.slot = static_cast<std::size_t>(e.slot), .factor = 1, .offset = 0};
    if (e.children.size() != 2 || (e.kind != K::Add && e.kind != K::Subtract && e.kind != K::Multiply))
        return std::nullopt;
    auto left = linearOf(e.children[0], type);
    auto right = linearOf(e.children[1], type);
    if (!left || !right || (left->slot && right->slot))
        return std::nullopt;
    LinearSize made{.slot = left->slot ? left->slot : right->slot, .factor = 0, .offset = 0};
    if (e.kind == K::Multiply) {
        const LinearSize& constant = left->slot ? *right : *left;
        const LinearSize& counted = left->slot ? *left : *right;
        made.factor = counted.factor * constant.offset;
        made.offset = counted.offset * constant.offset;
        return made;
    }
    const Int128 sign = e.kind == K::Add ? 1 : -1;
    made.factor = left->factor + sign * right->factor;
    made.offset = left->offset + sign * right->offset;
    return made;
}

/// Whether an expression has the same value for all items of an array.
bool isOuter(const Expression& e) {
    using B = BuiltinName;
    if (e.builtin == B::Io)
        return false;
    if (e.kind == ExpressionKind::Name)
        return e.builtin == B::Parent || e.builtin == B::Root || e.builtin == B::SizeOf;
    return std::all_of(e.children.begin(), e.children.end(), isOuter);
}

bool isSmall(Int128 value) {
    constexpr Int128 kMost = Int128{1} << 30;
    return value >= -kMost && value <= kMost;
}

}  // namespace

std::optional<SkimPlan> SkimPlan::of(const FormatType& type, std::optional<ByteOrder> order,
                                     const OuterValue& outer) {
    const bool isSwitched = type.byteOrder.kind == FormatByteOrder::Kind::Switched;
    if (isSwitched || type.sequenceEnd == type.parameterCount)
        return std::nullopt;
    SkimPlan plan;
    plan.values_.resize(type.fields.size());
    plan.steps_.emplace_back();
    for (std::size_t slot = type.parameterCount; slot < type.sequenceEnd; ++slot) {
        if (!plan.add(type.fields[slot], slot, type, order, outer))
            return std::nullopt;
    }
    return plan;
}

SkimPlan::Step& SkimPlan::next() {
    if (steps_.back().size > 0 || steps_.back().counted)
        steps_.emplace_back();
    return steps_.back();
}

bool SkimPlan::add(const FormatField& field, std::size_t slot, const FormatType& type,
                   std::optional<ByteOrder> order, const OuterValue& outer) {
    if (field.item.kind == ItemType::Kind::Bits || field.process)
        return false;
    if (field.condition) {
        const auto holds = isOuter(field.condition->root) ? outer(*field.condition) : std::nullopt;
        if (holds == Int128{0})
            return true;
        // What is there sometimes has no fixed size; it has one here.
        if (!holds)
            return false;
    }
    const bool isInteger = field.item.kind == ItemType::Kind::Integer && field.repeat == RepeatKind::None;
    if (isInteger) {
        const auto own = field.item.order ? field.item.order : order;
        if (!own && field.item.size > 1)
            return false;
        Step& step = next();
        step.size = field.item.size;
        step.isSigned = field.item.isSigned;
        step.order = own.value_or(ByteOrder::Little);
        step.slot = slot;
        return true;
    }
    if (const auto bits = field.repeat == RepeatKind::None ? fixedItemBitsOf(field) : fixedBitsOf(field)) {
        next().fixed += *bits / 8;
        return *bits % 8 == 0;
    }
    if (field.repeat != RepeatKind::None || !field.size)
        return false;
    const auto size = linearOf(field.size->root, type);
    // What the size is taken from must have been read as an integer before.
    const bool isKnown = size && size->slot && *size->slot < slot &&
                         type.fields[*size->slot].item.kind == ItemType::Kind::Integer &&
                         type.fields[*size->slot].repeat == RepeatKind::None;
    if (!isKnown || !isSmall(size->factor) || !isSmall(size->offset))
        return false;
    Step& step = next();
    step.counted = size->slot;
    step.factor = static_cast<std::int64_t>(size->factor);
    step.offset = static_cast<std::int64_t>(size->offset);
    return true;
}

bool SkimPlan::pass(ByteStream& stream) {
    const ByteStream::State before = stream.state();
    ByteCount left = stream.left();
    ByteOffset at = stream.at();
    const auto goPast = [&left, &at](ByteCount count) {
        if (count > left)
            return false;
        left -= count;
        at += count;
        return true;
    };
    for (const Step& step : steps_) {
        if (!goPast(step.fixed))
            return false;
        if (step.size > 0) {
            if (left < step.size)
                return false;
            const auto bytes = stream.space().bytes(at, step.size);
            if (!bytes)
                return false;
            const auto bits = loadUnsigned<std::uint64_t>(*bytes, step.order);
            const unsigned unused = 64 - step.size * 8U;
            const auto value = static_cast<std::int64_t>(bits << unused);
            // Sizes beyond 63 bits are beyond every file.
            values_[step.slot] =
                step.isSigned || unused == 0 ? value >> unused : static_cast<std::int64_t>(bits);
            if (!goPast(step.size))
                return false;
        }
        if (step.counted) {
            const Int128 size = Int128{values_[*step.counted]} * step.factor + step.offset;
            if (size < 0 || size > Int128{left} || !goPast(static_cast<ByteCount>(size)))
                return false;
        }
    }
    stream.restore({.at = before.at});
    static_cast<void>(stream.take(at - before.at));
    return true;
}

}  // namespace octavo
