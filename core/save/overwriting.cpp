#include "core/save/overwriting.h"

#include <set>

#include "core/save/journal_recovery.h"
#include "core/save/snapshot_writer.h"

namespace octavo {

Result<OpenFile> openForOverwriting(const SavePlan& plan, FileSystem& fileSystem) {
    const SaveTarget& target = plan.target;
    // When an earlier save is played back, the file is no longer the one the plan was made for.
    const Result<JournalRecovery> recovered =
        recoverJournal(target.path, fileSystem, target.journalDirectory);
    if (!recovered)
        return fail(recovered.error());
    Result<OpenFile> file = OpenFile::open(fileSystem, target.path, FileSystem::Access::ReadWrite);
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

Status preserveOldBytes(const SavePlan& plan, const Snapshot& snapshot, const RangeSet& bytes) {
    const FileIdentity& identity = plan.target.existing->identity;
    std::set<const FileSource*> done;
    for (std::size_t id = 0; id < snapshot.chunks()->count(); ++id) {
        const FileSource* file = snapshot.chunks()->source(static_cast<ChunkId>(id)).asFile();
        if (file == nullptr || !file->identity().isSameFile(identity) || !done.insert(file).second)
            continue;
        const RangeSet shown = bytes.clippedTo({0, file->size()});
        if (shown.isEmpty())
            continue;
        if (Status preserved = file->preserve(shown.ranges()); !preserved)
            return preserved;
    }
    return {};
}

Status keepMode(const SaveTarget& target, OpenFile& file) {
    const Result<FileStatus> now = file.status();
    if (!now)
        return fail(now.error());
    if (now->mode == target.existing->mode)
        return {};
    return file.fileSystem().setMode(file.handle(), target.existing->mode);
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
