#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/compare/hunk.h"

namespace octavo {

/// The hunks between two versions in memory that may differ in length.
///
/// The plan:
///  1. Blocks of `before` whose content occurs only once there are found again in `after` by a rolling hash,
///     wherever they stand.
///  2. Each grows while the bytes are equal. Of these, the chain with the most bytes that keeps the order in
///     both is kept.
///  3. Gaps between them are aligned again by smaller blocks; what then remains is compared in place when
///  both
///     sides are equally long, else it is one hunk without the beginning and end that are common.
/// Errors: Cancelled. Cost: O(n log n). Any thread.
[[nodiscard]] Result<std::vector<Hunk>> alignBlocks(std::span<const std::byte> before,
                                                    std::span<const std::byte> after, const JobContext& job);

}  // namespace octavo
