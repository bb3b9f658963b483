#include "core/save/rewrite_save.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "core/save/overwriting.h"
#include "core/save/rewrite_journal.h"
#include "core/save/roll_forward.h"

namespace octavo {

namespace {

constexpr std::size_t kReadStep = std::size_t{1} << 20;

RewriteHeader headerFor(const SavePlan& plan) {
    RewriteHeader header;
    header.inode = plan.target.existing->identity.inode;
    header.oldSize = plan.target.existing->identity.size;
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

/// What the plan writes over or cuts off.
RangeSet destroyedBytes(const SavePlan& plan) {
    std::vector<ByteRange> ranges;
    for (const SaveStep& step : plan.steps) {
        if (const auto* write = std::get_if<WriteRange>(&step))
            ranges.push_back(ByteRange::ofLength(write->at, write->document.size()));
        else if (const auto* move = std::get_if<MoveRange>(&step))
            ranges.push_back(ByteRange::ofLength(move->at, move->source.size()));
        else if (const auto* cut = std::get_if<Truncate>(&step))
            ranges.push_back({cut->size, plan.target.existing->identity.size});
    }
    std::ranges::sort(ranges, {}, &ByteRange::begin);
    RangeSet destroyed;
    for (const ByteRange range : ranges)
        destroyed.add(range);
    return destroyed;
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

/// Tells the job of each step, and remembers whether the file was touched.
class Progress final : public RewriteObserver {
public:
    explicit Progress(const JobContext& job) : job_(job) {}
    [[nodiscard]] bool hasBegun() const { return hasBegun_; }

    void stepBegins(std::uint64_t step, std::span<const RewritePart> parts,
                    std::span<const std::byte> bytes) override {
        static_cast<void>(parts);
        hasBegun_ = true;
        if (step_ != step)
            advance_ = bytes.size();
        step_ = step;
    }
    void stepEnded(std::uint64_t /*step*/) override { job_.advance(std::exchange(advance_, 0)); }

private:
    const JobContext& job_;
    std::optional<std::uint64_t> step_;
    ByteCount advance_ = 0;
    bool hasBegun_ = false;
};

/// All steps, and what belongs to the file besides bytes.
Status finish(RewriteJournal& journal, const SavePlan& plan, OpenFile& file, RewriteObserver& observer) {
    if (Status done = rollForward(journal.file(), journal.header(), file, &observer); !done)
        return done;
    const Result<FileStatus> now = file.status();
    if (!now)
        return fail(now.error());
    if (now->mode == plan.target.existing->mode)
        return {};
    if (Status kept = keepMode(plan.target, file); !kept)
        return kept;
    return file.sync();
}

/// Nothing was written yet but, perhaps, zeros behind the old end.
Status takeBackRoom(const SavePlan& plan, OpenFile& file) {
    const Result<FileStatus> now = file.status();
    if (!now)
        return fail(now.error());
    if (now->identity.size == plan.target.existing->identity.size)
        return {};
    return file.truncate(plan.target.existing->identity.size);
}

tl::unexpected<SaveFailure> keepForRecovery(RewriteJournal& journal, const Error& reason) {
    return tl::unexpected<SaveFailure>(Error{.code = ErrorCode::NeedsRecovery,
                                             .offset = reason.offset,
                                             .systemCode = reason.systemCode,
                                             .detail = journal.file().path()});
}

/// The file is as it was: so must be what lies beside it.
tl::unexpected<SaveFailure> takeBack(RewriteJournal& journal, const SavePlan& plan, OpenFile& file,
                                     Error reason) {
    if (Status restored = takeBackRoom(plan, file); !restored)
        return keepForRecovery(journal, reason);
    if (Status removed = journal.remove(); !removed)
        return keepForRecovery(journal, reason);
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
    if (Status preserved = preserveOldBytes(plan, snapshot, destroyedBytes(plan)); !preserved)
        return fail(preserved.error());
    if (Status made = makeRoomForJournal(plan, fileSystem); !made)
        return fail(made.error());
    Result<RewriteJournal> journal = RewriteJournal::create(fileSystem, plan.journal, headerFor(plan));
    if (!journal)
        return fail(journal.error());
    if (Status filled = fillJournal(*journal, plan, snapshot, job); !filled) {
        journal->abandon();
        return fail(filled.error());
    }

    if (Status claimed = claimRoom(*file, {plan.target.existing->identity.size,
                                           std::max(plan.target.existing->identity.size, plan.size())});
        !claimed)
        return takeBack(*journal, plan, *file, claimed.error());
    Progress progress(job);
    Status done = finish(*journal, plan, *file, progress);
    const bool mayHaveCut = plan.stepEnds.empty();
    if (!done && !progress.hasBegun() && !mayHaveCut)
        return takeBack(*journal, plan, *file, done.error());
    if (!done)
        done = finish(*journal, plan, *file, progress);
    if (!done)
        return keepForRecovery(*journal, done.error());

    const Result<FileStatus> after = file->status();
    if (Status removed = journal->remove(); !removed)
        return keepForRecovery(*journal, removed.error());
    if (Status synced = syncDirectory(fileSystem, directoryOf(plan.journal)); !synced || !after) {
        SaveFailure failure =
            failureLeaving(SaveFailure::Holds::NewBytes, *file, synced ? after.error() : synced.error());
        failure.code = ErrorCode::SyncFailed;
        return tl::unexpected(std::move(failure));
    }
    return SaveOutcome{.identity = after->identity,
                       .bytesWritten = plan.bytesToWrite,
                       .kind = SavePlan::Kind::Rewrite,
                       .path = plan.target.path};
}

}  // namespace octavo
