#pragma once

#include <map>
#include <memory>
#include <string>

#include <QElapsedTimer>
#include <QObject>

#include "app/document_manager.h"
#include "app/document_saver.h"
#include "core/save/edit_recorder.h"

class QTimer;

namespace octavo {

/// Keeps an edit log of every open document, so that a crash costs no more than a fraction of a second of
/// work: what was changed is on the disk within a second, written by jobs. A document without changes has no
/// log. UI thread.
class RecoveryKeeper final : public QObject {
    Q_OBJECT
public:
    /// `directory`: raw path. REQUIRES: all outlive this.
    RecoveryKeeper(std::string directory, DocumentManager& documents, DocumentSaver& saver, JobRunner& jobs,
                   QObject* parent = nullptr);
    ~RecoveryKeeper() override;

    /// The document that is about to be told as opened was put together from this log, which goes when the
    /// document's own log says all it said.
    void expectRecovered(std::shared_ptr<OpenFile> log) { recoveredLog_ = std::move(log); }

    /// Every document was saved or let go: no log stays. Waits for the disk.
    void endAll();
    /// Everything is on the disk when this returns; for tests.
    void flush();

Q_SIGNALS:
    /// Changes of this document are not protected at present, and why; LimitReached when they are too many
    /// bytes for a log. Told once, until they are protected again.
    void unprotected(octavo::OpenDocument* document, const octavo::Error& error);

private:
    struct Guard;
    void watch(OpenDocument& document);
    void forget(OpenDocument& document);
    void writeSoon(Guard& guard);
    void write(Guard& guard);
    void finishWriting(Guard& guard, const Result<EditLogWriter::Report>& report);
    void tellUnprotected(Guard& guard, const Error& error);
    /// It came to nothing.
    void saveEnded(OpenDocument& document, const SaveRequest& request);
    [[nodiscard]] static EditRecorder::File fileOf(const OpenDocument& document);
    [[nodiscard]] DocumentSaver::Preparation prepareSave(OpenDocument& document, bool isOwnFile);

    std::string directory_;
    JobRunner& jobs_;
    std::shared_ptr<FileSystem> fileSystem_ = std::make_shared<PosixFileSystem>();
    std::map<const OpenDocument*, std::unique_ptr<Guard>> guards_;
    std::vector<JobHandle> closing_;  // the last words of closed documents' logs
    std::shared_ptr<OpenFile> recoveredLog_;
};

}  // namespace octavo
