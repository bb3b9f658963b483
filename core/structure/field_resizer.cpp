#include "core/structure/field_resizer.h"

#include <algorithm>

#include "core/structure/field_encoder.h"

namespace octavo {

namespace {

/// An integer of the document that an expression asked for.
struct AskedField {
    StructureNode* structure = nullptr;
    std::size_t slot = 0;

    friend bool operator==(const AskedField&, const AskedField&) = default;
};

/// Answers for the fields of a tree, notes which integers were asked for, and pretends that one of them is
/// greater than it is.
class NotingSource final : public FieldSource {
public:
    explicit NotingSource(FieldSource& fields) : fields_(fields) {}

    void raise(const AskedField& field, Int128 by) {
        raised_ = field;
        by_ = by;
    }
    [[nodiscard]] const std::vector<AskedField>& asked() const { return asked_; }

    Evaluated<StructureValue> fieldValue(StructureNode& structure, std::size_t slot) override {
        const FormatField& field = structure.type->fields[slot];
        if (field.role == FieldRole::ValueInstance && !field.condition)
            return evaluate(field.value->root, {.self = &structure, .itself = nullptr, .index = {}}, *this);
        auto value = fields_.fieldValue(structure, slot);
        const FieldNode& node = structure.fieldAt(slot);
        const bool isWritten =
            node.isEnded && node.item != nullptr && node.space->isDocument() &&
            (node.item->kind == ItemType::Kind::Integer || node.item->kind == ItemType::Kind::Bits);
        if (!value || !isWritten || value->as<Int128>() == nullptr)
            return value;
        const AskedField asked{.structure = &structure, .slot = slot};
        if (std::find(asked_.begin(), asked_.end(), asked) == asked_.end())
            asked_.push_back(asked);
        return raised_ == asked ? StructureValue(*value->as<Int128>() + by_) : *value;
    }
    Evaluated<StructureValue> itemValue(ArrayNode& array, std::uint64_t index) override {
        return fields_.itemValue(array, index);
    }

private:
    FieldSource& fields_;
    std::optional<AskedField> raised_;
    Int128 by_ = 0;
    std::vector<AskedField> asked_;
};

class FieldResizer {
public:
    explicit FieldResizer(ReaderWorld& world) : world_(world) {}

    Result<FieldChange> resize(const ItemPlace& place, const FieldNode& node, const StructureValue& value) {
        if (!node.space->isDocument())
            return refused();
        auto bytes = encodeAtAnyLength(place, node, value, world_);
        if (!bytes)
            return fail(bytes.error());
        change_.range = node.wholeBytes();
        change_.bytes = std::move(*bytes);
        difference_ = Int128{change_.bytes.size()} - Int128{change_.range.size()};
        if (Status done = adjustSize(place); !done)
            return fail(done.error());
        if (Status done = adjustAround(place.structure); !done)
            return fail(done.error());
        change_.failedCheck = firstFailedCheck(place, value, world_);
        return std::move(change_);
    }

    Result<FieldChange> edit(const ItemPlace& place, const ArrayNode& array, const FieldNode& item,
                             ItemEdit how) {
        const bool isWhole = item.isEnded && item.space->isDocument() && item.begin.bit == 0 &&
                             item.end.bit == 0 && !item.range().isEmpty();
        if (!isWhole)
            return fail(ErrorCode::Unsupported, std::string(kFieldIsNotThere));
        const FormatField& field = place.field();
        if (field.repeat == RepeatKind::Until && *place.index + 1 == array.count())
            return fail(ErrorCode::Unsupported, std::string(kItemEndsArray));
        const ByteRange range = item.range();
        const bool isCopy = how == ItemEdit::Duplicate;
        if (isCopy) {
            auto bytes = item.space->copy(range);
            if (!bytes)
                return fail(bytes.error().fault == StructureFault::LimitReached ? ErrorCode::LimitReached
                                                                                : ErrorCode::Unreadable);
            change_.bytes = std::move(*bytes);
        }
        change_.range = {isCopy ? range.end : range.begin, range.end};
        difference_ = isCopy ? Int128{range.size()} : -Int128{range.size()};
        const ItemPlace whole{
            .structure = place.structure, .slot = place.slot, .stream = place.stream, .index = {}};
        if (field.repeat == RepeatKind::Count) {
            if (Status done = adjust(whole, *field.repeatCount, isCopy ? 1 : -1); !done)
                return fail(done.error());
        }
        if (Status done = adjustAround(place.structure); !done)
            return fail(done.error());
        return std::move(change_);
    }

private:
    static tl::unexpected<Error> refused() {
        return fail(ErrorCode::Unsupported, std::string(kFieldChangesLength));
    }

