#include "core/save/save_plan.h"

#include <algorithm>
#include <optional>
#include <string>

#include "core/save/file_runs.h"
#include "core/save/journal_file.h"
#include "core/save/rewrite_plan.h"

namespace octavo {

namespace {

/// Shorter unmodified runs are cheaper written than asked for.
constexpr ByteCount kCopyMin = ByteCount{64} * 1024;
/// Up to this many old bytes an in-place save is worth its journal whatever the size of the file.
constexpr ByteCount kInPlaceAlways = ByteCount{64} << 20;
/// In place a changed byte costs a copy for undo, one in the journal and the write itself.
constexpr ByteCount kInPlaceCostFactor = 3;
/// Where bytes move, in place still wins when this little of the file lies behind the move.
constexpr ByteCount kShiftFactor = 64;

ByteOffset alignedDown(ByteOffset offset) {
    return offset - offset % SavePlan::kBlockSize;
}

ByteOffset alignedUp(ByteOffset offset) {
    return alignedDown(offset + SavePlan::kBlockSize - 1);
}

/// Steps in the order of file offsets; adjoining writes become one.
class StepList {
public:
    explicit StepList(SavePlan& plan) : plan_(plan) {}

    void write(ByteRange document, ByteOffset at) {
        if (!plan_.steps.empty()) {
            // Writes of whole sectors may share one.
            const auto* last = std::get_if<WriteRange>(&plan_.steps.back());
            const ByteOffset done = last != nullptr ? last->document.end : 0;
            if (document.begin < done) {
                at += std::min(document.size(), done - document.begin);
                document.begin = std::min(document.end, done);
            }
        }
        if (document.isEmpty())
            return;
        plan_.bytesToWrite += document.size();
        if (!plan_.steps.empty()) {
            auto* last = std::get_if<WriteRange>(&plan_.steps.back());
            if (last != nullptr && last->document.end == document.begin) {
                last->document.end = document.end;
                return;
            }
        }
        plan_.steps.emplace_back(WriteRange{document, at});
    }
    void copy(ByteRange source, ByteOffset at) {
        plan_.bytesToCopy += source.size();
        plan_.steps.emplace_back(CopyRange{source, at});
    }

private:
    SavePlan& plan_;
};

const FileSource* baseFileOf(const SaveTarget& target) {
    return target.base ? target.base->asFile() : nullptr;
}

/// The target is the very file, unchanged, that the base source shows.
bool isBaseFile(const SaveTarget& target) {
    const FileSource* base = baseFileOf(target);
    return base != nullptr && target.existing &&
           target.existing->identity == target.baseIdentity.value_or(base->identity());
}

bool isDevice(const SaveTarget& target) {
    return target.existing->kind == FileKind::BlockDevice;
}

Status checkKind(const SaveTarget& target) {
    if (!target.existing)
        return {};
    if (target.existing->isImmutable || target.existing->isAppendOnly)
        return fail(ErrorCode::Immutable, target.path);
    const FileKind kind = target.existing->kind;
    if (kind == FileKind::Regular)
        return {};
    if (kind == FileKind::Directory)
        return fail(ErrorCode::IsDirectory, target.path);
    if (kind != FileKind::BlockDevice)
        return fail(ErrorCode::NotRegularFile, target.path);
    // Only a device's own document is written to it, never a file of another size.
    if (target.intent == SaveTarget::Intent::Save && isBaseFile(target))
        return {};
    return fail(ErrorCode::Unsupported, target.path);
}

Status checkUnchanged(const SaveTarget& target) {
    const FileSource* base = baseFileOf(target);
    if (base == nullptr || target.ifChanged == SaveTarget::IfChanged::Overwrite || isBaseFile(target))
        return {};
    const bool isOwnName = target.existing && target.existing->identity.isSameFile(base->identity());
    if (target.intent == SaveTarget::Intent::Save || isOwnName)
        return fail(ErrorCode::ChangedOnDisk, target.path);
    return {};
}

/// What an in-place save would do, and whether bytes of the file move to other places of it.
struct InPlaceDraft {
    SavePlan plan;
    bool hasShift = false;
};

InPlaceDraft draftInPlace(const Snapshot& snapshot, const SaveTarget& target) {
    InPlaceDraft draft{.plan = {.kind = SavePlan::Kind::InPlace, .target = target, .range = snapshot.all()}};
    const ByteCount oldSize = fileSizeOf(target);
    const ByteCount keptSize = std::min(oldSize, snapshot.size());
    StepList steps(draft.plan);
    const auto visit = [&](ByteRange run, std::optional<ByteOffset> fileOffset) {
        if (fileOffset == run.begin)
            return;
        if (fileOffset && run.begin < keptSize && snapshot.size() != oldSize)
            draft.hasShift = true;
        if (isDevice(target))  // whole sectors
            run = {alignedDown(run.begin), std::min(alignedUp(run.end), oldSize)};
        steps.write(run, run.begin);
    };
    forEachFileRun(snapshot, target, snapshot.all(), visit);
    if (snapshot.size() < oldSize)
        draft.plan.steps.emplace_back(Truncate{snapshot.size()});
    draft.plan.bytesToJournal = overwrittenBlocks(draft.plan).totalSize();
    draft.plan.temporaryBytes = draft.plan.bytesToJournal;
    return draft;
}

bool isInPlaceWorth(const InPlaceDraft& draft) {
    const ByteCount oldBytes = draft.plan.bytesToJournal;
    const ByteCount size = draft.plan.size();
    if (draft.hasShift)
        return oldBytes <= size / kShiftFactor;
    return oldBytes <= kInPlaceAlways || oldBytes <= size / kInPlaceCostFactor;
}

ByteCount freeBytesOf(const SaveTarget& target) {
    return target.room ? target.room->freeBytes : kMaxDocumentSize;
}

bool isRoomTakenByOverwriting(const SaveTarget& target) {
    return target.room && target.room->isTakenByOverwriting;
}

/// How much room there is for the journal and for what overwriting takes; a journal elsewhere may have any.
ByteCount roomFor(const SaveTarget& target) {
    return target.isDirectoryWritable || isRoomTakenByOverwriting(target) ? freeBytesOf(target)
                                                                          : kMaxDocumentSize;
}

/// How much of it a save within the file takes until it is done. Where overwriting takes room a save that ran
/// out of it half way could not even be taken back.
ByteCount roomTakenBy(const SavePlan& plan) {
    const ByteCount journal = plan.target.isDirectoryWritable ? plan.temporaryBytes : 0;
    if (!isRoomTakenByOverwriting(plan.target))
        return journal;
    // Two steps of a Rewrite: the blocks of the one before may not be free yet.
    return journal + (plan.kind == SaveKind::Rewrite ? 2 * plan.target.stepSize : plan.bytesToJournal);
}

/// How a file is saved into itself.
SavePlan planWithin(const Snapshot& snapshot, InPlaceDraft draft, SaveKind kind) {
    if (kind == SaveKind::InPlace)
        return std::move(draft.plan);
    SavePlan plan{.target = draft.plan.target, .range = draft.plan.range};
    // Two steps at a time are in the journal: where there is little room they are short.
    constexpr ByteCount kShortestStep = 16 * SavePlan::kBlockSize;
    plan.target.stepSize =
        std::min(plan.target.stepSize, std::max(kShortestStep, alignedDown(roomFor(plan.target) / 8)));
    planRewrite(snapshot, plan);
    return plan;
}

std::optional<std::string> journalFor(const SaveTarget& target) {
    if (target.isDirectoryWritable && !isDevice(target))  // /dev does not outlive the system
        return journalPath(target.path);
    if (target.journalDirectory.empty())
        return std::nullopt;
    return journalPathIn(target.journalDirectory, target.path, target.existing->identity.inode);
}

/// The part of a base piece that can be copied as blocks, in file offsets of the new file; nothing when none.
std::optional<ByteRange> copyablePart(const Piece& piece, ByteOffset at, bool isTail) {
    if (piece.offset % SavePlan::kBlockSize != at % SavePlan::kBlockSize)
        return std::nullopt;
    const ByteRange part{alignedUp(at), isTail ? at + piece.length : alignedDown(at + piece.length)};
    if (part.end < part.begin || part.size() < kCopyMin)
        return std::nullopt;
    return part;
}

SavePlan planReplace(const Snapshot& snapshot, const SaveTarget& target, ByteRange range) {
    SavePlan plan{.kind = SavePlan::Kind::Replace, .target = target, .range = range};
    const bool hasBaseFile = baseFileOf(target) != nullptr;
    StepList steps(plan);
    snapshot.tree().forEach(range, [&](const Piece& piece, ByteOffset offset) {
        const ByteOffset at = offset - range.begin;
        const auto whole = ByteRange::ofLength(offset, piece.length);
        const bool isOfBase = hasBaseFile && &snapshot.sourceOf(piece) == target.base.get();
        const bool isTail =
            isOfBase && whole.end == range.end && piece.offset + piece.length == target.base->size();
        const std::optional<ByteRange> copied = isOfBase ? copyablePart(piece, at, isTail) : std::nullopt;
        if (!copied) {
            steps.write(whole, at);
            return true;
        }
        const ByteOffset copyBegin = range.begin + copied->begin;
        const ByteOffset copyEnd = range.begin + copied->end;
        steps.write({whole.begin, copyBegin}, at);
        steps.copy(ByteRange::ofLength(piece.offset + (copied->begin - at), copied->size()), copied->begin);
        steps.write({copyEnd, whole.end}, copied->end);
        return true;
    });
    const bool areCopiesFree = target.room && target.room->isSharedByCloning;
    plan.temporaryBytes = areCopiesFree ? plan.bytesToWrite : range.size();
    if (target.existing && target.existing->linkCount > 1)
        plan.risks.push_back(SaveRisk::BreaksHardLinks);
    return plan;
}

/// A second copy is out of the question: it would break links, or there is no place or no room for it.
bool isCopyImpossible(const Snapshot& snapshot, const SaveTarget& target) {
    return !target.isDirectoryWritable || target.existing->linkCount > 1 ||
           planReplace(snapshot, target, snapshot.all()).temporaryBytes > freeBytesOf(target);
}

/// Which way to take for a document's own, unchanged file.
SaveKind kindFor(const InPlaceDraft& draft, const Snapshot& snapshot, const SaveTarget& target) {
    if (isDevice(target))
        return SaveKind::InPlace;
    if (target.wantedKind)
        return *target.wantedKind;
    const bool fits = roomTakenBy(draft.plan) <= roomFor(target);
    const bool maySayFull = !draft.hasShift && !isRoomTakenByOverwriting(target);  // with nothing changed
    if (isInPlaceWorth(draft) && (fits || maySayFull))
        return SaveKind::InPlace;
    if (!isCopyImpossible(snapshot, target))
        return SaveKind::Replace;
    if (!fits && !maySayFull)
        return SaveKind::Rewrite;
    return draft.hasShift && draft.plan.bytesToJournal > kInPlaceAlways ? SaveKind::Rewrite
                                                                        : SaveKind::InPlace;
}

}  // namespace

bool SavePlan::isUsual() const {
    return risks.empty() && !isLongRewrite() && !isJournalElsewhere();
}

bool SavePlan::isJournalElsewhere() const {
    return !journal.empty() && directoryOf(journal) != target.directory;
}

RangeSet overwrittenBlocks(const SavePlan& plan) {
    OCTAVO_EXPECTS(plan.kind == SavePlan::Kind::InPlace);
    RangeSet blocks;
    const ByteCount oldSize = fileSizeOf(plan.target);
    const auto add = [&](ByteRange range) {
        if (range.begin < oldSize)
            blocks.add({alignedDown(range.begin), std::min(alignedUp(range.end), oldSize)});
    };
    for (const SaveStep& step : plan.steps) {
        if (const auto* write = std::get_if<WriteRange>(&step))
            add(ByteRange::ofLength(write->at, write->document.size()));
        else
            add({std::get<Truncate>(step).size, oldSize});
    }
    return blocks;
}

Result<SavePlan> planSave(const Snapshot& snapshot, const SaveTarget& target) {
    const ByteRange range = target.range.value_or(snapshot.all());
    if (!range.isValid() || range.end > snapshot.size())
        return fail(ErrorCode::OutOfRange, target.path);
    if (Status kind = checkKind(target); !kind)
        return fail(kind.error());
    if (Status unchanged = checkUnchanged(target); !unchanged)
        return fail(unchanged.error());

    SavePlan plan;
    const bool mayBeInPlace =
        target.intent == SaveTarget::Intent::Save && isBaseFile(target) && range == snapshot.all();
    if (mayBeInPlace) {
        if (isDevice(target) && snapshot.size() != fileSizeOf(target))
            return fail(ErrorCode::Unsupported, target.path);
        InPlaceDraft draft = draftInPlace(snapshot, target);
        if (draft.plan.steps.empty())
            return SavePlan{.kind = SavePlan::Kind::Nothing, .target = target, .range = range};
        const SaveKind kind = kindFor(draft, snapshot, target);
        if (kind == SaveKind::InPlace || kind == SaveKind::Rewrite) {
            std::optional<std::string> journal = journalFor(target);
            if (!journal)
                return fail(ErrorCode::AccessDenied, target.directory);
            plan = planWithin(snapshot, std::move(draft), kind);
            if (isRoomTakenByOverwriting(target) && roomTakenBy(plan) > roomFor(target))
                return fail(ErrorCode::DiskFull, target.path);
            plan.journal = std::move(*journal);
        }
    }
    if (plan.kind == SaveKind::Nothing) {
        if (target.wantedKind.value_or(SaveKind::Replace) != SaveKind::Replace)
            return fail(ErrorCode::Unsupported, saveKindName(*target.wantedKind));
        if (!target.isDirectoryWritable)
            return fail(ErrorCode::AccessDenied, target.directory);
        plan = planReplace(snapshot, target, range);
    }
    constexpr mode_t kAnyWrite = 0222;
    if (target.existing && (target.existing->mode & kAnyWrite) == 0)
        plan.risks.push_back(SaveRisk::ReadOnlyFile);
    return plan;
}

}  // namespace octavo
