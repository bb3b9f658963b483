#pragma once

#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <variant>

#include "core/save/edit_log.h"

namespace octavo {

/// A new log, from here on.
struct EditLogStart {
    EditLogSubject subject;
};
struct EditLogMove {
    LogState state = 0;
};
/// What the log before the last start said is said again: it may go.
struct EditLogReady {};
/// Nothing is unsaved: the log goes.
struct EditLogEnd {};

using EditLogEntry =
    std::variant<EditLogStart, EditLogSplice, EditLogMove, LogSave, EditLogReady, EditLogEnd>;

/// Carries what happens to one document from the thread that edits it to the disk: post() costs no system
/// call, write() puts everything posted so far on the disk. Thread-safe.
class EditLogWriter {
public:
    EditLogWriter(std::shared_ptr<FileSystem> fileSystem, std::string directory)
        : fileSystem_(std::move(fileSystem)), directory_(std::move(directory)) {}

    /// The first log takes the place of one that a document was recovered from, which is removed when all
    /// it said is said. Before anything is posted.
    void takePlaceOf(std::shared_ptr<OpenFile> recovered);

    void post(EditLogEntry entry);
    [[nodiscard]] bool hasPending() const;

    struct Report {
        ByteCount logSize = 0;
        bool isComplete = true;  ///< false when bytes were left out, being too many
    };
    /// Returns when everything posted before is on the disk. After an error what was written stays, as far as
    /// it goes, and all entries up to the next start are dropped. Worker threads; one after the other.
    [[nodiscard]] Result<Report> write();

private:
    [[nodiscard]] Status carryOut(EditLogEntry& entry);
    [[nodiscard]] Status start(const EditLogSubject& subject);
    void dropPrevious();

    std::shared_ptr<FileSystem> fileSystem_;
    std::string directory_;

    mutable std::mutex posting_;
    std::deque<EditLogEntry> posted_;

    std::mutex writing_;
    std::optional<EditLog> log_;
    std::optional<EditLog> previous_;      // what log_ takes the place of
    std::shared_ptr<OpenFile> recovered_;  // or this
    bool isReady_ = false;                 // to let previous_ go, once log_ is on the disk
    bool isBroken_ = false;
};

}  // namespace octavo
