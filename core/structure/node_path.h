#pragma once

#include <optional>
#include <string_view>

#include "core/base/result.h"
#include "core/structure/structure_tree.h"

namespace octavo {

/// A node of a tree: a field of a structure, or an item of one; the top where there is no slot.
struct NodeRef {
    StructureNode* structure = nullptr;
    std::optional<std::size_t> slot;
    std::optional<std::uint64_t> index;

    [[nodiscard]] bool isTop() const { return !slot.has_value(); }
    [[nodiscard]] const FormatField& field() const { return structure->type->fields[*slot]; }
    /// What was read of it; reads it. REQUIRES: not the top.
    [[nodiscard]] FieldNode& read(StructureTree& tree) const;
    /// The structure that the node is, nullptr when it is none. Reads it.
    [[nodiscard]] StructureNode* asStructure(StructureTree& tree) const;
    /// "/packets/0/body".
    [[nodiscard]] std::string path() const;
};

/// The node of a path such as "/packets/0/body"; "" and "/" are the top. Only what leads there is read.
/// NotFound: the detail is the longest part of the path that leads nowhere.
[[nodiscard]] Result<NodeRef> nodeAt(StructureTree& tree, std::string_view path);

}  // namespace octavo
