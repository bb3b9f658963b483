#pragma once

#include <vector>

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/buffer/snapshot.h"
#include "core/compare/hunk.h"

namespace octavo {

struct DiffLimits {
    /// What differs in its length is aligned up to this many bytes a side; a larger part is one hunk.
    ByteCount alignedMost = ByteCount{64} << 20;
    /// When there are more hunks, close ones become one.
    std::size_t hunksMost = 100'000;
};

/// Compares two versions of the same thing: byte by byte where they are equally long, else what lies between
/// the common beginning and the common end, aligned by blocks that occur once. Bytes that cannot be read
/// count as different. Errors: Cancelled. Cost: reads both; memory for what is aligned. Any thread.
[[nodiscard]] Result<std::vector<Hunk>> diffBytes(const Snapshot& before, const Snapshot& after,
                                                  const DiffLimits& limits = {}, const JobContext& job = {});

/// How many bytes two versions have in common at their beginning. Errors: Cancelled. Any thread.
[[nodiscard]] Result<ByteCount> commonPrefix(const Snapshot& one, const Snapshot& other,
                                             const JobContext& job = {});

/// Joins hunks with at most `gap` equal bytes between them.
void joinHunks(std::vector<Hunk>& hunks, ByteCount gap);

}  // namespace octavo
