#pragma once

#include <cstdint>
#include <limits>
#include <variant>

#include "core/buffer/edit.h"
#include "core/search/find.h"
#include "core/search/replacement_template.h"

namespace octavo {

/// What comes in the place of matches: the same for all, or made from the parts of each.
using Replacement = std::variant<Content, ReplacementTemplate>;

/// What replacing every match would do.
struct ReplacePlan {
    MultiEdit
        edit;  ///< for Document::apply on the snapshot it was planned on; no ranges when nothing matched
    ByteCount sizeAfter = 0;  ///< of the whole document
    RangeSet unreadable;      ///< bytes that could not be searched
    bool isComplete = true;   ///< false when `limit` matches, or a limit of the search, came before the end
    std::optional<GivenUp> gaveUp;  ///< a limit of the search
};

/// Where and how matches are replaced.
struct ReplaceOptions {
    std::uint64_t limit = std::numeric_limits<std::uint64_t>::max();  ///< replace no more than this many
    WorkerPool* workers = nullptr;                                    ///< as FindAllOptions::workers
};

/// Plans to put `replacement` in the place of every non-overlapping match in the ranges; of matches of
/// several queries that overlap, the first. Changes nothing. TooLarge when the result would pass 2^63-1
/// bytes. Errors of findAll; with a template also Unreadable, DiskFull and WriteFailed: what it makes is kept
/// in a temporary file when it is long. Memory: 16 bytes a match, 24 with a template.
[[nodiscard]] Result<ReplacePlan> planReplaceAll(const Snapshot& snapshot, const Searcher& searcher,
                                                 const RangeSet& ranges, const Replacement& replacement,
                                                 const ReplaceOptions& options = {},
                                                 const JobContext& context = {});
[[nodiscard]] Result<ReplacePlan> planReplaceAll(
    const Snapshot& snapshot, const Searcher& searcher, ByteRange range, Content replacement,
    const JobContext& context = {}, std::uint64_t limit = std::numeric_limits<std::uint64_t>::max());

/// What comes in the place of one match that this searcher finds there; nothing when it finds none, or
/// another one. Errors: Cancelled, Unreadable.
[[nodiscard]] Result<std::optional<std::vector<std::byte>>> replacementFor(
    const Snapshot& snapshot, const Searcher& searcher, const Match& match,
    const ReplacementTemplate& replacement, const JobContext& context = {});

}  // namespace octavo
