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
        if (Status done = adjust(place); !done)
            return fail(done.error());
        for (StructureNode* at = &place.structure; at->holder != nullptr; at = at->holder) {
            if (!at->ownStream)
                continue;
            const ItemPlace holder{.structure = *at->holder,
                                   .slot = at->holderSlot,
                                   .stream = *at->holder->stream,
                                   .index = at->holderIndex};
            if (Status done = adjust(holder); !done)
                return fail(done.error());
        }
        change_.failedCheck = firstFailedCheck(place, value, world_);
        return std::move(change_);
    }

private:
    static tl::unexpected<Error> refused() {
        return fail(ErrorCode::Unsupported, std::string(kFieldChangesLength));
    }

    Evaluated<Int128> sizeBy(const ItemPlace& place, NotingSource& source) {
        const auto value =
            evaluate(place.field().size->root,
                     {.self = &place.structure, .itself = nullptr, .index = place.index}, source);
        if (!value)
            return tl::unexpected(value.error());
        const auto* integer = value->as<Int128>();
        return integer != nullptr ? Evaluated<Int128>(*integer) : failWith(StructureFault::Missing);
    }

    /// Makes the size of a field follow the difference.
    Status adjust(const ItemPlace& place) {
        if (!place.field().size)
            return {};
        // The size of one item would be that of all.
        if (place.index)
            return refused();
        NotingSource source(*world_.fields);
        const auto now = sizeBy(place, source);
        if (!now || source.asked().size() != 1)
            return refused();
        const AskedField counted = source.asked().front();
        source.raise(counted, 1);
        const auto raised = sizeBy(place, source);
        const Int128 step = raised ? *raised - *now : Int128{0};
        if (step == 0 || difference_ % step != 0)
            return refused();
        // A size need not be a multiple of what it is calculated from.
        source.raise(counted, difference_ / step);
        if (const auto wanted = sizeBy(place, source); !wanted || *wanted != *now + difference_)
            return refused();
        return write(counted, difference_ / step);
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

}  // namespace octavo
