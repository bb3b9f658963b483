#pragma once

#include <cstdint>
#include <string>

#include "core/base/result.h"
#include "core/save/file_system.h"

namespace octavo {

enum class JournalRecovery : std::uint8_t {
    NoJournal,
    RolledBack,         ///< the file has the content from before the save that was cut off
    Completed,          ///< the file has the content that the save that was cut off was to give it
    RemovedIncomplete,  ///< the save was cut off before it touched the file
    RemovedForeign,     ///< the journal belonged to another file that had this name
};

/// Call before a file is opened: takes back an in-place save that a crash cut off, completes a rewrite, and
/// removes the successor that a replacing save left behind. `path` may be a link; `journalDirectory` is that
/// of SaveTarget, or empty.
/// Journals are hostile input: nothing is allocated by what they claim. Errors: Busy when a running instance
/// holds the journal (it is saving), AccessDenied when neither this user nor the file's owner nor root made
/// it, ChangedOnDisk when the file's length fits neither the old nor the new, and whatever reading and
/// writing may return; then the journal stays, and calling again continues.
[[nodiscard]] Result<JournalRecovery> recoverJournal(const std::string& path, FileSystem& fileSystem,
                                                     const std::string& journalDirectory = {});

}  // namespace octavo
