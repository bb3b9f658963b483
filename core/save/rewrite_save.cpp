#include "core/save/rewrite_save.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "core/save/file_runs.h"
#include "core/save/overwriting.h"
#include "core/save/rewrite_journal.h"
#include "core/save/roll_forward.h"

namespace octavo {

namespace {

constexpr std::size_t kReadStep = std::size_t{1} << 20;

RewriteHeader headerFor(const SavePlan& plan) {
    RewriteHeader header;
    header.inode = plan.target.existing->identity.inode;
    header.oldSize = fileSizeOf(plan.target);
    header.newSize = plan.size();
    header.partCount = plan.stepEnds.empty() ? 0 : plan.stepEnds.back();
    header.stepCount = plan.stepEnds.size();
    std::size_t begin = 0;
    for (const std::size_t end : plan.stepEnds) {
        ByteCount size = 0;
        for (; begin < end; ++begin) {
            const auto* write = std::get_if<WriteRange>(&plan.steps[begin]);
            const ByteCount length = write != nullptr ? write->document.size()
                                                      : std::get<MoveRange>(plan.steps[begin]).source.size();
            header.payloadSize += write != nullptr ? length : 0;
            size += length;
        }
        header.stepSize = std::max(header.stepSize, static_cast<std::uint32_t>(size));
    }
    return header;
}

/// A bad sector must show before the first byte moves.
Status checkMovesReadable(const SavePlan& plan, OpenFile& file, const JobContext& job) {
    std::vector<std::byte> block(kReadStep);
    for (const SaveStep& step : plan.steps) {
        const auto* move = std::get_if<MoveRange>(&step);
        if (move == nullptr)
            continue;
        for (ByteOffset at = move->source.begin; at < move->source.end; at += block.size()) {
            if (job.stopRequested())
                return fail(ErrorCode::Cancelled);
            const auto part =
                std::span(block).first(std::min<ByteCount>(block.size(), move->source.end - at));
            if (Status read = file.readAll(at, part); !read)
                return read;
        }
    }
    return {};
}

bool isKept(const MoveRange& move) {
    return move.source.begin == move.at;
}

RangeSet setOf(std::vector<ByteRange> ranges) {
    std::ranges::sort(ranges, {}, &ByteRange::begin);
    RangeSet set;
    for (const ByteRange range : ranges)
        set.add(range);
    return set;
}

/// What the plan writes over, from this entry of its steps on, or cuts off.
RangeSet destroyedBytes(const SavePlan& plan, std::size_t first) {
    std::vector<ByteRange> ranges;
    for (std::size_t i = first; i < plan.steps.size(); ++i) {
        if (const auto* write = std::get_if<WriteRange>(&plan.steps[i]))
            ranges.push_back(ByteRange::ofLength(write->at, write->document.size()));
        else if (const auto* cut = std::get_if<Truncate>(&plan.steps[i]))
            ranges.push_back({cut->size, fileSizeOf(plan.target)});
        else if (const auto& move = std::get<MoveRange>(plan.steps[i]); !isKept(move))
            ranges.push_back(ByteRange::ofLength(move.at, move.source.size()));
    }
    return setOf(std::move(ranges));
}

/// What of them is nowhere in the file afterwards.
RangeSet lostBytes(const SavePlan& plan) {
    std::vector<ByteRange> moved;
    for (const SaveStep& step : plan.steps) {
        if (const auto* move = std::get_if<MoveRange>(&step); move != nullptr && !isKept(*move))
            moved.push_back(move->source);
    }
    RangeSet lost = destroyedBytes(plan, 0);
    lost.remove(setOf(std::move(moved)));
    return lost;
}

Status addParts(RewriteJournal& journal, const SavePlan& plan) {
    ByteOffset payload = 0;
    std::size_t begin = 0;
    for (const std::size_t end : plan.stepEnds) {
        for (; begin < end; ++begin) {
            RewritePart part{.endsStep = begin + 1 == end};
            if (const auto* move = std::get_if<MoveRange>(&plan.steps[begin])) {
                part.at = move->at;
                part.source = move->source.begin;
                part.length = static_cast<std::uint32_t>(move->source.size());
            } else {
                const auto& write = std::get<WriteRange>(plan.steps[begin]);
                part.at = write.at;
                part.source = payload;
                part.length = static_cast<std::uint32_t>(write.document.size());
                part.isPayload = true;
                payload += part.length;
            }
            if (Status added = journal.add(part); !added)
                return added;
        }
    }
    return {};
}

Status addNewBytes(RewriteJournal& journal, const SavePlan& plan, const Snapshot& snapshot,
                   const JobContext& job) {
    for (const SaveStep& step : plan.steps) {
        const auto* write = std::get_if<WriteRange>(&step);
        if (write == nullptr)
            continue;
        Status added;
        const ScanReport report =
            snapshot.scan(write->document, [&](ByteOffset, std::span<const std::byte> bytes) {
                added = job.stopRequested() ? fail(ErrorCode::Cancelled) : journal.addPayload(bytes);
                return added.has_value();
            });
        if (!report.unreadable.isEmpty())
            return failAt(ErrorCode::Unreadable, report.unreadable.ranges().front().begin);
        if (!added)
            return added;
    }
    return {};
}

Status fillJournal(RewriteJournal& journal, const SavePlan& plan, const Snapshot& snapshot,
                   const JobContext& job) {
    Status done = addParts(journal, plan);
    if (done)
        done = addNewBytes(journal, plan, snapshot, job);
    if (done)
        done = journal.commit();
    if (done && job.stopRequested())
        done = fail(ErrorCode::Cancelled);
    return done;
}

/// Lets the sources follow the bytes, tells the job of each step, and remembers how far they have come.
class Follower final : public RewriteObserver {
public:
    Follower(std::vector<std::shared_ptr<const FileSource>> sources, const JobContext& job)
        : sources_(std::move(sources)), job_(job) {}

