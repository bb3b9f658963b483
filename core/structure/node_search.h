#pragma once

#include <string>
#include <vector>

#include "core/structure/node_row.h"

namespace octavo {

struct NodeSearchResult {
    std::vector<NodeRow> rows;
    bool isCut = false;  ///< there are more, or not all nodes were looked at
};

/// The nodes whose path, value or type has `wanted` in it, in the order of the tree; ASCII letters in either
/// case. At most `mostRows`, among `mostNodes`. Errors: Cancelled.
[[nodiscard]] Result<NodeSearchResult> findNodes(StructureTree& tree, std::string_view wanted,
                                                 std::size_t mostRows, std::size_t mostNodes,
                                                 const JobContext& job);

}  // namespace octavo
