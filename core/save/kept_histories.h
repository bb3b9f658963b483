#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "core/base/job_context.h"
#include "core/buffer/document.h"
#include "core/buffer/history_notes.h"
#include "core/save/file_system.h"
#include "core/save/history_collection.h"
#include "core/save/kept_history_log.h"

namespace octavo {

/// What keeping needs to know about a document and its file.
struct HistorySubject {
    std::string path;                    ///< raw bytes, absolute
    FileIdentity identity;               ///< of the file when it held the bytes of the saved state
    std::shared_ptr<const Source> base;  ///< the document's base, when it has these bytes; else nullptr
    HistoryNotes notes;
};

/// The histories of closed files in one directory: each an edit log (LogPurpose::Kept) about the saved file,
/// compressed, named after the file's path and readable by its owner only. A value; any thread, also several
/// programs at a time.
class KeptHistories {
public:
    struct Limits {
        HistoryLimits each;
        std::size_t files = 200;
        ByteCount bytes = ByteCount{256} << 20;  ///< on the disk, all together
    };

    KeptHistories(std::shared_ptr<FileSystem> fileSystem, std::string directory)
        : KeptHistories(std::move(fileSystem), std::move(directory), Limits{}) {}
    /// REQUIRES: limits.each.bytes <= EditLog::kCopiedRunMost.
    KeptHistories(std::shared_ptr<FileSystem> fileSystem, std::string directory, const Limits& limits);

    /// Keeps the document's history in place of what was kept of this file before. Where there is nothing to
    /// keep (no state is saved, the file has changed or is no plain file) that goes, too; no error. The
    /// oldest histories go when they are too many. The document's thread. Cost: that of collectHistory(),
    /// writing, and reading the file up to kComparedFileMost.
    [[nodiscard]] Status keep(const Document& document, const HistorySubject& subject,
                              const JobContext& job = {}) const;

    /// The history that was kept of this file, when the file is as it was then: in the very same state (on
    /// whatever device: its number may be another after a restart), or touched, but not longer than
    /// kComparedFileMost and with the same bytes. Nothing when there is none. What does not fit the file, or
    /// is damaged, is removed: all or nothing. The files are hostile input. Errors: the system's, Cancelled;
    /// then it stays.
    [[nodiscard]] Result<std::optional<RestoredHistory>> restore(const std::string& path,
                                                                 const std::shared_ptr<FileSource>& file,
                                                                 const JobContext& job = {}) const;

    /// Removes all of them.
    [[nodiscard]] Status forgetAll() const;

private:
    [[nodiscard]] std::string archiveOf(const std::string& path) const;
    [[nodiscard]] Result<bool> keepAs(const std::string& path, const Document& document,
                                      const HistorySubject& subject, const JobContext& job) const;
    [[nodiscard]] Status compress(EditLog& log, const std::string& archive, const JobContext& job) const;
    [[nodiscard]] Status tidy() const;

    std::shared_ptr<FileSystem> fileSystem_;
    std::string directory_;
    Limits limits_;
};

/// What the files of kept histories end with.
inline constexpr const char* kKeptHistorySuffix = ".octavo-history";

}  // namespace octavo
