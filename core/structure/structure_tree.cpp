#include "core/structure/structure_tree.h"

#include <utility>

#include "core/structure/array_reader.h"
#include "core/structure/field_encoder.h"
#include "core/structure/item_reader.h"

namespace octavo {

/// Reads structures and fields into nodes. Whether reading may go on behind something is what most of it
/// returns.
class StructureTree::Reader final : private FieldSource, private ItemReader {
public:
    Reader(std::shared_ptr<const FormatSet> formats, Snapshot bytes, Options options, JobContext job)
        : formats_(std::move(formats)) {
        const ByteRange range = options.range.value_or(bytes.all());
        world_.options = options;
        world_.job = std::move(job);
        world_.fields = this;
        world_.processes = builtinProcesses();
        world_.spaces.push_back(std::make_unique<ByteSpace>(std::move(bytes)));
        stream_ = std::make_unique<ByteStream>(*world_.spaces.front(), range);
        const FormatType& type = options.type != nullptr ? *options.type : formats_->root();
        root_ = std::make_unique<StructureNode>(type, *stream_);
        root_->root = root_.get();
        if (world_.isStrict())
            readForward(*root_);
    }

    [[nodiscard]] StructureNode& root() const { return *root_; }
    [[nodiscard]] const FormatSet& formats() const { return *formats_; }

    void readSequence(StructureNode& structure) { readLater(structure, structure.type->sequenceEnd); }

    FieldNode& field(StructureNode& structure, std::size_t slot) {
        FieldNode& node = structure.fields[slot];
        if (node.state != NodeState::Unread)
            return node;
        if (structure.type->fields[slot].isInstance())
            readInstance(structure, slot, node);
        else if (!world_.isStrict())
            readLater(structure, slot + 1);
        return node;
    }

    FieldNode& item(ArrayNode& array, std::uint64_t index) {
        if (FieldNode* known = array.known(index))
            return *known;
        FieldNode& node = array.place(index);
        const ByteStream::State before = array.stream->state();
        array.stream->restore({.at = array.uniformBegin(index)});
        const ItemPlace place{
            .structure = *array.owner, .slot = array.slot, .stream = *array.stream, .index = index};
        static_cast<void>(readItem(place, node));
        array.stream->restore(before);
        return node;
    }

    Evaluated<StructureValue> text(StructureNode& structure) {
        if (!structure.type->toText)
            return StructureValue();
        const ItemPlace place{.structure = structure, .slot = 0, .stream = *structure.stream};
        return evaluateAt(place, *structure.type->toText, world_);
    }

    Result<FieldChange> change(StructureNode& structure, std::size_t slot, std::optional<std::uint64_t> index,
                               const StructureValue& value) {
        FieldNode* node = &field(structure, slot);
        if (index && node->array && *index < node->array->count())
            node = &item(*node->array, *index);
        const ItemPlace place{
            .structure = structure, .slot = slot, .stream = *structure.stream, .index = index};
        return encodeField(place, *node, value, world_);
    }

private:
    // --- what expressions ask for

    Evaluated<StructureValue> fieldValue(StructureNode& structure, std::size_t slot) override {
        FieldNode& node = field(structure, slot);
        const bool isInstance = structure.type->fields[slot].isInstance();
        const bool isWhole = !isInstance || !world_.isStrict() || !node.isPlaced || node.isEnded;
        if (node.state == NodeState::Read && isWhole && !(isInstance && node.error))
            return node.value;
        // Of an array on the way, what is complete.
        if (node.state == NodeState::Reading && node.array)
            return node.value;
        if (node.state == NodeState::Reading && isInstance)
            return failWith(StructureFault::TooDeep, structure.type->fields[slot].name);
        const bool isCutShort = isInstance && node.isPlaced && !node.isEnded;
        if (const StructureError* inner = isCutShort && world_.isStrict() ? innermostError(node) : nullptr)
            return tl::unexpected(*inner);
        // The reference goes on with nothing where a field of `seq` failed.
        if (node.error && (isInstance || !world_.isStrict()))
            return tl::unexpected(*node.error);
        return StructureValue();
    }

