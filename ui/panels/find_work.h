#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/search/replace.h"
#include "ui/panels/find_query.h"

namespace octavo {

/// \file What the find bar's jobs do. Plain functions of values; any thread.

enum class FindDirection : std::uint8_t { Next, Previous };

/// Where the search went, and of which revision that is true.
struct FoundMatch {
    std::optional<Match> match;
    bool hasWrapped = false;  ///< found only (or not even) after going on from the other end
    RangeSet unreadable;
    std::optional<GivenUp> gaveUp;  ///< then nothing was found before that place
    Revision revision{0};
};

/// The match that comes after (or before) the selection, going around the document's end. A selected match is
/// not found again unless it is the only one. Where all matches have one length, one that overlaps the
/// selection is found; where they have not, those that do not overlap each other. Errors: Cancelled.
[[nodiscard]] Result<FoundMatch> findFrom(const Snapshot& snapshot, const Searcher& searcher,
                                          ByteRange selection, FindDirection direction,
                                          const JobContext& job);

/// What comes in the place of these bytes, if just they are a match; else nothing. Errors: Cancelled,
/// Unreadable.
[[nodiscard]] Result<std::optional<std::vector<std::byte>>> replacementAt(const Snapshot& snapshot,
                                                                          const Searcher& searcher,
                                                                          ByteRange range,
                                                                          const TypedReplacement& replacement,
                                                                          const JobContext& job);
/// Plans to replace all occurrences in the ranges. Errors as planReplaceAll().
[[nodiscard]] Result<ReplacePlan> planReplacing(const Snapshot& snapshot, const Searcher& searcher,
                                                const RangeSet& ranges, const TypedReplacement& replacement,
                                                const JobContext& job);

/// No more occurrences than this are selected at once.
inline constexpr std::size_t kSelectedMost = 20'000'000;

/// Occurrences to be selected.
struct MatchSelection {
    RangeList ranges;
    bool isCut = false;             ///< there are more than kSelectedMost
    std::optional<GivenUp> gaveUp;  ///< what lies from there on was not looked at
    Revision revision{0};
};
/// Those that do not overlap. Errors: Cancelled.
[[nodiscard]] Result<MatchSelection> selectMatches(const Snapshot& snapshot, const Searcher& searcher,
                                                   const JobContext& job);

/// No more occurrences than this are remembered; all are counted.
inline constexpr std::size_t kHighlightLimit = 100'000;

/// Every occurrence in a document.
struct MatchCount {
    std::uint64_t count = 0;
    std::vector<ByteRange> first;  ///< at most kHighlightLimit of them, in order, disjoint
    RangeSet unreadable;
    std::optional<GivenUp> gaveUp;  ///< what lies from there on was not counted
    Revision revision{0};
};

/// Occurrences that do not overlap. Errors: Cancelled.
[[nodiscard]] Result<MatchCount> countMatches(const Snapshot& snapshot, const Searcher& searcher,
                                              const JobContext& job);
/// The same for each of `patterns` queries that are searched for at once; what could not be read, and giving
/// up, is true of all of them. REQUIRES: patterns > 0, as many as the searcher was made of.
[[nodiscard]] Result<std::vector<MatchCount>> countPatterns(const Snapshot& snapshot,
                                                            const Searcher& searcher, std::size_t patterns,
                                                            const JobContext& job);

}  // namespace octavo
