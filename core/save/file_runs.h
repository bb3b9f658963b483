#pragma once

#include <functional>
#include <optional>

#include "core/buffer/snapshot.h"
#include "core/save/save_target.h"

namespace octavo {

/// Calls `visit(bytes, fileOffset)` for the runs of `range` in order: where in the target's file, as it is
/// now, their bytes lie; nothing for bytes that must come from elsewhere. Besides the base, sources that
/// showed the file before earlier saves know that. REQUIRES: the target is the base's unchanged file. Cost:
/// O(pieces).
void forEachFileRun(const Snapshot& snapshot, const SaveTarget& target, ByteRange range,
                    const std::function<void(ByteRange, std::optional<ByteOffset>)>& visit);

/// How long the target is now; of a block device the document tells. REQUIRES: target.existing, and of a
/// block device target.base.
[[nodiscard]] ByteCount fileSizeOf(const SaveTarget& target);

}  // namespace octavo
