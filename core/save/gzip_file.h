#pragma once

#include "core/base/job_context.h"
#include "core/save/open_file.h"

namespace octavo {

/// Compresses all of `from` into `to`, which is empty, in the gzip format (RFC 1952). Errors: the system's,
/// LibraryFailed, Cancelled.
[[nodiscard]] Status compressFile(OpenFile& from, OpenFile& to, const JobContext& job);

/// The other way round. Malformed when `from` is not exactly one whole gzip member, LimitReached when more
/// than `most` bytes come out of it; then `to` has a part of them.
[[nodiscard]] Status decompressFile(OpenFile& from, OpenFile& to, ByteCount most, const JobContext& job);

}  // namespace octavo
