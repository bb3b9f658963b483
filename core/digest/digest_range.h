#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/base/job_context.h"
#include "core/base/range_set.h"
#include "core/base/result.h"
#include "core/base/worker_pool.h"
#include "core/buffer/snapshot.h"
#include "core/digest/hasher.h"

namespace octavo {

/// The digests of one range of one revision.
struct DigestResult {
    struct Digest {
        std::string id;
        std::vector<std::byte> bytes;
    };
    std::vector<Digest> digests;  ///< in the order in which they were asked for
    ByteRange range;
    Revision revision{0};
    /// Bytes (document offsets) that could not be read and went into the digests as zeros. When there are
    /// any, the digests are not those of the data and must not be shown as such.
    RangeSet unreadable;

    [[nodiscard]] bool isOfTheData() const { return unreadable.isEmpty(); }
};

/// Computes any number of digests in one pass over `range`. With `workers`, the algorithms are spread over
/// its threads while the data is still read once; without, or for one algorithm, all is done on the calling
/// thread. Errors: Cancelled, LibraryFailed. REQUIRES: range lies inside the snapshot; no algorithm is null.
[[nodiscard]] Result<DigestResult> digestRange(const Snapshot& snapshot, ByteRange range,
                                               std::span<const HasherInfo* const> algorithms,
                                               const JobContext& job, WorkerPool* workers = nullptr);

/// "d41d8cd9…": two lower-case digits a byte.
[[nodiscard]] std::string digestText(std::span<const std::byte> digest);

}  // namespace octavo
