#pragma once

#include "core/base/job_context.h"
#include "core/base/text_sink.h"
#include "core/structure/node_path.h"

namespace octavo {

/// Writes a node and all below it as JSON: structures as objects, arrays as lists, numbers, text and flags as
/// they are, members of enumerations as {"name", "value"}, bytes as hex digits; what has no value is null.
/// Integers beyond 53 bits are strings. Errors: those of the sink,
/// Cancelled, Unreadable, and LimitReached where not all could be read: nothing is left out in silence.
[[nodiscard]] Status writeNodeJson(StructureTree& tree, const NodeRef& node, TextSink& out,
                                   const JobContext& job);

/// Writes the values of a node and of all below it as comma-separated lines (RFC 4180) with a head: path,
/// offset, size, type, value.
[[nodiscard]] Status writeNodeCsv(StructureTree& tree, const NodeRef& node, TextSink& out,
                                  const JobContext& job);

}  // namespace octavo