    /// The file was touched.
    [[nodiscard]] bool hasBegun() const { return begun_ > 0; }
    [[nodiscard]] std::uint64_t stepsDone() const { return done_; }
    [[nodiscard]] const std::vector<std::shared_ptr<const FileSource>>& sources() const { return sources_; }

    void stepBegins(std::uint64_t step, std::span<const RewritePart> parts,
                    const FileSource::Memory& bytes) override {
        if (step < begun_)
            return;  // begun before it failed: the sources have its bytes
        begun_ = step + 1;
        size_ = bytes->size();
        std::vector<FileSource::Move> moves;
        std::size_t at = 0;
        for (const RewritePart& part : parts) {
            if (!part.isPayload && part.source != part.at)
                moves.push_back({part.source, part.at, part.length, at});
            at += part.length;
        }
        for (const auto& source : sources_)
            source->holdMoves(moves, bytes);
    }
    void stepEnded(std::uint64_t step) override {
        for (const auto& source : sources_)
            source->settleMoves();
        done_ = step + 1;
        job_.advance(size_);
    }

private:
    std::vector<std::shared_ptr<const FileSource>> sources_;
    const JobContext& job_;
    std::uint64_t begun_ = 0;  // how many
    std::uint64_t done_ = 0;
    ByteCount size_ = 0;
};

/// All steps, and what belongs to the file besides bytes.
Status finish(RewriteJournal& journal, OpenFile& file, const Privileges& privileges,
              RewriteObserver& observer) {
    if (Status done = rollForward(journal.file(), journal.header(), file, &observer); !done)
        return done;
    const Result<bool> restored = privileges.restore(file);
    if (!restored)
        return fail(restored.error());
    return *restored ? file.sync() : Status{};
}

/// Nothing was written yet but, perhaps, zeros behind the old end.
Status takeBackRoom(const SavePlan& plan, OpenFile& file) {
    const Result<FileStatus> now = file.status();
    if (!now)
        return fail(now.error());
    // What was claimed behind the end is given back too.
    if (now->size() == fileSizeOf(plan.target) && plan.size() <= fileSizeOf(plan.target))
        return {};
    // Before the journal goes: nothing would cut off the zeros after a power cut then.
    const Status cut = file.truncate(fileSizeOf(plan.target));
    return cut ? file.sync() : cut;
}

/// Somebody will finish or undo what was begun, and the sources will not hear of it: what they still show of
/// the bytes that the steps left destroy is kept for them. Where that is impossible nobody may, until this
/// process ends.
tl::unexpected<SaveFailure> keepForRecovery(RewriteJournal& journal, const SavePlan& plan,
                                            const Follower& follower, const Error& reason) {
    const std::size_t first = follower.stepsDone() == 0 ? 0 : plan.stepEnds[follower.stepsDone() - 1];
    SaveFailure failure(Error{.code = ErrorCode::NeedsRecovery,
                              .offset = reason.offset,
                              .systemCode = reason.systemCode,
                              .detail = journal.file().path()});
    if (!preserveOldBytes(follower.sources(), destroyedBytes(plan, first)))
        journal.file().leaveOpen();
    return tl::unexpected(std::move(failure));
}

/// The file is as it was: so must be what lies beside it.
tl::unexpected<SaveFailure> takeBack(RewriteJournal& journal, const SavePlan& plan, const Follower& follower,
                                     OpenFile& file, Error reason) {
    if (Status restored = takeBackRoom(plan, file); !restored)
        return keepForRecovery(journal, plan, follower, reason);
    if (Status removed = journal.remove(); !removed)
        return keepForRecovery(journal, plan, follower, reason);
    static_cast<void>(syncDirectory(file.fileSystem(), directoryOf(plan.journal)));
    return tl::unexpected(failureLeaving(SaveFailure::Holds::OldBytes, file, std::move(reason)));
}

}  // namespace

SaveResult saveByRewriting(const SavePlan& plan, const Snapshot& snapshot, FileSystem& fileSystem,
                           const JobContext& job) {
    Result<OpenFile> file = openForOverwriting(plan, fileSystem);
    if (!file)
        return fail(file.error());
    if (Status readable = checkMovesReadable(plan, *file, job); !readable)
        return fail(readable.error());
    Follower follower(sourcesShowing(plan, snapshot), job);
    if (Status preserved = preserveOldBytes(follower.sources(), lostBytes(plan)); !preserved)
        return fail(preserved.error());
    const Result<Privileges> privileges = Privileges::of(*file, plan.target);
    if (!privileges)
        return fail(privileges.error());
    if (Status made = makeRoomForJournal(plan, fileSystem); !made)
        return fail(made.error());
    Result<RewriteJournal> journal = RewriteJournal::create(fileSystem, plan.journal, headerFor(plan));
    if (!journal)
        return fail(journal.error());
    if (Status filled = fillJournal(*journal, plan, snapshot, job); !filled) {
        journal->abandon();
        return fail(filled.error());
    }

    if (Status claimed =
            claimRoom(*file, {fileSizeOf(plan.target), std::max(fileSizeOf(plan.target), plan.size())});
        !claimed)
        return takeBack(*journal, plan, follower, *file, claimed.error());
    Status done = finish(*journal, *file, *privileges, follower);
    // Without a step the file may have been cut without the follower hearing of it.
    const bool mayHaveCut = plan.stepEnds.empty();
    if (!done && !follower.hasBegun() && !mayHaveCut)
        return takeBack(*journal, plan, follower, *file, done.error());
    if (!done)
        done = finish(*journal, *file, *privileges, follower);
    if (!done)
        return keepForRecovery(*journal, plan, follower, done.error());

    Result<FileStatus> after = file->status();
    if (!after)
        after = file->status();
    if (Status removed = journal->remove(); !removed)
        return keepForRecovery(*journal, plan, follower, removed.error());
    if (Status synced = syncDirectory(fileSystem, directoryOf(plan.journal)); !synced || !after) {
        SaveFailure failure =
            failureLeaving(SaveFailure::Holds::NewBytes, *file, synced ? after.error() : synced.error());
        failure.code = ErrorCode::SyncFailed;
        return tl::unexpected(std::move(failure));
    }
    // A system that does not tell who has the name takes nothing from what is on the disk.
    const Status named = checkStillNamed(plan.target, after->identity, fileSystem);
    if (!named && named.error().code == ErrorCode::ChangedOnDisk)
        return tl::unexpected(failureLeaving(SaveFailure::Holds::NewBytes, *file, named.error()));
    return SaveOutcome{.identity = after->identity,
                       .bytesWritten = plan.bytesToWrite,
                       .kind = SavePlan::Kind::Rewrite,
                       .path = plan.target.path};
}

}  // namespace octavo
