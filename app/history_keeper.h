#pragma once

#include <functional>
#include <future>
#include <memory>
#include <string>
#include <vector>

#include <QObject>

#include "app/document_manager.h"
#include "core/save/kept_histories.h"
#include "ui/jobs/job_runner.h"

namespace octavo {

/// Keeps the histories of files when they are closed, where that is wanted, and gives them back when they are
/// opened again. Not of block devices, nor of files in $XDG_RUNTIME_DIR, which are not meant to outlive the
/// session. UI thread.
class HistoryKeeper final : public QObject {
    Q_OBJECT
public:
    /// `directory`: raw path; empty: nothing is ever kept. REQUIRES: all outlive this.
    HistoryKeeper(std::string directory, DocumentManager& documents, JobRunner& jobs,
                  QObject* parent = nullptr);
    ~HistoryKeeper() override;

    void setEnabled(bool isEnabled) { isEnabled_ = isEnabled && !directory_.empty(); }

    /// The program is about to end: keeps the histories of all open documents, too. Returns when all of them
    /// are on the disk.
    void keepAll();
    /// Removes all that was kept; then tells whether it is gone.
    void forgetAll(const std::function<void(const Status&)>& done = {});

Q_SIGNALS:
    /// The history of this document was not kept.
    void failed(const QString& name, const octavo::Error& error);

private:
    struct Closing;
    void close(OpenDocument& document);
    [[nodiscard]] std::shared_ptr<Closing> add(OpenDocument& document);
    void start(const std::shared_ptr<Closing>& closing);
    [[nodiscard]] DocumentManager::Restoration restorationOf(const std::string& path) const;

    std::string directory_;
    DocumentManager& documents_;
    JobRunner& jobs_;
    KeptHistories histories_;
    std::vector<std::shared_ptr<Closing>> closings_;  // whose histories are not on the disk yet
    JobHandle forgetting_;
    bool isEnabled_ = false;
};

}  // namespace octavo
