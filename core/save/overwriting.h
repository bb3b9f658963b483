#pragma once

#include "core/base/range_set.h"
#include "core/save/open_file.h"
#include "core/save/save_runner.h"

namespace octavo {

/// \file What the saves that write into the file itself have in common.

/// Opens the target for writing, once what an earlier save left has been dealt with. Errors: ChangedOnDisk
/// when the file is not, or no longer, the one that the plan was made for, and those of recoverJournal.
[[nodiscard]] Result<OpenFile> openForOverwriting(const SavePlan& plan, FileSystem& fileSystem);

/// Unreadable when some of the bytes that the plan takes from the document cannot be had.
[[nodiscard]] Status checkWritesReadable(const SavePlan& plan, const Snapshot& snapshot,
                                         const JobContext& job);

/// Moves bytes about to be overwritten to spill in every source that shows this file.
[[nodiscard]] Status preserveOldBytes(const SavePlan& plan, const Snapshot& snapshot, const RangeSet& bytes);

/// Gives the file its mode back: writing takes the set-id bits away unless root writes.
[[nodiscard]] Status keepMode(const SaveTarget& target, OpenFile& file);

/// Makes the directory that a journal goes to, where that is not the file's own.
[[nodiscard]] Status makeRoomForJournal(const SavePlan& plan, FileSystem& fileSystem);

/// A failure that says how the file was left, as far as the system tells.
[[nodiscard]] SaveFailure failureLeaving(SaveFailure::Holds holds, OpenFile& file, Error reason);

}  // namespace octavo
