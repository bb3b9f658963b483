#include "app/document_manager.h"

#include <algorithm>
#include <utility>

#include "core/base/contracts.h"
#include "core/save/undo_journal.h"
#include "ui/base/qt_text.h"

namespace octavo {

DocumentManager::DocumentManager(JobRunner& jobs, QObject* parent) : QObject(parent), jobs_(jobs) {}

DocumentManager::~DocumentManager() = default;

void DocumentManager::open(OpenRequest request) {
    request.path = absolutePath(request.path);
    request.order = ++lastOrder_;
    const auto work = [path = request.path](const JobContext&) -> Result<Opened> {
        PosixFileSystem fileSystem;
        const auto recovery = recoverJournal(path, fileSystem);
        // A file whose journal cannot be dealt with may hold half a save: it is not shown as if it were
        // whole.
        if (!recovery && recovery.error().code != ErrorCode::NotFound &&
            recovery.error().code != ErrorCode::AccessDenied)
            return fail(recovery.error());
        auto file = openFileSource(path);
        if (!file)
            return fail(file.error());
        return Opened{std::move(*file), recovery && *recovery == JournalRecovery::RolledBack};
    };
    const JobOptions options{.title = tr("Opening %1").arg(toDisplayName(request.path))};
    const std::uint64_t order = request.order;
    opening_[order] =
        jobs_.run(options, work, this, [this, request = std::move(request)](Result<Opened> result) {
            finishOpening(request, std::move(result));
        });
}

void DocumentManager::finishOpening(const OpenRequest& request, Result<Opened> result) {
    opening_.erase(request.order);
    if (!result) {
        Q_EMIT openFailed(request, result.error());
    } else if (OpenDocument* known = documentOfFile(result->file->identity())) {
        Q_EMIT opened(known, request);
    } else {
        auto* made = new OpenDocument(std::move(result->file), request.path, this);
        made->document().setWriteProtected(request.access == OpenAccess::ReadOnly);
        documents_.push_back(made);
        Q_EMIT opened(made, request);
        if (result->wasRecovered)
            Q_EMIT recovered(made);
    }
    if (opening_.empty())
        Q_EMIT allOpened();
}

OpenDocument& DocumentManager::create(const Content& content, const QString& name) {
    const QString shown = name.isEmpty() ? tr("Untitled %1").arg(++lastUntitled_) : name;
    auto* made = new OpenDocument(shown, this);
    documents_.push_back(made);
    if (content.size() > 0) {
        const Status done = made->document().apply(Edit::insert(0, content, EditKind::Import));
        OCTAVO_EXPECTS(done.has_value());
    }
    OpenRequest request;
    request.order = ++lastOrder_;
    Q_EMIT opened(made, request);
    return *made;
}

OpenDocument& DocumentManager::adopt(RecoveredDocument recovered) {
    OpenDocument* present = recovered.file ? documentOfFile(recovered.file->identity()) : nullptr;
    const bool keepsFile = recovered.file && (present == nullptr || !present->document().isModified());
    if (present != nullptr && keepsFile)
        close(*present);
    QString name = QString::fromStdString(recovered.name);
    if (!recovered.path.empty())
        name = tr("%1 (recovered)").arg(toDisplayName(recovered.path));
    auto* made = new OpenDocument(std::move(recovered.document), keepsFile ? recovered.file : nullptr,
                                  keepsFile ? recovered.path : std::string(), name, this);
    documents_.push_back(made);
    OpenRequest request;
    request.path = made->path();
    request.order = ++lastOrder_;
    Q_EMIT opened(made, request);
    return *made;
}

void DocumentManager::close(OpenDocument& document) {
    const auto found = std::find(documents_.begin(), documents_.end(), &document);
    OCTAVO_EXPECTS(found != documents_.end());
    documents_.erase(found);
    checking_.erase(&document);
    reported_.erase(&document);
    Q_EMIT closed(&document);
    document.deleteLater();
}

bool DocumentManager::hasModified() const {
    return std::any_of(documents_.begin(), documents_.end(),
                       [](const OpenDocument* each) { return each->document().isModified(); });
}

void DocumentManager::checkFiles() {
    for (OpenDocument* each : documents_) {
        if (!each->identity() || each->isSaving())
            continue;
        const auto work = [path = each->path()](const JobContext&) { return fileIdentity(path); };
        const JobOptions options{.title = {}, .visibility = JobVisibility::Hidden};
        checking_[each] = jobs_.run(options, work, each, [this, each](const Result<FileIdentity>& now) {
            checking_.erase(each);
            noteIdentity(*each, now);
        });
    }
}

void DocumentManager::noteIdentity(OpenDocument& document, const Result<FileIdentity>& now) {
    if (document.isSaving())
        return;
    const std::optional<FileIdentity> seen = now ? std::optional(*now) : std::nullopt;
    // Permissions and link counts change ctime too, but not the bytes.
    const auto hasSameBytes = [&seen](const FileIdentity& known) {
        return seen && seen->isSameFile(known) && seen->size == known.size &&
               seen->modifiedNs == known.modifiedNs;
    };
    if (!document.identity() || hasSameBytes(*document.identity())) {
        reported_.erase(&document);
        return;
    }
    const auto reported = reported_.find(&document);
    if (reported != reported_.end() && reported->second == seen)
        return;
    reported_[&document] = seen;
    Q_EMIT changedOnDisk(&document);
}

OpenDocument* DocumentManager::documentOfFile(const FileIdentity& identity) const {
    const auto found =
        std::find_if(documents_.begin(), documents_.end(), [&identity](const OpenDocument* each) {
            return each->identity() && each->identity()->isSameFile(identity);
        });
    return found == documents_.end() ? nullptr : *found;
}

}  // namespace octavo
