#include "app/file_reload.h"

#include <algorithm>
#include <utility>

#include "core/base/contracts.h"
#include "core/compare/byte_diff.h"
#include "core/compare/own_edits.h"

namespace octavo {

namespace {

/// Comparing two versions that together are longer takes longer than it is worth.
constexpr ByteCount kCompareMost = ByteCount{8} << 30;
/// Each splice tells every view; where there are more places, close ones are taken over as one.
constexpr std::size_t kSplicesMost = 256;
constexpr ByteCount kPlaceGap = 3;

Hunk wholeOf(ByteCount before, ByteCount after) {
    return {{0, before}, {0, after}};
}

std::vector<Hunk> fewer(std::vector<Hunk> hunks, std::size_t most) {
    for (ByteCount gap = 1; hunks.size() > most; gap *= 2)
        joinHunks(hunks, gap);
    return hunks;
}

/// The bytes beyond the shorter of two versions whose common part is the same memory.
std::vector<Hunk> tailOf(ByteCount before, ByteCount after) {
    if (before == after)
        return {};
    const ByteOffset common = std::min(before, after);
    return {{{common, before}, {common, after}}};
}

/// Puts ranges of `file` in the place of ranges of the document, from the back so that offsets stay true.
Status replaceHunks(Document& document, const std::shared_ptr<FileSource>& file,
                    const std::vector<Hunk>& hunks) {
    const bool wasProtected = document.isWriteProtected();
    document.setWriteProtected(false);
    const Status done = document.applyTogether([&]() -> Status {
        for (auto hunk = hunks.rbegin(); hunk != hunks.rend(); ++hunk) {
            const Content content = hunk->after.isEmpty() ? Content() : Content::ofSource(file, hunk->after);
            if (const Status replaced =
                    document.apply(Edit::replace(hunk->before, content, EditKind::Reload));
                !replaced)
                return replaced;
        }
        return {};
    });
    document.setWriteProtected(wasProtected);
    return done;
}

}  // namespace

CompareInput compareInputOf(const OpenDocument& document) {
    OCTAVO_EXPECTS(document.knownFile().has_value());
    return {document.document().snapshot(), document.document().baseChunk(), *document.knownFile()};
}

Result<Reloaded> loadAgain(const CompareInput& input, const JobContext& job) {
    auto file = openFileSource(input.known.path, FileCopy::OfSmall);
    if (!file)
        return fail(file.error());
    Reloaded result{.file = std::move(*file), .revision = input.snapshot.revision()};
    const ByteCount before = input.snapshot.size();
    const ByteCount after = result.file->size();
    const bool isShared = !keepsOldBytes(*input.known.opened, input.known.base) &&
                          result.file->identity().isSameFile(input.known.base);
    const bool isUnedited = ownEdits(input.snapshot, input.baseChunk, input.known.opened->size()).empty();
    if (isShared && isUnedited) {
        result.hunks = tailOf(before, after);
        result.knowsChanges = false;
    } else if (before + after > kCompareMost) {
        result.hunks = {wholeOf(before, after)};
        result.knowsChanges = false;
    } else {
        auto hunks = diffBytes(input.snapshot, Snapshot::ofSource(result.file), {}, job);
        if (!hunks)
            return fail(hunks.error());
        result.hunks = std::move(*hunks);
        result.knowsChanges = !isShared;
    }
    return result;
}

Status takeOver(OpenDocument& document, const Reloaded& reloaded) {
    Document& edited = document.document();
    if (edited.revision() != reloaded.revision)
        return fail(ErrorCode::Busy, document.path());
    if (const Status done = replaceHunks(edited, reloaded.file, fewer(reloaded.hunks, kSplicesMost)); !done)
        return done;
    document.becameFile(reloaded.file, document.path(), edited.revision(), edited.history().current());
    return {};
}

std::vector<ChangeList::Place> changedPlaces(std::vector<Hunk> hunks) {
    joinHunks(hunks, kPlaceGap);
    std::vector<ChangeList::Place> places;
    places.reserve(hunks.size());
    for (const Hunk& each : hunks)
        places.push_back({each.after, each.before.size()});
    return places;
}

Result<Merging> prepareMerge(const CompareInput& input, const JobContext& job) {
    auto file = openFileSource(input.known.path, FileCopy::OfSmall);
    if (!file)
        return fail(file.error());
    Merging result{.file = std::move(*file), .revision = input.snapshot.revision(), .mine = input.snapshot};
    const Snapshot theirs = Snapshot::ofSource(result.file);
    if (keepsOldBytes(*input.known.opened, input.known.base))
        result.base = input.known.opened;
    const Snapshot base = result.base ? Snapshot::ofSource(result.base) : result.mine;
    const auto changes = diffBytes(base, theirs, {}, job);
    if (!changes)
        return fail(changes.error());
    const auto theirHunks = fewer(*changes, kSplicesMost);
    if (!result.base) {
        for (const Hunk& each : theirHunks)
            result.regions.push_back({MergeRegion::Kind::Conflict, {}, each.before, each.after});
        return result;
    }
    const auto isSame = [&](ByteRange mine, ByteRange other) {
        constexpr ByteCount kLookedAt = ByteCount{16} << 20;
        if (mine.size() != other.size() || mine.size() > kLookedAt)
            return false;
        std::vector<std::byte> one(static_cast<std::size_t>(mine.size()));
        std::vector<std::byte> two(one.size());
        return result.mine.read(mine.begin, one).isEmpty() && theirs.read(other.begin, two).isEmpty() &&
               one == two;
    };
    result.regions =
        threeWayMerge(ownEdits(input.snapshot, input.baseChunk, base.size()), theirHunks, isSame);
    return result;
}

Status applyMerge(OpenDocument& document, const Merging& merging, std::span<const MergeChoice> choices) {
    Document& edited = document.document();
    if (edited.revision() != merging.revision)
        return fail(ErrorCode::Busy, document.path());
    const MergePlan plan = planMerge(merging.regions, choices, merging.file->size());
    if (const Status done = replaceHunks(edited, merging.file, plan.taken); !done)
        return done;
    const bool isTheirs = plan.kept.size() == 1 && plan.kept.front().base.size() == edited.size() &&
                          edited.size() == merging.file->size();
    if (isTheirs)
        document.becameFile(merging.file, document.path(), edited.revision(), edited.history().current());
    else
        document.becameMerged(merging.file, plan.kept);
    return {};
}

}  // namespace octavo
