#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/structure/node_path.h"

namespace octavo {

/// What people are shown of a node, by value: it stays true when the tree goes on.
struct NodeRow {
    enum class Kind : std::uint8_t {
        Value,
        Structure,
        Array,
        Absent,   ///< its condition is false
        Pending,  ///< not read yet, because reading was stopped before it
        Failed,
    };

    Kind kind = Kind::Value;
    std::string name;  ///< of the field, or "[12]"
    std::string path;
    std::string type;
    std::string value;  ///< see valueText(); of a structure, its summary
    std::string doc;
    std::optional<ByteRange> place;  ///< in the document
    bool isProcessed = false;     ///< it lies in what a `process` made; `place` is where that was made from
    bool isComputed = false;      ///< it has no bytes of its own
    bool isItem = false;          ///< of an array
    bool isGrowing = false;       ///< an array, not all of whose items have been found
    std::uint64_t itemCount = 0;  ///< of an array
    std::optional<StructureError> error;
};

/// Reads a node and says what it is.
[[nodiscard]] NodeRow describeNode(StructureTree& tree, const NodeRef& node);

/// The fields of a structure that are there, in order: those of `seq`, then instances; parameters and absent
/// ones are not among them. Reads all of `seq` and the conditions of instances.
[[nodiscard]] std::vector<std::size_t> shownFields(StructureTree& tree, StructureNode& structure);

/// Where a node lies in the document: its own place, or that of what the bytes around it were made from.
[[nodiscard]] std::optional<ByteRange> documentPlace(const FieldNode& node);

}  // namespace octavo
