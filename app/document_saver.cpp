#include "app/document_saver.h"

#include <utility>

#include "core/save/save_plan.h"
#include "core/save/save_runner.h"
#include "ui/base/qt_text.h"

namespace octavo {

namespace {

/// What a save needs to know about its document, taken on the UI thread.
struct SaveInput {
    Snapshot snapshot;
    std::shared_ptr<const Source> base;
    std::string documentPath;
    std::optional<FileIdentity> identity;
    std::optional<FileIdentity> baseIdentity;
    std::string journalDirectory;
};

bool isOwnFile(const SaveRequest& request, const std::string& documentPath) {
    return request.role == SaveRequest::Role::Document && request.path == documentPath;
}

Result<SaveTarget> targetFor(const SaveRequest& request, const SaveInput& input, FileSystem& fileSystem) {
    auto target = probeSaveTarget(request.path, fileSystem);
    if (!target)
        return target;
    target->intent =
        isOwnFile(request, input.documentPath) ? SaveTarget::Intent::Save : SaveTarget::Intent::Export;
    target->base = input.base;
    target->baseIdentity = input.baseIdentity;
    if (request.part)
        target->range = request.part->range;
    target->ifChanged = request.ifChanged;
    target->acceptedRisks = request.acceptedRisks;
    target->journalDirectory = input.journalDirectory;
    // The document was edited while its last save ran: the file is ours, though not the one it was opened
    // from.
    if (target->existing && input.identity && target->existing->identity == *input.identity)
        target->ifChanged = SaveTarget::IfChanged::Overwrite;
    return target;
}

bool isToBeAskedAbout(const SavePlan& plan, const SaveRequest& request) {
    // Risks are refused by runSave, one by one.
    return (plan.isLongRewrite() || plan.isJournalElsewhere()) &&
           request.unusualWay == SaveRequest::UnusualWay::Ask;
}

}  // namespace

DocumentSaver::DocumentSaver(JobRunner& jobs, QObject* parent) : QObject(parent), jobs_(jobs) {}

void DocumentSaver::save(OpenDocument& document, const SaveRequest& request) {
    if (document.isSaving()) {
        Q_EMIT failed(&document, request,
                      {.code = ErrorCode::Busy, .offset = {}, .systemCode = 0, .detail = request.path});
        return;
    }
    const SaveInput input{request.part ? request.part->snapshot : document.document().snapshot(),
                          document.document().base(),
                          document.path(),
                          document.identity(),
                          document.baseIdentity(),
                          journalDirectory_};
    document.document().endTyping();
    Preparation prepare;
    if (prepare_ && request.role == SaveRequest::Role::Document)
        prepare = prepare_(document, isOwnFile(request, document.path()));
    const auto work = [request, input, prepare](const JobContext& job) -> WriteResult {
        if (prepare)
            prepare();
        PosixFileSystem fileSystem;
        const auto target = targetFor(request, input, fileSystem);
        if (!target)
            return fail(target.error());
        auto plan = planSave(input.snapshot, *target);
        if (!plan)
            return fail(plan.error());
        if (isToBeAskedAbout(*plan, request)) {
            plan->steps.clear();
            return Written{.unusual = std::move(*plan)};
        }
        const auto outcome = runSave(*plan, input.snapshot, fileSystem, job);
        if (!outcome)
            return tl::unexpected(outcome.error());
        if (request.role == SaveRequest::Role::Copy)
            return Written{};
        auto file = openFileSource(outcome->path, FileCopy::OfSmall);
        if (!file)
            return fail(file.error());
        if (!isAsSaved((*file)->identity(), *outcome))
            return fail(ErrorCode::ChangedOnDisk, outcome->path);
        return Written{.file = std::move(*file)};
    };
    const Revision revision = document.document().revision();
    const HistoryState state = document.document().history().current();
    const JobOptions options{.title = tr("Saving %1").arg(toDisplayName(request.path))};
    saving_[&document] = jobs_.run(options, work, &document, [=, this, &document](WriteResult result) {
        finish(document, request, revision, state, std::move(result));
    });
    document.setSaving(true);
}

void DocumentSaver::finish(OpenDocument& document, const SaveRequest& request, Revision revision,
                           HistoryState state, WriteResult result) {
    saving_.erase(&document);
    if (!result && result.error().left && isOwnFile(request, document.path()))
        document.fileWasLeft(*result.error().left);
    if (result && result->file)
        document.becameFile(std::move(result->file), request.path, revision, state);
    document.setSaving(false);
    if (result && result->unusual)
        Q_EMIT planIsUnusual(&document, request, *result->unusual);
    else if (result)
        Q_EMIT saved(&document, request);
    else
        Q_EMIT failed(&document, request, result.error());
    if (saving_.empty())
        Q_EMIT allSaved();
}

}  // namespace octavo
