#pragma once

#include <optional>
#include <vector>

#include "core/buffer/snapshot.h"
#include "core/compare/hunk.h"

namespace octavo {

/// What was edited since a document was opened, exactly: the runs of `document` that are not bytes of the
/// base in their order, as Document::baseChunk() names it. `before` counts in the base, `after` in the
/// document. Looks at no byte. Cost: O(pieces). Any thread.
[[nodiscard]] std::vector<Hunk> ownEdits(const Snapshot& document, std::optional<ChunkId> baseChunk,
                                         ByteCount baseSize);

}  // namespace octavo
