#include "core/save/in_place_save.h"

#include <algorithm>

#include "core/save/file_runs.h"
#include "core/save/overwriting.h"
#include "core/save/snapshot_writer.h"
#include "core/save/undo_journal.h"

namespace octavo {

namespace {

std::uint64_t recordCountFor(const RangeSet& blocks) {
    std::uint64_t count = 0;
    for (const ByteRange& range : blocks.ranges())
        count += (range.size() + UndoJournal::kRecordMax - 1) / UndoJournal::kRecordMax;
    return count;
}

Status keepOldBytes(UndoJournal& journal, OpenFile& file, const RangeSet& blocks, const JobContext& job) {
    std::vector<std::byte> buffer(std::min<ByteCount>(ByteCount{1} << 20, blocks.totalSize()));
    for (const ByteRange& range : blocks.ranges()) {
        for (ByteOffset at = range.begin; at < range.end; at += buffer.size()) {
            if (job.stopRequested())
                return fail(ErrorCode::Cancelled);
            const auto bytes = std::span(buffer).first(std::min<ByteCount>(buffer.size(), range.end - at));
            if (Status read = file.readAll(at, bytes); !read)
                return read;
            for (std::size_t i = 0; i < bytes.size(); i += UndoJournal::kRecordMax) {
                const std::size_t length = std::min(UndoJournal::kRecordMax, bytes.size() - i);
                if (Status kept = journal.keep(at + i, bytes.subspan(i, length)); !kept)
                    return kept;
            }
        }
    }
    return journal.commit();
}

Status writeSteps(const SavePlan& plan, const Snapshot& snapshot, OpenFile& file,
                  const Privileges& privileges, const JobContext& job) {
    const ByteCount oldSize = fileSizeOf(plan.target);
    if (plan.size() > oldSize) {
        if (Status reserved = file.reserve({oldSize, plan.size()}); !reserved)
            return reserved;
    }
    for (const SaveStep& step : plan.steps) {
        const auto* write = std::get_if<WriteRange>(&step);
        const Status done = write != nullptr ? writeRange(snapshot, write->document, file, write->at, job)
                                             : file.truncate(std::get<Truncate>(step).size);
        if (!done)
            return done;
    }
    if (const Result<bool> restored = privileges.restore(file); !restored)
        return fail(restored.error());
    return file.sync();
}

/// Takes the save back; the failure says whether that worked.
tl::unexpected<SaveFailure> takeBack(UndoJournal& journal, OpenFile& file, const Privileges& privileges,
                                     Error reason) {
    if (const Status restored = journal.rollBack(file); restored) {
        static_cast<void>(privileges.restore(file));
        return tl::unexpected(failureLeaving(SaveFailure::Holds::OldBytes, file, std::move(reason)));
    }
    return tl::unexpected<SaveFailure>(Error{.code = ErrorCode::NeedsRecovery,
                                             .offset = reason.offset,
                                             .systemCode = reason.systemCode,
                                             .detail = journal.path()});
}

}  // namespace

SaveResult saveInPlace(const SavePlan& plan, const Snapshot& snapshot, FileSystem& fileSystem,
                       const JobContext& job) {
    const SaveTarget& target = plan.target;
    Result<OpenFile> file = openForOverwriting(plan, fileSystem);
    if (!file)
        return fail(file.error());
    if (Status readable = checkWritesReadable(plan, snapshot, job); !readable)
        return fail(readable.error());

    const RangeSet blocks = overwrittenBlocks(plan);
    if (Status preserved = preserveOldBytes(sourcesShowing(plan, snapshot), blocks); !preserved)
        return fail(preserved.error());
    const Result<Privileges> privileges = Privileges::of(*file, target);
    if (!privileges)
        return fail(privileges.error());
    if (Status made = makeRoomForJournal(plan, fileSystem); !made)
        return fail(made.error());
    Result<UndoJournal> journal = UndoJournal::create(fileSystem, {.journal = plan.journal,
                                                                   .inode = target.existing->identity.inode,
                                                                   .oldSize = fileSizeOf(target),
                                                                   .newSize = plan.size(),
                                                                   .recordCount = recordCountFor(blocks)});
    if (!journal)
        return fail(journal.error());
    if (Status kept = keepOldBytes(*journal, *file, blocks, job); !kept) {
        journal->abandon();
        return fail(kept.error());
    }

    if (Status written = writeSteps(plan, snapshot, *file, *privileges, job); !written)
        return takeBack(*journal, *file, *privileges, written.error());
    const Result<FileStatus> after = file->status();
    if (!after)
        return takeBack(*journal, *file, *privileges, after.error());
    if (after->size() != plan.size()) {
        // Somebody else has made it shorter or longer meanwhile; putting old blocks back would only harm
        // theirs.
        journal->abandon();
        return fail(ErrorCode::ChangedOnDisk, target.path);
    }
    if (Status named = checkStillNamed(target, after->identity, fileSystem); !named)
        return takeBack(*journal, *file, *privileges, named.error());
    if (Status removed = journal->remove(); !removed)
        return takeBack(*journal, *file, *privileges, removed.error());
    if (Status synced = syncDirectory(fileSystem, directoryOf(plan.journal)); !synced) {
        SaveFailure failure(synced.error());
        failure.code = ErrorCode::SyncFailed;
        failure.left = {.identity = after->identity, .holds = SaveFailure::Holds::NewBytes};
        return tl::unexpected(std::move(failure));
    }
    return SaveOutcome{.identity = after->identity,
                       .bytesWritten = plan.bytesToWrite,
                       .kind = SavePlan::Kind::InPlace,
                       .path = target.path};
}

}  // namespace octavo
