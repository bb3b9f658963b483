#include "core/save/replace_save.h"

#include <algorithm>
#include <cerrno>
#include <optional>
#include <vector>

#include "core/save/file_metadata.h"
#include "core/save/journal_file.h"
#include "core/save/snapshot_writer.h"
#include "core/save/temporary_file.h"

namespace octavo {

namespace {

constexpr ByteCount kCopyStep = ByteCount{16} << 20;

/// Fills a new file by the steps of a plan.
class Filling {
public:
    Filling(const SavePlan& plan, const Snapshot& snapshot, OpenFile& file, const JobContext& job)
        : plan_(plan), snapshot_(snapshot), file_(file), job_(job) {}

    [[nodiscard]] Status run() {
        if (Status shared = shareWhatCanBe(); !shared)
            return shared;
        if (sharedBytes_ == 0) {
            if (Status reserved = file_.reserve({0, plan_.size()}); !reserved)
                return reserved;
        }
        for (std::size_t i = 0; i < plan_.steps.size(); ++i) {
            if (sharedSteps_[i])
                continue;
            if (Status done = fill(plan_.steps[i]); !done)
                return done;
        }
        return {};
    }
    [[nodiscard]] ByteCount bytesWritten() const { return plan_.size() - sharedBytes_; }

private:
    /// The base file, while its bytes are certain to be those that its source shows; nullptr otherwise.
    [[nodiscard]] const FileSource* intactBase() const {
        const FileSource* base = plan_.target.base ? plan_.target.base->asFile() : nullptr;
        if (base == nullptr || plan_.bytesToCopy == 0)
            return nullptr;
        const Result<FileStatus> now = file_.fileSystem().status(base->path());
        return now && now->identity == base->identity() ? base : nullptr;
    }

    Status shareWhatCanBe() {
        sharedSteps_.assign(plan_.steps.size(), false);
        base_ = intactBase();
        if (base_ == nullptr)
            return {};
        for (std::size_t i = 0; i < plan_.steps.size(); ++i) {
            const auto* copy = std::get_if<CopyRange>(&plan_.steps[i]);
            if (copy == nullptr)
                continue;
            if (job_.stopRequested())
                return fail(ErrorCode::Cancelled);
            const Status cloned =
                file_.fileSystem().cloneRange(base_->descriptor(), copy->source, file_.handle(), copy->at);
            if (!cloned)
                return {};  // this file system cannot, or not here: copying tells what is wrong, if anything
            sharedSteps_[i] = true;
            sharedBytes_ += copy->source.size();
            job_.advance(copy->source.size());
        }
        return {};
    }

    Status fill(const SaveStep& step) {
        if (const auto* write = std::get_if<WriteRange>(&step))
            return writeRange(snapshot_, write->document, file_, write->at, job_);
        return copyRun(std::get<CopyRange>(step));
    }

    /// Inside the kernel as far as that goes; what it does not copy is written from the snapshot.
    Status copyRun(const CopyRange& copy) {
        ByteRange left = copy.source;
        while (base_ != nullptr && !left.isEmpty()) {
            if (job_.stopRequested())
                return fail(ErrorCode::Cancelled);
            const ByteOffset at = copy.at + (left.begin - copy.source.begin);
            const auto part = ByteRange::ofLength(left.begin, std::min(left.size(), kCopyStep));
            const Result<ByteCount> count =
                file_.fileSystem().copyRange(base_->descriptor(), part, file_.handle(), at);
            if (!count || *count == 0)
                break;
            file_.noteWritten(ByteRange::ofLength(at, *count));
            left.begin += *count;
            job_.advance(*count);
        }
        if (left.isEmpty())
            return {};
        const ByteOffset at = copy.at + (left.begin - copy.source.begin);
        return writeRange(snapshot_, ByteRange::ofLength(plan_.range.begin + at, left.size()), file_, at,
                          job_);
    }

    const SavePlan& plan_;
    const Snapshot& snapshot_;
    OpenFile& file_;
    const JobContext& job_;
    const FileSource* base_ = nullptr;
    std::vector<bool> sharedSteps_;
    ByteCount sharedBytes_ = 0;
};

/// The target is what the plan was made for.
Status checkTarget(const SaveTarget& target, FileSystem& fileSystem) {
    if (target.ifChanged == SaveTarget::IfChanged::Overwrite)
        return {};
    const Result<FileStatus> now = fileSystem.status(target.path);
    if (!now && now.error().code != ErrorCode::NotFound)
        return fail(now.error());
    const bool isSame = target.existing ? now && now->identity == target.existing->identity : !now;
    return isSame ? Status{} : fail(ErrorCode::ChangedOnDisk, target.path);
}

Status takePlace(TemporaryFile& temporary, const SaveTarget& target) {
    const bool mayReplace = target.existing || target.ifChanged == SaveTarget::IfChanged::Overwrite;
    const auto mode = mayReplace ? FileSystem::RenameMode::Replace : FileSystem::RenameMode::KeepExisting;
    Status renamed = temporary.renameTo(target.path, mode);
    if (!renamed && renamed.error().systemCode == EEXIST)
        renamed.error().code = ErrorCode::ChangedOnDisk;
    return renamed;
}

/// Renaming has changed its ctime. When more has changed, somebody else has been at it, and the identity
/// stays that of the bytes that were written. Nothing when the system will not tell.
std::optional<FileIdentity> identityAfterRenaming(TemporaryFile& temporary, const FileIdentity& written) {
    const Result<FileStatus> now = temporary.status();
    if (!now)
        return std::nullopt;
    const bool isAsWritten =
        now->identity.size == written.size && now->identity.modifiedNs == written.modifiedNs;
    return isAsWritten ? now->identity : written;
}

}  // namespace

SaveResult saveByReplacing(const SavePlan& plan, const Snapshot& snapshot, FileSystem& fileSystem,
                           const JobContext& job) {
    const SaveTarget& target = plan.target;
    const mode_t mode = target.existing ? 0600 : 0666;
    Result<TemporaryFile> temporary = TemporaryFile::createBeside(fileSystem, target.path, mode);
    if (!temporary)
        return fail(temporary.error());
    OpenFile& file = temporary->file();
    Filling filling(plan, snapshot, file, job);
    Status done = filling.run();
    if (done && target.existing)
        done = copyMetadata(target, file);
    if (done)
        done = file.sync();
    if (!done)
        return fail(done.error());
    const Result<FileStatus> written = file.status();
    if (!written)
        return fail(written.error());
    done = file.close();
    if (done && job.stopRequested())
        done = fail(ErrorCode::Cancelled);
    if (done)
        done = checkTarget(target, fileSystem);
    if (done)
        done = takePlace(*temporary, target);
    if (!done)
        return fail(done.error());

    static_cast<void>(fileSystem.unlink(journalPath(target.path)));  // of the file that is gone, if any
    const Status synced = syncDirectory(fileSystem, target.directory);
    const std::optional<FileIdentity> identity = identityAfterRenaming(*temporary, written->identity);
    if (!synced) {
        SaveFailure failure(synced.error());
        failure.code = ErrorCode::SyncFailed;
        if (identity)
            failure.left = {.identity = *identity, .holds = SaveFailure::Holds::NewBytes};
        return tl::unexpected(std::move(failure));
    }
    return SaveOutcome{.identity = identity.value_or(written->identity),
                       .bytesWritten = filling.bytesWritten(),
                       .kind = SavePlan::Kind::Replace,
                       .path = target.path};
}

}  // namespace octavo
