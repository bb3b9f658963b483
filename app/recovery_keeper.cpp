#include "app/recovery_keeper.h"

#include <algorithm>
#include <utility>

#include <QTimer>

#include "ui/base/qt_text.h"

namespace octavo {

namespace {

/// Changes are gathered this long; then they are written and synced.
constexpr int kGatherMs = 250;
/// How long a log that could not be written is left alone.
constexpr int kRetryMs = 5000;
/// A log is written anew, without the history it tells, when it is longer than this and than twice what it
/// was after the last time.
constexpr ByteCount kRestartMin = ByteCount{32} << 20;

}  // namespace

struct RecoveryKeeper::Guard {
    Guard(OpenDocument& guarded, std::shared_ptr<EditLogWriter> log)
        : document(guarded), writer(std::move(log)) {}

    OpenDocument& document;
    std::shared_ptr<EditLogWriter> writer;
    QTimer timer;
    JobHandle writing;
    ByteCount restartAt = kRestartMin;
    bool hasRestarted = false;
    bool isBroken = false;
    bool isTold = false;
    std::unique_ptr<EditRecorder> recorder;  // last: it posts to the others
};

RecoveryKeeper::RecoveryKeeper(std::string directory, DocumentManager& documents, DocumentSaver& saver,
                               JobRunner& jobs, QObject* parent)
    : QObject(parent), directory_(std::move(directory)), jobs_(jobs) {
    connect(&documents, &DocumentManager::opened, this, [this](OpenDocument* document) {
        if (!guards_.contains(document))
            watch(*document);
    });
    connect(&documents, &DocumentManager::closed, this,
            [this](OpenDocument* document) { forget(*document); });
    connect(&saver, &DocumentSaver::failed, this,
            [this](OpenDocument* document, const SaveRequest& request, const Error& error) {
                // What is in the file all the same, or will be once it is recovered, the log tells as a save
                // that goes on.
                const bool isOpen =
                    error.code == ErrorCode::SyncFailed || error.code == ErrorCode::NeedsRecovery;
                if (!isOpen)
                    saveEnded(*document, request);
            });
    connect(&saver, &DocumentSaver::planIsUnusual, this,
            [this](OpenDocument* document, const SaveRequest& request, const SavePlan&) {
                saveEnded(*document, request);
            });
    connect(&documents, &DocumentManager::changedOnDisk, this,
            [this](OpenDocument* document, const FileChange& change) {
                const auto found = guards_.find(document);
                const bool isLost = change.kind != FileChange::Kind::Appended && change.keepsOldBytes;
                if (found != guards_.end() && isLost)
                    found->second->recorder->baseIsLost(toUtf8(document->name()));
            });
    saver.setPrepare(
        [this](OpenDocument& document, bool isOwnFile) { return prepareSave(document, isOwnFile); });
}

RecoveryKeeper::~RecoveryKeeper() = default;

void RecoveryKeeper::saveEnded(OpenDocument& document, const SaveRequest& request) {
    const auto found = guards_.find(&document);
    const bool wasBegun = request.role == SaveRequest::Role::Document && !document.isSaving();
    if (found != guards_.end() && wasBegun)
        found->second->recorder->saveFailed();
}

EditRecorder::File RecoveryKeeper::fileOf(const OpenDocument& document) {
    const bool hasFile = !document.path().empty() && document.file() != nullptr;
    return {.path = hasFile ? document.path() : std::string(),
            .name = document.path().empty() ? toUtf8(document.name()) : std::string(),
            .base = hasFile ? document.file() : nullptr,
            .identity = hasFile ? document.identity() : std::nullopt};
}

void RecoveryKeeper::watch(OpenDocument& document) {
    auto made = std::make_unique<Guard>(document, std::make_shared<EditLogWriter>(fileSystem_, directory_));
    Guard& guard = *made;
    guards_[&document] = std::move(made);
    if (recoveredLog_)
        guard.writer->takePlaceOf(std::exchange(recoveredLog_, nullptr));
    guard.timer.setSingleShot(true);
    connect(&guard.timer, &QTimer::timeout, this, [this, &guard] { write(guard); });
    guard.recorder = std::make_unique<EditRecorder>(document.document(), fileOf(document),
                                                    [this, &guard](EditLogEntry entry) {
                                                        guard.writer->post(std::move(entry));
                                                        writeSoon(guard);
                                                    });
    connect(&document, &OpenDocument::tookFile, this,
            [this, &guard](const std::shared_ptr<FileSource>& file, HistoryState state) {
                EditRecorder::File taken = fileOf(guard.document);
                taken.base = file;
                taken.identity = file->identity();
                guard.recorder->saved(state, std::move(taken));
            });
}

void RecoveryKeeper::writeSoon(Guard& guard) {
    if (!guard.timer.isActive() && !guard.writing.isRunning())
        guard.timer.start(guard.isBroken ? kRetryMs : kGatherMs);
}

void RecoveryKeeper::write(Guard& guard) {
    if (guard.isBroken && guard.recorder->restart(EditRecorder::Reason::BrokeOff))
        guard.isBroken = false;
    guard.timer.stop();
    const JobOptions options{.title = {}, .visibility = JobVisibility::Hidden, .lane = JobLane::Prompt};
    guard.writing = jobs_.run(
        options, [writer = guard.writer](const JobContext&) { return writer->write(); }, this,
        [this, &guard](const Result<EditLogWriter::Report>& report) { finishWriting(guard, report); });
}

void RecoveryKeeper::finishWriting(Guard& guard, const Result<EditLogWriter::Report>& report) {
    guard.writing = {};
    if (!report) {
        guard.isBroken = true;
        tellUnprotected(guard, report.error());
    } else if (!report->isComplete) {
        tellUnprotected(guard,
                        {.code = ErrorCode::LimitReached, .offset = {}, .systemCode = 0, .detail = {}});
    } else {
        guard.isTold = false;
        if (std::exchange(guard.hasRestarted, false))
            guard.restartAt = std::max(kRestartMin, 2 * report->logSize);
        if (report->logSize > guard.restartAt)
            guard.hasRestarted = guard.recorder->restart(EditRecorder::Reason::TooLong);
    }
    if (guard.writer->hasPending())
        writeSoon(guard);
}

void RecoveryKeeper::tellUnprotected(Guard& guard, const Error& error) {
    if (!std::exchange(guard.isTold, true))
        Q_EMIT unprotected(&guard.document, error);
}

DocumentSaver::Preparation RecoveryKeeper::prepareSave(OpenDocument& document, bool isOwnFile) {
    const auto found = guards_.find(&document);
    if (found == guards_.end())
        return {};
    found->second->recorder->saveBegins(isOwnFile ? EditRecorder::SaveTo::OwnFile
                                                  : EditRecorder::SaveTo::OtherFile);
    // A log that cannot be written keeps nobody from saving.
    return [writer = found->second->writer] { static_cast<void>(writer->write()); };
}

void RecoveryKeeper::forget(OpenDocument& document) {
    const auto found = guards_.find(&document);
    if (found == guards_.end())
        return;
    found->second->recorder->end();
    std::erase_if(closing_, [](const JobHandle& each) { return !each.isRunning(); });
    const JobOptions options{.title = {}, .visibility = JobVisibility::Hidden, .lane = JobLane::Prompt};
    closing_.push_back(jobs_.run(
        options, [writer = found->second->writer](const JobContext&) { return writer->write(); }, this,
        [](const Result<EditLogWriter::Report>&) {}));
    guards_.erase(found);
}

void RecoveryKeeper::endAll() {
    for (const auto& [document, guard] : guards_)
        guard->recorder->end();
    flush();
}

void RecoveryKeeper::flush() {
    for (const auto& [document, guard] : guards_)
        static_cast<void>(guard->writer->write());
}

}  // namespace octavo