    /// The error that ended the reading of a node, wherever it happened in it.
    static const StructureError* innermostError(FieldNode& node) {
        if (node.array && node.array->count() > 0) {
            if (const StructureError* inner = innermostError(*node.array->known(node.array->count() - 1)))
                return inner;
        }
        if (node.structure && node.structure->hasStopped) {
            StructureNode& inside = *node.structure;
            return inside.error ? inside.error.get() : innermostError(inside.fields[inside.next]);
        }
        return node.error.get();
    }

    Evaluated<StructureValue> itemValue(ArrayNode& array, std::uint64_t index) override {
        const FieldNode& node = item(array, index);
        if (node.state == NodeState::Failed && !world_.isStrict())
            return tl::unexpected(*node.error);
        return node.value;
    }

    // --- structures

    /// Reads on where the structure's last reading ended, and puts its stream back.
    void readLater(StructureNode& structure, std::size_t end) {
        if (structure.isReading || structure.hasStopped || structure.next >= end)
            return;
        const ByteStream::State before = structure.stream->state();
        structure.stream->restore(structure.resume);
        readUpTo(structure, end);
        structure.stream->restore(before);
    }

    /// Reads all of a structure and leaves the stream behind it.
    void readForward(StructureNode& structure) {
        structure.resume = structure.stream->state();
        readUpTo(structure, structure.type->sequenceEnd);
    }

    void readUpTo(StructureNode& structure, std::size_t end) {
        structure.isReading = true;
        if (!std::exchange(structure.isBegun, true))
            chooseByteOrder(structure);
        while (structure.next < end && !structure.hasStopped) {
            const std::size_t slot = structure.next;
            if (readField({.structure = structure, .slot = slot, .stream = *structure.stream},
                          structure.fields[slot]))
                ++structure.next;
            else
                structure.hasStopped = true;
        }
        structure.isReading = false;
        structure.resume = structure.stream->state();
    }

    void chooseByteOrder(StructureNode& structure) {
        if (structure.type->byteOrder.kind != FormatByteOrder::Kind::Switched)
            return;
        const auto order =
            switchedOrder({.structure = structure, .slot = 0, .stream = *structure.stream}, world_);
        if (order) {
            structure.order = *order;
            return;
        }
        structure.error = std::make_unique<StructureError>(order.error());
        structure.hasStopped = true;
    }

    // --- fields

    /// What follows a bit field and is none begins at a byte; behind a structure that ends within one it does
    /// not.
    static bool alignsBefore(const FormatType& type, std::size_t slot) {
        const bool hasPrevious = slot > type.parameterCount && slot < type.sequenceEnd;
        return hasPrevious && type.fields[slot - 1].item.kind == ItemType::Kind::Bits &&
               type.fields[slot].item.kind != ItemType::Kind::Bits;
    }

    bool readField(const ItemPlace& place, FieldNode& node) {
        const FormatField& field = place.field();
        if (field.condition) {
            const auto holds = conditionAt(place, *field.condition, world_);
            if (!holds) {
                place.structure.error = std::make_unique<StructureError>(holds.error());
                return false;
            }
            if (!*holds) {
                node.state = NodeState::Absent;
                return true;
            }
        }
        if (alignsBefore(*place.structure.type, place.slot))
            place.stream.alignToByte();
        return readPlaced(place, node);
    }

    /// Reads a field that begins where the stream stands.
    bool readPlaced(const ItemPlace& place, FieldNode& node) {
        node.state = NodeState::Reading;
        node.beginAt(place.stream);
        return place.field().repeat == RepeatKind::None ? readItem(place, node)
                                                        : readArray(place, node, *this, world_);
    }

    // --- items

    bool readItem(const ItemPlace& place, FieldNode& node) override {
        const FormatField& field = place.field();
        node.state = NodeState::Reading;
        if (!node.isPlaced)
            node.beginAt(place.stream);
        const ItemType* item = &field.item;
        if (item->kind == ItemType::Kind::Switch) {
            const auto chosen = chooseCase(place, *item, world_);
            if (!chosen) {
                node.fail(chosen.error());
                return false;
            }
            static const ItemType kRaw;
            item = *chosen;
            if (item == nullptr && !field.isDelimited()) {
                node.state = NodeState::Absent;
                return true;
            }
            if (item == nullptr)
                item = &kRaw;
        }
        node.item = item;
        if (item->kind == ItemType::Kind::Structure)
            return readStructure(place, *item, node);
        if (auto error = readLeaf(place, *item, node, world_)) {
            node.fail(std::move(*error));
            return false;
        }
        node.endAt(place.stream);
        return check(place, node);
    }

