#pragma once

#include <optional>
#include <string>
#include <utility>

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

/// Whether a file that was opened after the save is what the save left: nobody else has been at it since.
/// Only then may it become the document's base. Its ctime may differ: backups and the like change it.
[[nodiscard]] bool isAsSaved(const FileIdentity& opened, const SaveOutcome& outcome);

/// Why a save did not happen, and what became of the file all the same.
struct SaveFailure : Error {
    SaveFailure(Error error) : Error(std::move(error)) {}  // NOLINT(google-explicit-constructor): it is one

    enum class Holds : std::uint8_t {
        OldBytes,  ///< the save wrote into the file and took it back: only its times are new
        NewBytes,  ///< SyncFailed
    };
    struct Left {
        FileIdentity identity;
        Holds holds = Holds::OldBytes;
    };
    /// How the save left the file. Whoever remembers the file's identity takes this one instead, lest our own
    /// writing be taken for somebody else's. Nothing when the file was not touched, with NeedsRecovery, and
    /// where the system would not tell.
    std::optional<Left> left;
};
using SaveResult = tl::expected<SaveOutcome, SaveFailure>;

/// Carries out a plan made from this very snapshot. When it returns an outcome, file and directory are on the
/// disk. When it returns an error, the file is what it was, and nothing lies beside it, with these
/// exceptions:
///  - ChangedOnDisk when another program wrote into the file during an in-place save: it holds what both
///  wrote;
///  - SyncFailed after the new file took its place: it holds the new bytes, but they may not survive a power
///  cut;
///  - NeedsRecovery: an in-place save or a rewrite could be neither finished nor taken back; the journal
///    (`detail`) is kept, and recoverJournal() restores the old bytes or completes the new ones.
/// Errors besides: Cancelled, Unreadable (the document holds bytes that could not be read; `offset` is
/// where), ChangedOnDisk, Unsupported (a risk that the target does not accept), Busy (another instance
/// saves), DiskFull, ... Progress counts the bytes of the plan. A Rewrite cannot be
/// cancelled any more once its first step is done. After an InPlace, Rewrite or Replace of the document's
/// own file, open a new FileSource on outcome.path and, when isAsSaved(), give it to Document::rebase. Runs
/// on any thread.
[[nodiscard]] SaveResult runSave(const SavePlan& plan, const Snapshot& snapshot, FileSystem& fileSystem,
                                 const JobContext& job = {});

}  // namespace octavo
