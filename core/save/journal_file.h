#pragma once

#include <cstdint>
#include <string>

#include "core/save/open_file.h"

namespace octavo {

/// \file What both kinds of journals have in common: where they lie, how they come and how they go.

/// Where the journal of a file lies: beside it, hidden. `path` with links followed.
[[nodiscard]] std::string journalPath(const std::string& path);

/// Where it lies when the file's directory is not writable: in a directory of this user's own, under a name
/// that follows from inode and path. (The device's number may be another after the next start.)
[[nodiscard]] std::string journalPathIn(const std::string& directory, const std::string& path,
                                        std::uint64_t inode);

/// The directory for such journals: below `stateHome` ($XDG_STATE_HOME) when that is an absolute path, else
/// below `home` ($HOME). Empty when neither is one. Either may be nullptr.
[[nodiscard]] std::string journalDirectory(const char* stateHome, const char* home);

/// Creates a journal and locks it. Errors: Busy (systemCode EEXIST) when one is there already, and what
/// creating a file may return.
[[nodiscard]] Result<OpenFile> createJournalFile(FileSystem& fileSystem, const std::string& path);

/// The header of any kind of journal is not longer; it lies in one sector.
inline constexpr std::size_t kJournalHeaderMost = 128;

/// Unlinks a journal or, failing that, empties it, which makes it incomplete. Durable once its directory is
/// synced. On failure the journal still stands.
[[nodiscard]] Status removeJournalFile(OpenFile& journal);

/// A number that no other journal has.
[[nodiscard]] std::uint64_t freshSalt();

}  // namespace octavo
