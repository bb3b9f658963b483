#pragma once

#include <variant>
#include <vector>

#include "core/base/result.h"
#include "core/buffer/snapshot.h"
#include "core/save/save_target.h"

namespace octavo {

/// Write these bytes of the document at this offset of the file.
struct WriteRange {
    ByteRange document;
    ByteOffset at = 0;
    friend bool operator==(const WriteRange&, const WriteRange&) = default;
};

/// These bytes of the base file, unmodified, belong at this offset of the new file; both are block-aligned
/// (but for the end of both files), so that the file system may share the blocks.
struct CopyRange {
    ByteRange source;
    ByteOffset at = 0;
    friend bool operator==(const CopyRange&, const CopyRange&) = default;
};

/// These bytes of the file itself belong at another offset of it. (Or at the same: they share a block with
/// bytes that are written.)
struct MoveRange {
    ByteRange source;
    ByteOffset at = 0;
    friend bool operator==(const MoveRange&, const MoveRange&) = default;
};

/// Make the file this long.
struct Truncate {
    ByteCount size = 0;
    friend bool operator==(const Truncate&, const Truncate&) = default;
};

using SaveStep = std::variant<WriteRange, CopyRange, MoveRange, Truncate>;

/// How a snapshot gets onto the disk. A value; nothing has happened yet.
struct SavePlan {
    using Kind = SaveKind;
    /// Steps are aligned to this, and the undo journal keeps whole blocks of it.
    static constexpr ByteCount kBlockSize = 4096;

    Kind kind = Kind::Nothing;
    SaveTarget target;
    ByteRange range;                ///< of the document
    std::vector<SaveStep> steps{};  ///< in the order of file offsets; of a Rewrite in that of their doing
    /// Rewrite only: how many entries of `steps` are done when each bounded step is done. Each of them covers
    /// whole blocks, and the bytes it destroys are of no use to those after it.
    std::vector<std::size_t> stepEnds{};
    std::string journal{};         ///< where the journal of an InPlace or Rewrite plan lies
    ByteCount bytesToWrite = 0;    ///< to the file; the journal aside
    ByteCount bytesToCopy = 0;     ///< unmodified, which may cost nothing
    ByteCount bytesToJournal = 0;  ///< written to the journal: old bytes, or those of every step of a Rewrite
    ByteCount temporaryBytes = 0;  ///< the most room that is needed besides the file until the save is done
    std::vector<SaveRisk> risks{};  ///< that are known beforehand, accepted or not

    /// Nothing about it that a person would want to know beforehand: no risks, no long Rewrite, no journal
    /// that lies elsewhere than beside the file.
    [[nodiscard]] bool isUsual() const;
    /// A Rewrite of more than this takes long, and meanwhile the file is neither old nor new.
    static constexpr ByteCount kLongRewrite = ByteCount{256} << 20;
    [[nodiscard]] bool isLongRewrite() const { return kind == Kind::Rewrite && bytesToWrite > kLongRewrite; }
    [[nodiscard]] bool isJournalElsewhere() const;

    /// Length of the file afterwards.
    [[nodiscard]] ByteCount size() const { return range.size(); }
};

/// Decides how to save. Pure: looks at no file. In place when the target is unchanged since it was opened and
///  - bytes only change in their places or at the tail, and either at most 64 MiB or a third of the file is
///  affected;
///  - or bytes move, but at most a 64th of the file is affected (an insertion near the end of a large file).
/// Else a new file replaces it, unless that cannot be: the file has hard links, which nothing else would
/// keep, its directory is not writable, or there is no room for a second copy. Then in place all the same,
/// but when bytes move and more than 64 MiB are affected it is a Rewrite, as where overwriting takes room and
/// there is too little for the old bytes and the new ones. What is not the document's own file, or has
/// changed and is to be overwritten, is replaced. Errors: DiskFull (overwriting takes more room than there
/// is, and no way back would be left), ChangedOnDisk (the target is not the file that was opened and
/// target.ifChanged is Refuse), IsDirectory, NotRegularFile, Unsupported (a device, or target.wantedKind
/// cannot be), AccessDenied (no file can be made in the directory), OutOfRange (target.range leaves the
/// document). Cost: O(pieces).
[[nodiscard]] Result<SavePlan> planSave(const Snapshot& snapshot, const SaveTarget& target);

/// The blocks of the old file that the plan overwrites or cuts off, in file offsets. REQUIRES: an InPlace
/// plan.
[[nodiscard]] RangeSet overwrittenBlocks(const SavePlan& plan);

}  // namespace octavo
