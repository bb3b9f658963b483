#pragma once

#include <array>
#include <cstdint>

#include "core/base/job_context.h"
#include "core/base/range_set.h"
#include "core/base/result.h"
#include "core/buffer/snapshot.h"

namespace octavo {

/// How often each byte value occurs in a range, and what follows from that alone. A value.
struct ByteStatistics {
    std::array<std::uint64_t, 256> counts{};
    RangeSet unreadable;  ///< bytes that could not be read; they are not counted

    /// How many bytes were counted.
    [[nodiscard]] ByteCount total() const;
    /// Shannon's entropy in bits a byte, 0 to 8; 0 for no bytes.
    [[nodiscard]] double entropy() const;
    /// The share of bytes that are printable ASCII, 0x20 to 0x7E, tab, line feed or carriage return; 0 to 1,
    /// and 0 for no bytes.
    [[nodiscard]] double printableShare() const;
};

/// Counts the bytes of `range`. Cancelled: the job was asked to stop. REQUIRES: range lies inside the
/// snapshot. Cost: O(range).
[[nodiscard]] Result<ByteStatistics> countBytes(const Snapshot& snapshot, ByteRange range,
                                                const JobContext& job = {});

}  // namespace octavo
