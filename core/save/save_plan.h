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

/// These bytes of the base file, unmodified, belong at this offset of the new file; both are block-aligned,
/// so that the file system may share the blocks.
struct CopyRange {
    ByteRange source;
    ByteOffset at = 0;
    friend bool operator==(const CopyRange&, const CopyRange&) = default;
};

/// Make the file this long.
struct Truncate {
    ByteCount size = 0;
    friend bool operator==(const Truncate&, const Truncate&) = default;
};

using SaveStep = std::variant<WriteRange, CopyRange, Truncate>;

/// How a snapshot gets onto the disk. A value; nothing has happened yet.
struct SavePlan {
    enum class Kind : std::uint8_t {
        Nothing,  ///< the file already holds these bytes; not even its time changes
        InPlace,  ///< only changed bytes are written, behind an undo journal
        Replace,  ///< a new file beside it takes its name when complete
    };
    /// Steps are aligned to this, and the undo journal keeps whole blocks of it.
    static constexpr ByteCount kBlockSize = 4096;

    Kind kind = Kind::Nothing;
    SaveTarget target;
    ByteRange range;                ///< of the document
    std::vector<SaveStep> steps{};  ///< in the order of file offsets
    ByteCount bytesToWrite = 0;     ///< to the file; the journal of an InPlace plan aside
    ByteCount bytesToCopy = 0;      ///< unmodified, which may cost nothing
    ByteCount bytesToJournal = 0;   ///< old bytes kept by an InPlace plan until it is done
    std::vector<SaveRisk> risks{};  ///< that are known beforehand, accepted or not

    /// Length of the file afterwards.
    [[nodiscard]] ByteCount size() const { return range.size(); }
};

/// Decides how to save. Pure: looks at no file. In place when the target is unchanged since it was opened and
///  - bytes only change in their places or at the tail, and either at most 64 MiB or a third of the file is
///  affected;
///  - or bytes move, but at most a 64th of the file is affected (an insertion near the end of a large file);
///  - or the file has hard links, which nothing else would keep.
/// Otherwise Replace. Errors: ChangedOnDisk (the target is not the file that was
/// opened and target.ifChanged is Refuse), IsDirectory, NotRegularFile, Unsupported (a device), AccessDenied
/// (no file can be made in the directory), OutOfRange (target.range leaves the document). Cost: O(pieces).
[[nodiscard]] Result<SavePlan> planSave(const Snapshot& snapshot, const SaveTarget& target);

/// The blocks of the old file that an InPlace plan overwrites or cuts off, in file offsets; empty for other
/// plans.
[[nodiscard]] RangeSet overwrittenBlocks(const SavePlan& plan);

}  // namespace octavo
