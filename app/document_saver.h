#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <QObject>

#include "app/open_document.h"
#include "core/base/error.h"
#include "core/save/save_runner.h"
#include "core/save/save_target.h"
#include "ui/jobs/job_runner.h"

namespace octavo {

/// A wish to write a document, or part of it.
struct SaveRequest {
    /// Document: this file is the document's from now on. Copy: the document stays where it is.
    enum class Role : std::uint8_t { Document, Copy };

    std::string path;  ///< raw bytes, absolute
    Role role = Role::Document;
    std::optional<Content::SnapshotPart> part;  ///< only with Copy: what to write; the document when absent
    SaveTarget::IfChanged ifChanged = SaveTarget::IfChanged::Refuse;
    std::vector<SaveRisk> acceptedRisks;
    enum class UnusualWay : std::uint8_t { Ask, Accepted };
    UnusualWay unusualWay = UnusualWay::Ask;  ///< see SavePlan::isUsual
};

/// Saves documents as jobs on snapshots: editing goes on meanwhile, and a failure leaves the file and the
/// document as they were. One save of a document at a time. UI thread.
class DocumentSaver : public QObject {
    Q_OBJECT
public:
    /// REQUIRES: the runner outlives this.
    explicit DocumentSaver(JobRunner& jobs, QObject* parent = nullptr);

    /// Where the journals of files in directories that are not writable go; empty: such files are not saved.
    void setJournalDirectory(std::string directory) { journalDirectory_ = std::move(directory); }

    /// Ends with saved(), failed() or, when nothing was done yet, planIsUnusual(); Busy when the document is
    /// being saved already.
    void save(OpenDocument& document, const SaveRequest& request);
    [[nodiscard]] bool isSaving() const { return !saving_.empty(); }

    /// Asked before each save that makes a file the document's own: what it returns is run by the job, before
    /// the file is touched. `isOwnFile`: the document's present file is the one to be written.
    using Preparation = std::function<void()>;
    using Prepare = std::function<Preparation(OpenDocument& document, bool isOwnFile)>;
    void setPrepare(Prepare prepare) { prepare_ = std::move(prepare); }

Q_SIGNALS:
    void saved(octavo::OpenDocument* document, const octavo::SaveRequest& request);
    void failed(octavo::OpenDocument* document, const octavo::SaveRequest& request,
                const octavo::Error& error);
    /// The save would not be a usual one: ask, and save again with UnusualWay::Accepted. The plan is without
    /// its steps.
    void planIsUnusual(octavo::OpenDocument* document, const octavo::SaveRequest& request,
                       const octavo::SavePlan& plan);
    /// isSaving() became false.
    void allSaved();

private:
    struct Written {
        std::shared_ptr<FileSource> file{};  ///< only with Role::Document
        std::optional<SavePlan> unusual{};   ///< nothing was written, for this has to be asked about
    };
    using WriteResult = tl::expected<Written, SaveFailure>;
    void finish(OpenDocument& document, const SaveRequest& request, Revision revision, HistoryState state,
                WriteResult result);

    JobRunner& jobs_;
    Prepare prepare_;
    std::string journalDirectory_;
    std::map<OpenDocument*, JobHandle> saving_;
};

}  // namespace octavo
