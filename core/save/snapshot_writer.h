#pragma once

#include "core/base/job_context.h"
#include "core/buffer/snapshot.h"
#include "core/save/open_file.h"

namespace octavo {

/// Writes the bytes of `document` at `at`. Stops on the first failure: Unreadable (`offset` in the document)
/// when some of the bytes could not be had, Cancelled, and what writing may return. Advances the job. Cost:
/// O(bytes).
[[nodiscard]] Status writeRange(const Snapshot& snapshot, ByteRange document, OpenFile& file, ByteOffset at,
                                const JobContext& job);

/// Unreadable when some bytes of `document` cannot be had, Cancelled. Reads them all, writes nothing.
[[nodiscard]] Status checkReadable(const Snapshot& snapshot, ByteRange document, const JobContext& job);

}  // namespace octavo
