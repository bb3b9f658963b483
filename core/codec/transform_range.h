#pragma once

#include <memory>
#include <optional>
#include <string>

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/buffer/snapshot.h"
#include "core/codec/compressor.h"
#include "core/source/source.h"

namespace octavo {

struct TransformOptions {
    std::optional<int> level = {};                ///< the format's default when absent
    ByteCount outputLimit = kMaxDocumentSize;     ///< more output than this is LimitReached
    ByteCount memoryLimit = ByteCount{16} << 20;  ///< beyond it the output goes to a spill file
    std::string spillDirectory = {};              ///< where that file lies; empty means its own default
};

/// What a region became.
struct TransformResult {
    std::shared_ptr<const Source> output;
    ByteRange range;         ///< the input, as asked for
    ByteCount consumed = 0;  ///< bytes of it that belonged to the stream; all of it when compressing
    Revision revision{0};

    /// The input behind the end of the stream, document offsets; empty when the stream filled the range.
    [[nodiscard]] ByteRange trailing() const { return {range.begin + consumed, range.end}; }
};

/// Compresses the bytes of `range`; no bytes at all give the format's empty stream.
/// Errors: Unreadable (`offset` is the first byte that could not be had; nothing is made from such data),
/// OutOfRange (the level), LimitReached, Cancelled, LibraryFailed, and those of a spill file. REQUIRES: range
/// lies inside the snapshot. Memory: bounded by the options, whatever the size.
[[nodiscard]] Result<TransformResult> compressRange(const Snapshot& snapshot, ByteRange range,
                                                    const CompressorInfo& format,
                                                    const TransformOptions& options, const JobContext& job);

/// Decompresses the stream that starts at range.begin (for gzip: all members that follow one another) and
/// verifies its check values. Bytes behind it are not an error; see TransformResult::trailing(). Errors as
/// above, and Malformed, ChecksumMismatch, Truncated: `offset` is the document offset where it showed. An
/// empty range is Truncated. LimitReached: `offset` is how far the input had been read; call again with a
/// higher limit.
[[nodiscard]] Result<TransformResult> decompressRange(const Snapshot& snapshot, ByteRange range,
                                                      const CompressorInfo& format,
                                                      const TransformOptions& options, const JobContext& job);

}  // namespace octavo
