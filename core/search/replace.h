#pragma once

#include <cstdint>
#include <limits>

#include "core/buffer/edit.h"
#include "core/search/find.h"

namespace octavo {

/// What replacing every match would do.
struct ReplacePlan {
    MultiEdit
        edit;  ///< for Document::apply on the snapshot it was planned on; no ranges when nothing matched
    ByteCount sizeAfter = 0;  ///< of the whole document
    RangeSet unreadable;      ///< bytes that could not be searched
    bool isComplete = true;   ///< false when `limit` matches were reached before the end
};

/// Plans to put `replacement` in the place of every non-overlapping match in `range`. Changes nothing.
/// TooLarge when the result would pass 2^63-1 bytes. Errors of findAll. Memory: 16 bytes a match.
[[nodiscard]] Result<ReplacePlan> planReplaceAll(
    const Snapshot& snapshot, const Searcher& searcher, ByteRange range, Content replacement,
    const JobContext& context = {}, std::uint64_t limit = std::numeric_limits<std::uint64_t>::max());

}  // namespace octavo
