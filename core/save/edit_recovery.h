#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "core/base/job_context.h"
#include "core/buffer/document.h"
#include "core/save/edit_log_format.h"
#include "core/source/file_source.h"

namespace octavo {

/// How sure it is that the bytes which a log refers to are still in the file.
enum class BaseEvidence : std::uint8_t {
    NoFile,     ///< the document never had one
    Same,       ///< the file is in the very state in which the log found it
    LooksSame,  ///< its times or its place changed, but its length and all sampled blocks did not
    Changed,    ///< other bytes: what the edits did not touch may be wrong
    Missing,    ///< it cannot be opened: what the edits did not touch is unreadable
};

/// A document with unsaved changes, put together from its log.
struct RecoveredDocument {
    std::string log;   ///< path of the log
    std::string path;  ///< of the file, raw bytes; empty where there was none
    std::string name;  ///< of a document without a file, UTF-8
    BaseEvidence evidence = BaseEvidence::NoFile;
    bool isDamaged = false;      ///< the log ends in bytes that are no record: changes after that are lost
    std::int64_t writtenNs = 0;  ///< when the log was last written, since the epoch
    std::size_t changeCount = 0;

    /// With its history since the last save. Its base is `file` where there is one.
    std::unique_ptr<Document> document;
    std::shared_ptr<FileSource> file;  ///< with Same and LooksSame
    /// The log, locked, so that no other instance takes it; some of the bytes are read from it.
    std::shared_ptr<OpenFile> logFile;
};

/// Puts one document together. A save that a crash cut off is taken back or completed first, by its journal
/// (`journalDirectory` as in SaveTarget). Nothing, when all that
/// the log says is in the file or the log says nothing: it may be removed. Logs are hostile input: memory and
/// time are bounded by their length. Errors: Busy (a running instance has it), NotFound (no log:
/// a power cut may leave a name without its content), Malformed (damaged from the beginning),
/// Unsupported (of a later version), LimitReached, Cancelled, and the system's. Cost: O(log + splices · log
/// n).
[[nodiscard]] Result<std::optional<RecoveredDocument>> recoverDocument(
    const std::string& log, const std::shared_ptr<FileSystem>& fileSystem,
    const std::string& journalDirectory = {}, const JobContext& job = {});

struct Recovery {
    std::vector<RecoveredDocument> documents;  ///< latest first
    struct Problem {
        std::string log;
        Error error;
    };
    std::vector<Problem> problems;  ///< logs that could not be read; they stay
};

/// Every document whose log lies in `directory` and belongs to no running instance. Removes logs of which
/// nothing is unsaved. A directory that does not exist has none.
[[nodiscard]] Result<Recovery> recoverAll(const std::string& directory,
                                          const std::shared_ptr<FileSystem>& fileSystem,
                                          const std::string& journalDirectory = {},
                                          const JobContext& job = {});

/// Removes the log: its document was saved, or the person let it go.
[[nodiscard]] Status discard(const RecoveredDocument& recovered);

}  // namespace octavo
