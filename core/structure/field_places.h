#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "core/structure/node_path.h"

namespace octavo {

/// A field that lies in some bytes of the document.
struct FieldPlace {
    NodeRef node;
    ByteRange range;
    unsigned depth = 0;  ///< structures and arrays around it
};

/// Calls `visit` for every node that lies in `range`, at least in part, those around others first; those
/// nested deeper than `deepest` are not looked for. Nodes that lie in what a `process` made are not there.
/// Reads what has to be read for that: what lies in the range, and all that may point there from elsewhere.
/// At most `mostNodes` are looked at. Returns whether that was enough.
bool forEachFieldIn(StructureTree& tree, ByteRange range, unsigned deepest, std::size_t mostNodes,
                    const std::function<void(const FieldPlace&)>& visit);

/// The innermost field at an offset; nothing when none lies there.
[[nodiscard]] std::optional<FieldPlace> fieldAt(StructureTree& tree, ByteOffset offset,
                                                std::size_t mostNodes = 50'000);

}  // namespace octavo
