#pragma once

#include <string>

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/save/save_plan.h"

namespace octavo {

/// What a finished save left on the disk.
struct SaveOutcome {
    FileIdentity identity;       ///< of the file now
    ByteCount bytesWritten = 0;  ///< shared (cloned) bytes and the journal aside
    SavePlan::Kind kind = SavePlan::Kind::Nothing;
    std::string path;  ///< links followed: where the bytes are
};

/// Carries out a plan made from this very snapshot. When it returns an outcome, file and directory are on the
/// disk. When it returns an error, the file is what it was, and nothing lies beside it, with these
/// exceptions:
///  - SyncFailed after the new file took its place: it holds the new bytes, but they may not survive a power
///  cut;
///  - NeedsRecovery: an in-place save could be neither finished nor taken back; the undo journal (`detail`)
///  is kept
///    and recoverJournal() restores the old bytes.
/// Errors besides: Cancelled, Unreadable (the document holds bytes that could not be read; `offset` is
/// where), ChangedOnDisk, Unsupported (a risk that the target does not accept), Busy (another instance
/// saves), DiskFull, ... Progress counts the bytes of the plan. After an InPlace or Replace of the document's
/// own file, open a new FileSource on outcome.path and give it to Document::rebase. Runs on any thread.
[[nodiscard]] Result<SaveOutcome> runSave(const SavePlan& plan, const Snapshot& snapshot,
                                          FileSystem& fileSystem, const JobContext& job = {});

}  // namespace octavo
