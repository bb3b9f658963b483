#include "core/save/overwriting.h"

#include <algorithm>
#include <string>

#include "core/save/journal_recovery.h"
#include "core/save/snapshot_writer.h"

namespace octavo {

namespace {
const std::string kCapabilities = "security.capability";
}  // namespace

Result<OpenFile> openForOverwriting(const SavePlan& plan, FileSystem& fileSystem) {
    const SaveTarget& target = plan.target;
    // When an earlier save is played back, the file is no longer the one the plan was made for.
    const Result<JournalRecovery> recovered =
        recoverJournal(target.path, fileSystem, target.journalDirectory);
    if (!recovered)
        return fail(recovered.error());
    Result<OpenFile> file = openForWriting(fileSystem, target.path);
    if (!file)
        return file;
    const Result<FileStatus> before = file->status();
    if (!before)
        return fail(before.error());
    if (before->identity != target.existing->identity)
        return fail(ErrorCode::ChangedOnDisk, target.path);
    return file;
}

Status checkWritesReadable(const SavePlan& plan, const Snapshot& snapshot, const JobContext& job) {
    for (const SaveStep& step : plan.steps) {
        if (const auto* write = std::get_if<WriteRange>(&step)) {
            if (Status readable = checkReadable(snapshot, write->document, job); !readable)
                return readable;
        }
    }
    return {};
}

std::vector<std::shared_ptr<const FileSource>> sourcesShowing(const SavePlan& plan,
                                                              const Snapshot& snapshot) {
    const FileIdentity& identity = plan.target.existing->identity;
    std::vector<std::shared_ptr<const FileSource>> sources = liveSourcesOf(identity);
    for (std::size_t id = 0; id < snapshot.chunks()->count(); ++id) {
        const auto chunk = snapshot.chunks()->sharedSource(static_cast<ChunkId>(id));
        const FileSource* file = chunk->asFile();
        const auto isSame = [file](const auto& each) { return each.get() == file; };
        if (file != nullptr && file->identity().isSameFile(identity) && std::ranges::none_of(sources, isSame))
            sources.emplace_back(chunk, file);
    }
    return sources;
}

Status preserveOldBytes(std::span<const std::shared_ptr<const FileSource>> sources, const RangeSet& bytes) {
    for (const auto& source : sources) {
        if (Status preserved = source->preserve(bytes.ranges()); !preserved)
            return preserved;
    }
    return {};
}

Result<Privileges> Privileges::of(OpenFile& file, const SaveTarget& target) {
    Privileges privileges;
    privileges.mode_ = target.existing->mode;
    FileSystem& fileSystem = file.fileSystem();
    const Result<std::vector<std::string>> names = fileSystem.attributeNames(file.handle());
    if (!names)
        return fail(names.error());
    if (std::ranges::find(*names, kCapabilities) == names->end())
        return privileges;
    Result<std::vector<std::byte>> value = fileSystem.attribute(file.handle(), kCapabilities);
    if (!value)
        return fail(value.error());
    // What it has already can be given to it, or it cannot afterwards either.
    const Status given = fileSystem.setAttribute(file.handle(), kCapabilities, *value);
    if (given)
        privileges.capabilities_ = std::move(*value);
    else if (!target.accepts(SaveRisk::LosesAttributes))
        return fail(Error{.code = ErrorCode::Unsupported,
                          .offset = {},
                          .systemCode = given.error().systemCode,
                          .detail = saveRiskName(SaveRisk::LosesAttributes)});
    return privileges;
}

Result<bool> Privileges::restore(OpenFile& file) const {
    FileSystem& fileSystem = file.fileSystem();
    const Result<FileStatus> now = file.status();
    if (!now)
        return fail(now.error());
    Status done;
    const bool hasLostMode = now->mode != mode_;
    if (hasLostMode)
        done = fileSystem.setMode(file.handle(), mode_);
    if (done && capabilities_)
        done = fileSystem.setAttribute(file.handle(), kCapabilities, *capabilities_);
    if (!done)
        return fail(done.error());
    return hasLostMode || capabilities_.has_value();
}

Status checkStillNamed(const SaveTarget& target, const FileIdentity& saved, FileSystem& fileSystem) {
    const Result<FileStatus> now = fileSystem.status(target.path);
    if (!now && now.error().code != ErrorCode::NotFound)
        return fail(now.error());
    return now && now->identity.isSameFile(saved) ? Status{} : fail(ErrorCode::ChangedOnDisk, target.path);
}

Status makeRoomForJournal(const SavePlan& plan, FileSystem& fileSystem) {
    const std::string directory = directoryOf(plan.journal);
    return directory == plan.target.directory ? Status{} : fileSystem.makePrivateDirectory(directory);
}

SaveFailure failureLeaving(SaveFailure::Holds holds, OpenFile& file, Error reason) {
    SaveFailure failure(std::move(reason));
    Result<FileStatus> now = file.status();
    if (!now)
        now = file.fileSystem().status(file.path());
    if (now)
        failure.left = {.identity = now->identity, .holds = holds};
    return failure;
}

}  // namespace octavo
