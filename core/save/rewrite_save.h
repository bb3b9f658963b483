#pragma once

#include "core/save/save_runner.h"

namespace octavo {

/// Carries out a Rewrite plan behind a rewrite journal; see runSave.
///
/// The plan:
///  1. A journal that an earlier save left is dealt with. The open file must still be what the plan was made
///     for; every byte to be moved is read once, for a bad sector met half way would leave neither content.
///  2. Old bytes that will be nowhere in the file are moved to spill, for undo and for other documents
///     (FileSource::preserve); those that move the sources follow. The steps and all new bytes go to the
///     journal; room in journal and file is claimed; journal and directory are synced. Until here the save
///     can be cancelled and leaves nothing.
///  3. The steps are done, each behind its slot of the journal. What fails is tried once more; failing again
///     the journal is kept, and recoverJournal() finishes the work.
///  4. Remove the journal, sync the directory.
[[nodiscard]] SaveResult saveByRewriting(const SavePlan& plan, const Snapshot& snapshot,
                                         FileSystem& fileSystem, const JobContext& job);

}  // namespace octavo
