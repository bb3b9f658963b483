#pragma once

#include "core/save/save_runner.h"

namespace octavo {

/// Carries out an InPlace plan behind an undo journal; see runSave.
///
/// The plan:
///  1. A journal that an earlier save left is dealt with. The open file must still be what the plan was made
///  for, and every byte to be written must be readable.
///  2. Old bytes about to go are moved to spill, for undo and for other documents (FileSource::preserve), and
///  to
///     the journal, for a crash; journal and directory are synced.
///  3. Write, truncate, sync. On failure roll back from the journal.
///  4. Remove the journal, sync the directory.
[[nodiscard]] SaveResult saveInPlace(const SavePlan& plan, const Snapshot& snapshot, FileSystem& fileSystem,
                                     const JobContext& job);

}  // namespace octavo
