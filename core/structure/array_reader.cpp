#include "core/structure/array_reader.h"

#include <algorithm>

#include "core/structure/fixed_size.h"

namespace octavo {

namespace {

class ArrayReader {
public:
    ArrayReader(const ItemPlace& place, FieldNode& node, ItemReader& items, ReaderWorld& world)
        : place_(place), node_(node), items_(items), world_(world) {}

    bool read() {
        std::optional<Int128> count;
        if (place_.field().repeat == RepeatKind::Count) {
            const auto wanted = integerAt(place_, *place_.field().repeatCount, world_);
            if (!wanted) {
                node_.fail(wanted.error());
                return false;
            }
            count = std::max(Int128{0}, wanted->value_or(0));
        }
        node_.array = std::make_unique<ArrayNode>();
        node_.array->owner = &place_.structure;
        node_.array->slot = place_.slot;
        node_.array->stream = &place_.stream;
        node_.value = node_.array.get();
        const bool goesOn = makeUniform(count)                           ? !node_.error
                            : count                                      ? readCounted(*count)
                            : place_.field().repeat == RepeatKind::ToEnd ? readToEnd()
                                                                         : readUntil();
        node_.state = NodeState::Read;
        if (goesOn)
            node_.endAt(place_.stream);
        return goesOn;
    }

private:
    /// Items of one size are not read before somebody looks at them.
    bool makeUniform(std::optional<Int128> count) {
        const FormatField& field = place_.field();
        const ByteStream& stream = place_.stream;
        const auto bits = fixedItemBitsOf(field);
        const bool isUniform = bits && *bits > 0 && *bits % 8 == 0 &&
                               field.item.kind != ItemType::Kind::Bits &&
                               field.item.kind != ItemType::Kind::Switch && field.repeat != RepeatKind::Until;
        if (world_.isStrict() || !isUniform || stream.position().bit != 0 || stream.left() == 0 ||
            count == Int128{0})
            return false;
        const ByteCount stride = *bits / 8;
        const ByteCount room = stream.left() / stride;
        const bool isShort = count ? *count > Int128{room} : stream.left() % stride != 0;
        const std::uint64_t whole = count && !isShort ? static_cast<std::uint64_t>(*count) : room;
        node_.array->makeUniform(stream.at(), stride, whole);
        static_cast<void>(place_.stream.take(whole * stride));
        if (isShort)
            failArray(StructureFault::EndOfData);
        return true;
    }

    bool readCounted(Int128 count) {
        for (Int128 i = 0; i < count; ++i) {
            if (!readNext(static_cast<std::uint64_t>(i)))
                return false;
        }
        return true;
    }

    bool readToEnd() {
        for (std::uint64_t i = 0; !place_.stream.isAtEnd(); ++i) {
            const BitPosition before = place_.stream.position();
            if (!readNext(i))
                return false;
            if (place_.stream.position() == before)
                return failArray(StructureFault::NoProgress);
        }
        return true;
    }

    bool readUntil() {
        for (std::uint64_t i = 0;; ++i) {
            const std::uint64_t before = node_.array->count();
            if (!readNext(i))
                return false;
            const StructureValue nothing;
            const bool isNew = node_.array->count() > before;
            const StructureValue& last = isNew ? node_.array->known(before)->value : nothing;
            const auto isLast = conditionAt(place_.at(i), *place_.field().repeatUntil, world_, &last);
            if (!isLast) {
                node_.error = std::make_unique<StructureError>(isLast.error());
                return false;
            }
            if (*isLast)
                return true;
        }
    }

    bool readNext(std::uint64_t index) {
        if (++world_.nodeCount > world_.options.mostNodes)
            return failArray(StructureFault::LimitReached);
        if (world_.job.stopRequested())
            return failArray(StructureFault::Stopped);
        FieldNode& next = node_.array->append();
        next.beginAt(place_.stream);
        const bool goesOn = items_.readItem(place_.at(index), next);
        // Where no case of a switch fits, nothing is there.
        if (next.state == NodeState::Absent)
            node_.array->removeLast();
        else
            node_.array->keepLast();
        return goesOn;
    }

    bool failArray(StructureFault fault) {
        node_.error = std::make_unique<StructureError>(StructureError{.fault = fault});
        return false;
    }

    const ItemPlace& place_;
    FieldNode& node_;
    ItemReader& items_;
    ReaderWorld& world_;
};

}  // namespace

bool readArray(const ItemPlace& place, FieldNode& node, ItemReader& items, ReaderWorld& world) {
    return ArrayReader(place, node, items, world).read();
}

}  // namespace octavo
