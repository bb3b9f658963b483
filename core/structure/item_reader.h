#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "core/base/job_context.h"
#include "core/structure/field_process.h"
#include "core/structure/structure_node.h"
#include "core/structure/structure_tree.h"

namespace octavo {

/// What the parts of a reader share: the options, the fields that expressions ask for, and what is read.
struct ReaderWorld {
    StructureTree::Options options;
    FieldSource* fields = nullptr;
    Registry<FieldProcess> processes;
    ReadLog log;
    ReadingLimit limit;
    std::uint64_t nodeCount = 0;    ///< items that are kept
    bool hasAskedOnTheWay = false;  ///< an expression asked for an array that is being read

    [[nodiscard]] bool isStrict() const { return options.mode == ReadingMode::Strict; }
};

/// Where an item is read: which field of which structure, from which stream, and its index in an array.
struct ItemPlace {
    StructureNode& structure;
    std::size_t slot = 0;
    ByteStream& stream;
    std::optional<std::uint64_t> index = {};

    [[nodiscard]] const FormatField& field() const { return structure.type->fields[slot]; }
    [[nodiscard]] ItemPlace at(std::uint64_t itemIndex) const {
        return {.structure = structure, .slot = slot, .stream = stream, .index = itemIndex};
    }
};

/// Values of expressions at a place, with the expression named in the error.
[[nodiscard]] Evaluated<StructureValue> evaluateAt(const ItemPlace& place, const FormatExpression& expression,
                                                   ReaderWorld& world,
                                                   const StructureValue* itself = nullptr);
/// An integer; nothing when a field that it needs has no value.
[[nodiscard]] Evaluated<std::optional<Int128>> integerAt(const ItemPlace& place,
                                                         const FormatExpression& expression,
                                                         ReaderWorld& world);
/// True or false; Missing when there is neither.
[[nodiscard]] Evaluated<bool> conditionAt(const ItemPlace& place, const FormatExpression& expression,
                                          ReaderWorld& world, const StructureValue* itself = nullptr);

/// The bytes of an item that is delimited by a size, a terminator or the end, without padding and terminator,
/// and what `process` makes of them, which the node keeps. The stream then stands behind all of it.
[[nodiscard]] Evaluated<BytesValue> takeDelimited(const ItemPlace& place, FieldNode& node,
                                                  ReaderWorld& world);

/// Reads numbers, bits, bytes and text into a node. Nothing when it went well.
[[nodiscard]] std::optional<StructureError> readLeaf(const ItemPlace& place, const ItemType& item,
                                                     FieldNode& node, ReaderWorld& world);

/// The first check of the field that the value does not pass.
[[nodiscard]] std::optional<StructureError> firstFailedCheck(const ItemPlace& place,
                                                             const StructureValue& value, ReaderWorld& world);

/// The byte order that a structure's type makes depend on data; NoByteOrder when no case fits.
[[nodiscard]] Evaluated<ByteOrder> switchedOrder(const ItemPlace& place, ReaderWorld& world);

/// The case of a switch that fits; nullptr when none does.
[[nodiscard]] Evaluated<const ItemType*> chooseCase(const ItemPlace& place, const ItemType& item,
                                                    ReaderWorld& world);

/// Notes that a structure points to the value, so that what does not lie around it stays where it is.
void keepWhatIsReferredTo(const StructureValue& value, const StructureNode& referrer);

/// A structure that a field makes, not read yet, with its parameters, its parent and its root.
[[nodiscard]] Evaluated<std::unique_ptr<StructureNode>> makeStructure(const ItemPlace& place,
                                                                      const ItemType& item,
                                                                      ByteStream& stream, ReaderWorld& world);

}  // namespace octavo
