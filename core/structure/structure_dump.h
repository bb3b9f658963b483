#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "core/structure/structure_tree.h"

namespace octavo {

/// How much of a tree is written.
struct DumpOptions {
    std::size_t mostBytes = 256;                  ///< of a value, before a CRC-32 stands for the rest
    std::optional<std::uint64_t> mostItems = {};  ///< of each array
    int deepest = 64;                             ///< structures in structures
    bool hasInstances = true;
};

/// Writes the canonical text "ksy-dump/1" of a tree: JSON, a node a line, keys in a fixed order; every node
/// is read on the way. `write` gets it in pieces. Cost: linear in the nodes, twice.
void dumpStructure(StructureTree& tree, std::string_view ksy, ByteCount fileSize, const DumpOptions& options,
                   const std::function<void(std::string_view)>& write);

}  // namespace octavo
