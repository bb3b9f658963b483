#pragma once

#include <cstdint>
#include <functional>
#include <limits>
#include <optional>
#include <span>

#include "core/base/job_context.h"
#include "core/base/range_set.h"
#include "core/base/result.h"
#include "core/base/worker_pool.h"
#include "core/buffer/snapshot.h"
#include "core/search/searcher.h"

namespace octavo {

/// \file Searching a snapshot. Matches cross any number of pieces and blocks, and lie wholly inside the range
/// (or inside one of the ranges) that is searched. A byte that cannot be read matches nothing, not even `??`;
/// the ranges that could not be searched are named in every result. Cancelled: the job was asked to stop,
/// looked at once a MiB at least. Progress counts bytes of the range. All functions may run on any thread.
/// REQUIRES everywhere: ranges lie inside the snapshot. Cost: O(range) for patterns; memory O(pattern), and a
/// few MiB for the matches of a block.
///
/// Look-behind, `^`, `\A` and `\b` of regular expressions see the bytes before the range; behind its end they
/// see nothing. Runs and strings know only the range.

/// One place where something was found.
struct Match {
    ByteRange range;
    std::uint32_t pattern = 0;  ///< which query of a list, counted from 0
    std::uint32_t form = 0;     ///< which of a query's encodings, in its order

    friend bool operator==(const Match&, const Match&) = default;
};

/// Where a search hit a limit. What lies from there on was not searched: this is not "not found".
struct GivenUp {
    ByteOffset at = 0;
    GiveUpReason reason = GiveUpReason::Steps;

    friend bool operator==(const GivenUp&, const GivenUp&) = default;
};

/// One match, or none in all of the range, and what could not be looked at.
struct FindResult {
    std::optional<Match> match;
    RangeSet unreadable;
    std::optional<GivenUp> gaveUp;  ///< then there is no match
};

/// The first match: the one that begins first.
[[nodiscard]] Result<FindResult> findNext(const Snapshot& snapshot, const Searcher& searcher, ByteRange range,
                                          const JobContext& context = {});
[[nodiscard]] Result<FindResult> findNext(const Snapshot& snapshot, const Searcher& searcher,
                                          const RangeSet& ranges, const JobContext& context = {});

/// The last match: of all places where one begins (overlapping ones too), the last.
[[nodiscard]] Result<FindResult> findPrevious(const Snapshot& snapshot, const Searcher& searcher,
                                              ByteRange range, const JobContext& context = {});
[[nodiscard]] Result<FindResult> findPrevious(const Snapshot& snapshot, const Searcher& searcher,
                                              const RangeSet& ranges, const JobContext& context = {});

enum class Overlap : std::uint8_t {
    Excluded,  ///< a match begins at or after the end of the one before it; of a list, each query for itself
    Included,  ///< one match for every place where one begins
};

struct FindAllOptions {
    Overlap overlap = Overlap::Excluded;
    std::uint64_t limit = std::numeric_limits<std::uint64_t>::max();  ///< stop after this many matches
    WorkerPool* workers = nullptr;  ///< borrowed; the search is spread over its threads
};

struct FindAllReport {
    std::uint64_t count = 0;  ///< matches handed out
    RangeSet unreadable;
    bool isComplete = true;  ///< false when the limit, the sink or giving up ended the search before the
                             ///< end of the range
    std::optional<GivenUp> gaveUp;
};

/// Gets each match in order of offset while the search goes on; returns false to stop it. Runs on the
/// caller's thread.
using MatchSink = std::function<bool(const Match&)>;
/// The same with the parts of the match, by their number; number 0 is all of it.
using CaptureSink = std::function<bool(const Match&, std::span<const Capture>)>;

/// Every match, leftmost first.
[[nodiscard]] Result<FindAllReport> findAll(const Snapshot& snapshot, const Searcher& searcher,
                                            ByteRange range, const FindAllOptions& options,
                                            const MatchSink& sink, const JobContext& context = {});
[[nodiscard]] Result<FindAllReport> findAll(const Snapshot& snapshot, const Searcher& searcher,
                                            const RangeSet& ranges, const FindAllOptions& options,
                                            const MatchSink& sink, const JobContext& context = {});
[[nodiscard]] Result<FindAllReport> findAllWithCaptures(const Snapshot& snapshot, const Searcher& searcher,
                                                        const RangeSet& ranges, const FindAllOptions& options,
                                                        const CaptureSink& sink,
                                                        const JobContext& context = {});

/// How many matches findAll() would hand out.
[[nodiscard]] Result<FindAllReport> countAll(const Snapshot& snapshot, const Searcher& searcher,
                                             const RangeSet& ranges, const FindAllOptions& options = {},
                                             const JobContext& context = {});

}  // namespace octavo
