#pragma once

#include "core/base/text_sink.h"
#include "core/structure/node_path.h"

namespace octavo {

/// Prints a node with all below it, one a line: path, offset, length, type and value, with tabs between.
/// Where it has no place of its own in the file, offset and length are empty.
[[nodiscard]] Status listStructure(StructureTree& tree, const NodeRef& node, TextSink& out);

/// Why a node has no value, or an invalid one, as a sentence without its place.
[[nodiscard]] std::string sentenceFor(const StructureError& error);

}  // namespace octavo
