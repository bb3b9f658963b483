#include "app/document_manager.h"

#include <algorithm>
#include <utility>

#include "core/base/contracts.h"
#include "ui/base/qt_text.h"

namespace octavo {

namespace {

/// Comparing more than this to learn what happened to a file takes too long to be done unasked.
constexpr ByteCount kCompareMost = ByteCount{64} << 20;
constexpr ByteCount kCompareFollowed = ByteCount{1} << 20;

}  // namespace

DocumentManager::DocumentManager(JobRunner& jobs, QObject* parent) : QObject(parent), jobs_(jobs) {
    connect(&watch_, &FileWatch::disturbed, this, [this](const std::string& path) {
        for (OpenDocument* each : documents_) {
            if (each->path() == path)
                checkFile(*each);
        }
    });
}

DocumentManager::~DocumentManager() = default;

void DocumentManager::open(OpenRequest request) {
    request.path = absolutePath(request.path);
    request.order = ++lastOrder_;
    const auto work = [path = request.path, journals = journalDirectory_,
                       restoration = restore_ ? restore_(request.path)
                                              : Restoration()](const JobContext& job) -> Result<Opened> {
        PosixFileSystem fileSystem;
        const auto recovery = recoverJournal(path, fileSystem, journals);
        // A file whose journal cannot be dealt with may hold half a save: it is not shown as if it were
        // whole.
        if (!recovery && recovery.error().code != ErrorCode::NotFound &&
            recovery.error().code != ErrorCode::AccessDenied)
            return fail(recovery.error());
        auto file = openFileSource(path, FileCopy::OfSmall);
        if (!file)
            return fail(file.error());
        Opened opened{std::move(*file), recovery.value_or(JournalRecovery::NoJournal)};
        opened.geometry = diskGeometryOf(path).value_or(DiskGeometry{});
        if (const auto facts = writeFactsOf(path))
            opened.danger = writeDangerOf(*facts);
        if (restoration)
            opened.restored = restoration(opened.file, job);
        return opened;
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
        OpenDocument& made = make(request, *result);
        add(made);
        Q_EMIT opened(&made, request);
        const JournalRecovery how = result->recovery;
        if (how == JournalRecovery::RolledBack || how == JournalRecovery::Completed)
            Q_EMIT recovered(&made, how);
    }
    if (opening_.empty())
        Q_EMIT allOpened();
}

OpenDocument& DocumentManager::make(const OpenRequest& request, Opened& opened) {
    OpenDocument* made = nullptr;
    if (opened.restored) {
        made = new OpenDocument(std::move(opened.restored->document), std::move(opened.file), request.path,
                                {}, this);
        made->historyLog().takeOver(opened.restored->notes);
    } else {
        made = new OpenDocument(std::move(opened.file), request.path, this);
    }
    made->setDisk(opened.geometry, opened.danger);
    made->document().setWriteProtected(request.access == OpenAccess::ReadOnly ||
                                       opened.danger != WriteDanger::None);
    return *made;
}

void DocumentManager::add(OpenDocument& document) {
    documents_.push_back(&document);
    connect(&document, &OpenDocument::stateChanged, this, [this, &document] { follow(document); });
    follow(document);
}

OpenDocument& DocumentManager::create(const Content& content, const QString& name) {
    const QString shown = name.isEmpty() ? tr("Untitled %1").arg(++lastUntitled_) : name;
    auto* made = new OpenDocument(shown, this);
    add(*made);
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
    add(*made);
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
    recheck_.erase(&document);
    reported_.erase(&document);
    orphaned_.erase(&document);
    if (const auto watched = watched_.extract(&document); watched && !watched.mapped().empty())
        watch_.remove(watched.mapped());
    disconnect(&document, &OpenDocument::stateChanged, this, nullptr);
    Q_EMIT closed(&document);
    document.deleteLater();
}

bool DocumentManager::hasModified() const {
    return std::any_of(documents_.begin(), documents_.end(),
                       [](const OpenDocument* each) { return each->document().isModified(); });
}

void DocumentManager::checkFiles() {
    for (OpenDocument* each : documents_)
        checkFile(*each);
}

void DocumentManager::checkFile(OpenDocument& document) {
    const auto known = document.knownFile();
    if (!known || document.isSaving())
        return;
    if (checking_.contains(&document)) {
        recheck_.insert(&document);
        return;
    }
    // What is appended to a followed file must not cost reading all of it each time.
    const ByteCount compareMost = document.isFollowed() ? kCompareFollowed : kCompareMost;
    const auto work = [known = *known, compareMost](const JobContext& job) {
        return examineFile(known, compareMost, job);
    };
    const JobOptions options{.title = {}, .visibility = JobVisibility::Hidden};
    checking_[&document] =
        jobs_.run(options, work, &document,
                  [this, &document, asked = known->identity](const Result<FileChange>& change) {
                      checking_.erase(&document);
                      const bool isOutdated = !document.identity() || *document.identity() != asked;
                      if (change && !isOutdated && !document.isSaving())
                          noteChange(document, *change);
                      if (recheck_.erase(&document) > 0 || isOutdated)
                          checkFile(document);
                  });
}

void DocumentManager::lookAgain(OpenDocument& document) {
    reported_.erase(&document);
    checkFile(document);
}

void DocumentManager::noteChange(OpenDocument& document, const FileChange& change) {
    if (change.now)
        watch_.renew(document.path(), *change.now);
    const bool isAsBefore =
        change.kind == FileChange::Kind::Unchanged || change.kind == FileChange::Kind::Touched;
    if (isAsBefore) {
        // It came back, unless it was saved anew meanwhile.
        const auto orphan = orphaned_.extract(&document);
        if (orphan && orphan.mapped().file == *document.identity())
            document.document().markSaved(orphan.mapped().state);
        if (change.kind == FileChange::Kind::Touched)
            document.acknowledgeSameBytes(*change.now);
        if (reported_.erase(&document) > 0)
            Q_EMIT restoredOnDisk(&document);
        return;
    }
    const auto [reported, isNew] = reported_.try_emplace(&document, change);
    if (!isNew && reported->second == change)
        return;
    reported->second = change;
    noteLoss(document, change.kind);
    Q_EMIT changedOnDisk(&document, change);
}

/// A document whose file is gone is worth saving, even where nobody edited it.
void DocumentManager::noteLoss(OpenDocument& document, FileChange::Kind kind) {
    if (kind != FileChange::Kind::Deleted || document.document().isModified())
        return;
    orphaned_[&document] = {document.document().history().current(), *document.identity()};
    document.document().markUnsaved();
}

void DocumentManager::follow(OpenDocument& document) {
    std::string& watched = watched_[&document];
    if (watched == document.path())
        return;
    if (!watched.empty())
        watch_.remove(watched);
    watched = document.path();
    if (!watched.empty())
        watch_.add(watched);
}

OpenDocument* DocumentManager::documentOfFile(const FileIdentity& identity) const {
    const auto found =
        std::find_if(documents_.begin(), documents_.end(), [&identity](const OpenDocument* each) {
            return each->identity() && each->identity()->isSameFile(identity);
        });
    return found == documents_.end() ? nullptr : *found;
}

}  // namespace octavo
