#pragma once

#include "core/save/save_runner.h"

namespace octavo {

/// Carries out a Replace plan; see runSave.
///
/// The plan:
///  1. A temporary file beside the target, readable by nobody else until it is complete.
///  2. Unmodified block-aligned runs are cloned where the file system can share blocks; where it cannot, room
///  for
///     the whole file is claimed and they are copied like everything else. Both only while the base file is
///     what it was when it was opened.
///  3. Owner, group, extended attributes with access control lists, mode; sync; close.
///  4. The target must still be what the plan was made for. Rename over it, sync the directory.
[[nodiscard]] SaveResult saveByReplacing(const SavePlan& plan, const Snapshot& snapshot,
                                         FileSystem& fileSystem, const JobContext& job);

}  // namespace octavo
