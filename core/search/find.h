#pragma once

#include <cstdint>
#include <functional>
#include <limits>
#include <optional>

#include "core/base/job_context.h"
#include "core/base/range_set.h"
#include "core/base/result.h"
#include "core/buffer/snapshot.h"
#include "core/search/pattern.h"

namespace octavo {

/// \file Searching a snapshot. Matches cross any number of pieces and blocks. A byte that cannot be read
/// matches nothing, not even `??`; the ranges that could not be searched are named in every result.
/// Cancelled: the job was asked to stop, looked at once a MiB at least. Progress counts bytes of the range.
/// All functions may run on any thread. REQUIRES everywhere: range lies inside the snapshot. Cost: O(range),
/// memory O(pattern).

/// One place where a pattern was found.
struct Match {
    ByteRange range;

    friend bool operator==(const Match&, const Match&) = default;
};

/// One match, or none in all of the range, and what could not be looked at.
struct FindResult {
    std::optional<Match> match;
    RangeSet unreadable;
};

/// The first match that lies wholly inside `range`.
[[nodiscard]] Result<FindResult> findNext(const Snapshot& snapshot, const Pattern& pattern, ByteRange range,
                                          const JobContext& context = {});

/// The last match that lies wholly inside `range`.
[[nodiscard]] Result<FindResult> findPrevious(const Snapshot& snapshot, const Pattern& pattern,
                                              ByteRange range, const JobContext& context = {});

enum class Overlap : std::uint8_t {
    Excluded,  ///< a match begins at or after the end of the one before it
    Included,  ///< every place where the pattern fits
};

struct FindAllOptions {
    Overlap overlap = Overlap::Excluded;
    std::uint64_t limit = std::numeric_limits<std::uint64_t>::max();  ///< stop after this many matches
};

struct FindAllReport {
    std::uint64_t count = 0;  ///< matches handed out
    RangeSet unreadable;
    bool isComplete =
        true;  ///< false when the limit or the sink stopped the search before the end of the range
};

/// Gets each match in order of offset while the search goes on; returns false to stop it. Runs on the
/// caller's thread.
using MatchSink = std::function<bool(const Match&)>;

/// Every match that lies wholly inside `range`, leftmost first.
[[nodiscard]] Result<FindAllReport> findAll(const Snapshot& snapshot, const Pattern& pattern, ByteRange range,
                                            const FindAllOptions& options, const MatchSink& sink,
                                            const JobContext& context = {});

}  // namespace octavo
