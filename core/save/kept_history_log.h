#pragma once

#include <memory>
#include <optional>
#include <string>

#include "core/base/job_context.h"
#include "core/buffer/document.h"
#include "core/buffer/history_notes.h"
#include "core/save/edit_log.h"
#include "core/save/history_collection.h"
#include "core/source/file_source.h"

namespace octavo {

/// \file A kept history as an edit log (LogPurpose::Kept). One thread.

/// Adds all of it to a log that was just begun, whose subject is the saved file, with the collection's
/// `fileChunk` as its own place. Errors: the system's; Unreadable, Cancelled.
[[nodiscard]] Status writeKeptHistory(EditLog& log, const CollectedHistory& history,
                                      const HistoryNotes& notes, const Source& file, const JobContext& job);

/// A document as it was when its file was saved last, with the history from before and what was undone.
struct RestoredHistory {
    std::unique_ptr<Document> document;  ///< not modified; its base is the file
    HistoryNotes notes;
};

/// Nothing when the log does not fit the file, which has this path, or is damaged. `log` is hostile input:
/// memory and time are bounded by its length. Errors as of LogReplay::run() and LogDecoder::open().
[[nodiscard]] Result<std::optional<RestoredHistory>> readKeptHistory(const std::shared_ptr<OpenFile>& log,
                                                                     const std::string& path,
                                                                     const std::shared_ptr<FileSource>& file,
                                                                     const JobContext& job);

/// Files up to this length are known by their bytes, too, not only by their identity.
inline constexpr ByteCount kComparedFileMost = ByteCount{64} << 20;

}  // namespace octavo
