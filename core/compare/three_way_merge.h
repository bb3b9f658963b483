#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "core/buffer/document.h"
#include "core/compare/hunk.h"

namespace octavo {

/// A place where at least one of two versions differs from the base they both stem from. Between two regions
/// all three are equal.
struct MergeRegion {
    enum class Kind : std::uint8_t {
        Mine,      ///< only mine differs
        Theirs,    ///< only theirs differs
        Same,      ///< both differ, in the same way
        Conflict,  ///< both differ: somebody has to choose
    };
    Kind kind = Kind::Mine;
    ByteRange base;
    ByteRange mine;
    ByteRange theirs;

    friend bool operator==(const MergeRegion&, const MergeRegion&) = default;
};

/// Brings two lists of edits of one base together. Edits that neither overlap nor touch stand beside each
/// other; those that do are one region, a conflict unless `isSame(mine, theirs)` says that the bytes are
/// equal. REQUIRES: hunks sorted and disjoint, `before` counts in the base. Cost: O(hunks).
[[nodiscard]] std::vector<MergeRegion> threeWayMerge(
    std::span<const Hunk> mine, std::span<const Hunk> theirs,
    const std::function<bool(ByteRange mine, ByteRange theirs)>& isSame);

enum class MergeChoice : std::uint8_t { Mine, Theirs };

/// How the document that holds mine becomes the merged one.
struct MergePlan {
    std::vector<Hunk> taken;  ///< ranges of mine (before) that give way to ranges of theirs (after), sorted
    std::vector<Document::BaseRun> kept;  ///< what of the merged document are bytes of theirs, in order
};

/// `choices` has one for each region; only those of conflicts are looked at. Cost: O(regions).
[[nodiscard]] MergePlan planMerge(std::span<const MergeRegion> regions, std::span<const MergeChoice> choices,
                                  ByteCount theirSize);

}  // namespace octavo