    bool check(const ItemPlace& place, FieldNode& node) {
        node.state = NodeState::Read;
        if (place.field().checks.empty())
            return true;
        auto failed = firstFailedCheck(place, node.value, world_);
        if (!failed)
            return true;
        node.error = std::make_unique<StructureError>(std::move(*failed));
        return !world_.isStrict();
    }

    bool readStructure(const ItemPlace& place, const ItemType& item, FieldNode& node) {
        const FormatField& field = place.field();
        std::unique_ptr<ByteStream> own;
        if (field.isDelimited()) {
            const auto bytes = takeDelimited(place, world_);
            if (!bytes) {
                node.fail(bytes.error());
                return false;
            }
            own = std::make_unique<ByteStream>(*bytes->space, bytes->range);
            node.isProcessed = field.process.has_value();
        }
        auto made = makeStructure(place, item, own ? *own : place.stream, world_);
        if (!made) {
            node.fail(made.error());
            return false;
        }
        StructureNode& child = **made;
        child.ownStream = std::move(own);
        node.structure = std::move(*made);
        node.value = &child;
        node.state = NodeState::Read;
        return readInside(place, child, node) && check(place, node);
    }

    /// Reads a new structure now, or leaves that for later where what lies behind it can be found without.
    bool readInside(const ItemPlace& place, StructureNode& child, FieldNode& node) {
        const bool isLazy = !world_.isStrict();
        const auto bits = child.type->fixedBits;
        if (isLazy && child.ownStream) {
            node.endAt(place.stream);
            return true;
        }
        const bool isWhole = bits && *bits % 8 == 0 && place.stream.position().bit == 0;
        if (isLazy && isWhole && place.stream.left() >= *bits / 8) {
            static_cast<void>(place.stream.take(*bits / 8));
            node.endAt(place.stream);
            return true;
        }
        readForward(child);
        if (child.hasStopped)
            return false;
        node.endAt(place.stream);
        return true;
    }

    // --- instances

    void readInstance(StructureNode& structure, std::size_t slot, FieldNode& node) {
        const ItemPlace place{.structure = structure, .slot = slot, .stream = *structure.stream};
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

    void readValueInstance(const ItemPlace& place, FieldNode& node) {
        auto value = evaluateAt(place, *place.field().value, world_);
        if (!value)
            return node.fail(value.error());
        node.value = std::move(*value);
        node.state = NodeState::Absent;
        if (!node.value.isMissing())
            static_cast<void>(check(place, node));
    }

    void readParseInstance(const ItemPlace& place, FieldNode& node) {
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

    std::optional<StructureError> seek(const ItemPlace& place, ByteStream& stream) {
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
        stream.seek(static_cast<ByteCount>(std::min(**position, end)));
        return std::nullopt;
    }

    std::shared_ptr<const FormatSet> formats_;
    ReaderWorld world_;
    std::unique_ptr<ByteStream> stream_;
    std::unique_ptr<StructureNode> root_;
};

StructureTree::StructureTree(std::shared_ptr<const FormatSet> formats, Snapshot bytes, Options options,
                             JobContext job)
    : reader_(std::make_unique<Reader>(std::move(formats), std::move(bytes), options, std::move(job))) {}

StructureTree::~StructureTree() = default;

StructureNode& StructureTree::root() {
    return reader_->root();
}

const FormatSet& StructureTree::formats() const {
    return reader_->formats();
}

void StructureTree::readSequence(StructureNode& structure) {
    reader_->readSequence(structure);
}

FieldNode& StructureTree::field(StructureNode& structure, std::size_t slot) {
    return reader_->field(structure, slot);
}

FieldNode& StructureTree::item(ArrayNode& array, std::uint64_t index) {
    return reader_->item(array, index);
}

Result<FieldChange> StructureTree::change(StructureNode& structure, std::size_t slot,
                                          std::optional<std::uint64_t> index, const StructureValue& value) {
    return reader_->change(structure, slot, index, value);
}

Evaluated<StructureValue> StructureTree::text(StructureNode& structure) {
    return reader_->text(structure);
}

}  // namespace octavo