    static Evaluated<Int128> numberBy(const ItemPlace& place, const FormatExpression& expression,
                                      NotingSource& source) {
        const auto value = evaluate(
            expression.root, {.self = &place.structure, .itself = nullptr, .index = place.index}, source);
        if (!value)
            return tl::unexpected(value.error());
        const auto* integer = value->as<Int128>();
        return integer != nullptr ? Evaluated<Int128>(*integer) : failWith(StructureFault::Missing);
    }

    /// Makes the sizes of a structure and of those around it follow the difference.
    Status adjustAround(StructureNode& innermost) {
        for (StructureNode* at = &innermost; at->holder != nullptr; at = at->holder) {
            if (!at->ownStream)
                continue;
            const ItemPlace holder{.structure = *at->holder,
                                   .slot = at->holderSlot,
                                   .stream = *at->holder->stream,
                                   .index = at->holderIndex};
            if (Status done = adjustSize(holder); !done)
                return done;
        }
        return {};
    }

    Status adjustSize(const ItemPlace& place) {
        if (!place.field().size)
            return {};
        // The size of one item would be that of all.
        return place.index ? refused() : adjust(place, *place.field().size, difference_);
    }

    /// Makes what an expression comes to greater by a difference, or less.
    Status adjust(const ItemPlace& place, const FormatExpression& expression, Int128 difference) {
        NotingSource source(*world_.fields);
        const auto now = numberBy(place, expression, source);
        if (!now || source.asked().size() != 1)
            return refused();
        const AskedField counted = source.asked().front();
        source.raise(counted, 1);
        const auto raised = numberBy(place, expression, source);
        const Int128 step = raised ? *raised - *now : Int128{0};
        if (step == 0 || difference % step != 0)
            return refused();
        // It need not be a multiple of what it is calculated from.
        source.raise(counted, difference / step);
        if (const auto wanted = numberBy(place, expression, source); !wanted || *wanted != *now + difference)
            return refused();
        return write(counted, difference / step);
    }

    Status write(const AskedField& field, Int128 difference) {
        const ItemPlace place{
            .structure = *field.structure, .slot = field.slot, .stream = *field.structure->stream};
        const FieldNode& node = field.structure->fieldAt(field.slot);
        const Int128 before = *node.value.as<Int128>();
        std::string path = pathOf(*field.structure, field.slot, {});
        const auto known =
            std::find_if(change_.adjusted.begin(), change_.adjusted.end(),
                         [&path](const FieldChange::Adjusted& each) { return each.path == path; });
        if (known != change_.adjusted.end())
            return known->after == before + difference ? Status() : refused();
        auto written = encodeField(place, node, StructureValue(before + difference), world_);
        if (!written)
            return fail(written.error());
        const bool isShared = std::any_of(
            change_.adjusted.begin(), change_.adjusted.end(),
            [&written](const FieldChange::Adjusted& each) { return each.range.intersects(written->range); });
        if (isShared || written->range.intersects(change_.range))
            return refused();
        change_.adjusted.push_back({.path = std::move(path),
                                    .before = before,
                                    .after = before + difference,
                                    .range = written->range,
                                    .bytes = std::move(written->bytes)});
        return {};
    }

    ReaderWorld& world_;
    FieldChange change_;
    Int128 difference_ = 0;
};

}  // namespace

Result<FieldChange> resizeField(const ItemPlace& place, const FieldNode& node, const StructureValue& value,
                                ReaderWorld& world) {
    return FieldResizer(world).resize(place, node, value);
}

Result<FieldChange> editItem(const ItemPlace& place, const ArrayNode& array, const FieldNode& item,
                             ItemEdit edit, ReaderWorld& world) {
    return FieldResizer(world).edit(place, array, item, edit);
}

}  // namespace octavo
