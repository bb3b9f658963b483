#include "core/compare/byte_diff.h"

#include <algorithm>
#include <cstring>

#include "core/compare/block_alignment.h"

namespace octavo {

namespace {

constexpr std::size_t kBlock = std::size_t{1} << 20;
constexpr std::size_t kStep = 4096;

/// One block of both versions, equally long. A byte that either of them cannot be read of differs.
class BlockPair {
public:
    void read(const Snapshot& before, ByteOffset beforeAt, const Snapshot& after, ByteOffset afterAt,
              std::size_t count) {
        before_.resize(count);
        after_.resize(count);
        RangeSet lost = before.read(beforeAt, before_).shifted(-static_cast<std::int64_t>(beforeAt));
        lost.add(after.read(afterAt, after_).shifted(-static_cast<std::int64_t>(afterAt)));
        for (const ByteRange range : lost.ranges()) {
            for (ByteOffset at = range.begin; at < range.end; ++at)
                after_[static_cast<std::size_t>(at)] = ~before_[static_cast<std::size_t>(at)];
        }
    }
    /// The first place from `from` on where they are (or are not) equal; the block's size when none is.
    [[nodiscard]] std::size_t firstDifferent(std::size_t from) const {
        while (from < before_.size()) {
            const std::size_t count = std::min(kStep, before_.size() - from);
            if (std::memcmp(before_.data() + from, after_.data() + from, count) != 0)
                break;
            from += count;
        }
        return static_cast<std::size_t>(std::mismatch(before_.begin() + static_cast<std::ptrdiff_t>(from),
                                                      before_.end(),
                                                      after_.begin() + static_cast<std::ptrdiff_t>(from))
                                            .first -
                                        before_.begin());
    }
    [[nodiscard]] std::size_t firstEqual(std::size_t from) const {
        while (from < before_.size() && before_[from] != after_[from])
            ++from;
        return from;
    }
    /// How many bytes are equal at the end.
    [[nodiscard]] std::size_t equalTail() const {
        return static_cast<std::size_t>(
            std::mismatch(before_.rbegin(), before_.rend(), after_.rbegin()).first - before_.rbegin());
    }

private:
    std::vector<std::byte> before_;
    std::vector<std::byte> after_;
};

/// Adds a hunk, or lengthens the last one where it goes on.
void addHunk(std::vector<Hunk>& hunks, const Hunk& hunk) {
    if (!hunks.empty() && hunks.back().before.end == hunk.before.begin &&
        hunks.back().after.end == hunk.after.begin) {
        hunks.back().before.end = hunk.before.end;
        hunks.back().after.end = hunk.after.end;
        return;
    }
    hunks.push_back(hunk);
}

void keepWithin(std::vector<Hunk>& hunks, std::size_t most) {
    for (ByteCount gap = 1; hunks.size() > most; gap *= 2)
        joinHunks(hunks, gap);
}

Result<std::vector<Hunk>> diffPositions(const Snapshot& before, const Snapshot& after,
                                        const DiffLimits& limits, const JobContext& job) {
    std::vector<Hunk> hunks;
    BlockPair pair;
    for (ByteOffset at = 0; at < before.size();) {
        if (job.stopRequested())
            return fail(ErrorCode::Cancelled);
        const auto count = static_cast<std::size_t>(std::min<ByteCount>(kBlock, before.size() - at));
        pair.read(before, at, after, at, count);
        for (std::size_t from = pair.firstDifferent(0); from < count;) {
            const std::size_t to = pair.firstEqual(from);
            const ByteRange range{at + from, at + to};
            addHunk(hunks, {range, range});
            from = pair.firstDifferent(to);
        }
        if (hunks.size() > 2 * limits.hunksMost)
            keepWithin(hunks, limits.hunksMost);
        at += count;
        job.advance(count);
    }
    return hunks;
}

Result<ByteCount> commonSuffix(const Snapshot& one, const Snapshot& other, ByteCount most,
                               const JobContext& job) {
    BlockPair pair;
    ByteCount known = 0;
    while (known < most) {
        if (job.stopRequested())
            return fail(ErrorCode::Cancelled);
        const auto count = static_cast<std::size_t>(std::min<ByteCount>(kBlock, most - known));
        pair.read(one, one.size() - known - count, other, other.size() - known - count, count);
        const std::size_t equal = pair.equalTail();
        known += equal;
        job.advance(count);
        if (equal < count)
            break;
    }
    return known;
}

std::vector<std::byte> bytesIn(const Snapshot& snapshot, ByteRange range, RangeSet& lost) {
    std::vector<std::byte> bytes(static_cast<std::size_t>(range.size()));
    lost = snapshot.read(range.begin, bytes).shifted(-static_cast<std::int64_t>(range.begin));
    return bytes;
}

}  // namespace

void joinHunks(std::vector<Hunk>& hunks, ByteCount gap) {
    std::vector<Hunk> joined;
    for (const Hunk& hunk : hunks) {
        if (!joined.empty() && hunk.before.begin - joined.back().before.end <= gap) {
            joined.back().before.end = hunk.before.end;
            joined.back().after.end = hunk.after.end;
        } else {
            joined.push_back(hunk);
        }
    }
    hunks = std::move(joined);
}

Result<ByteCount> commonPrefix(const Snapshot& one, const Snapshot& other, const JobContext& job) {
    const ByteCount most = std::min(one.size(), other.size());
    BlockPair pair;
    for (ByteOffset at = 0; at < most;) {
        if (job.stopRequested())
            return fail(ErrorCode::Cancelled);
        const auto count = static_cast<std::size_t>(std::min<ByteCount>(kBlock, most - at));
        pair.read(one, at, other, at, count);
        const std::size_t equal = pair.firstDifferent(0);
        at += equal;
        job.advance(count);
        if (equal < count)
            return at;
    }
    return most;
}

Result<std::vector<Hunk>> diffBytes(const Snapshot& before, const Snapshot& after, const DiffLimits& limits,
                                    const JobContext& job) {
    job.setTotal(std::min(before.size(), after.size()));
    if (before.size() == after.size()) {
        auto hunks = diffPositions(before, after, limits, job);
        if (hunks)
            keepWithin(*hunks, limits.hunksMost);
        return hunks;
    }
    const auto prefix = commonPrefix(before, after, job);
    if (!prefix)
        return fail(prefix.error());
    const auto suffix = commonSuffix(before, after, std::min(before.size(), after.size()) - *prefix, job);
    if (!suffix)
        return fail(suffix.error());
    const Hunk middle{{*prefix, before.size() - *suffix}, {*prefix, after.size() - *suffix}};
    const bool isAligned = !middle.before.isEmpty() && !middle.after.isEmpty() &&
                           middle.before.size() <= limits.alignedMost &&
                           middle.after.size() <= limits.alignedMost;
    if (!isAligned)
        return std::vector{middle};
    RangeSet lost;
    const std::vector<std::byte> old = bytesIn(before, middle.before, lost);
    RangeSet lostNow;
    const std::vector<std::byte> fresh = bytesIn(after, middle.after, lostNow);
    if (!lost.isEmpty() || !lostNow.isEmpty())  // zeros that are no data would be aligned
        return std::vector{middle};
    auto hunks = alignBlocks(old, fresh, job);
    if (!hunks)
        return hunks;
    for (Hunk& hunk : *hunks) {
        hunk.before = hunk.before.shifted(static_cast<std::int64_t>(*prefix));
        hunk.after = hunk.after.shifted(static_cast<std::int64_t>(*prefix));
    }
    keepWithin(*hunks, limits.hunksMost);
    return hunks;
}

}  // namespace octavo
