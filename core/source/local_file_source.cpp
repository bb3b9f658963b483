#include "core/source/local_file_source.h"

#include <algorithm>
#include <chrono>
#include <thread>
#include <utility>
#include <vector>

#include "core/base/contracts.h"

namespace octavo {

namespace {
constexpr ByteCount kCopyBlock = ByteCount{1} << 20;
constexpr int kPatienceMs = 10;  // how long a reader lets a waiting preserve() go first
}  // namespace

// Shared locks prefer readers, so a thread may hold two loans at once; a preserve() would starve under scans
// that never pause. Readers therefore stand back a moment when one waits, but not for ever: they may hold a
// loan already.
std::shared_lock<std::shared_mutex> LocalFileSource::lockForReading() const {
    for (int i = 0; i < kPatienceMs && isPublishing_.load(std::memory_order_relaxed); ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    return std::shared_lock(access_);
}

void LocalFileSource::read(ByteOffset offset, std::span<std::byte> out, RangeSet& unreadable) const {
    OCTAVO_EXPECTS(offset <= size_ && out.size() <= size_ - offset);
    if (out.empty())
        return;
    const ByteRange whole = ByteRange::ofLength(offset, out.size());
    RangeSet lost;
    {
        const auto lock = lockForReading();
        RangeSet lostInFile;
        for (ByteRange rest = whole; !rest.isEmpty();) {
            const auto run = preserved_.isEmpty() ? PreservedBytes::Run{rest, {.offset = rest.begin}}
                                                  : preserved_.runAt(rest);
            const auto part = out.subspan(static_cast<std::size_t>(run.range.begin - whole.begin),
                                          static_cast<std::size_t>(run.range.size()));
            if (run.isOwnPlace())
                readFile(run.range.begin, part, lostInFile);
            else if (run.where.kind == PreservedBytes::Kind::File)
                readMoved(run, part, lost);
            else
                preserved_.read(run, part, lost);
            rest.begin = run.range.end;
        }
        noteLosses(lostInFile);
        noteLossesNear(whole);
    }
    if (hasLost_.load()) {
        const std::lock_guard lock(losses_);
        lost.add(lost_.clippedTo(whole));
    }
    for (const ByteRange range : lost.ranges())
        std::ranges::fill(out.subspan(static_cast<std::size_t>(range.begin - whole.begin),
                                      static_cast<std::size_t>(range.size())),
                          std::byte{0});
    unreadable.add(lost);
}

void LocalFileSource::noteLosses(const RangeSet& lost) const {
    if (lost.isEmpty())
        return;
    const std::lock_guard lock(losses_);
    RangeSet fresh = lost;
    fresh.remove(preservedRanges_);
    lost_.add(fresh);
    hasLost_.store(!lost_.isEmpty());
}

void LocalFileSource::noteLossesNear(ByteRange range) const {
    RangeSet lost = lossesNear(range);
    const ByteCount end = presentEnd();
    ByteCount known = knownEnd_.load();
    if (end < known) {
        lost.add(ByteRange{end, size_});
        noteLosses(lost);
        // Only now: whoever sees the new end must find the loss in the book.
        while (end < known && !knownEnd_.compare_exchange_weak(known, end)) {
        }
        return;
    }
    noteLosses(lost);
}

RangeSet LocalFileSource::damageIn(ByteRange range) const {
    noteLossesNear(range);
    if (!hasLost_.load())
        return {};
    const std::lock_guard lock(losses_);
    return lost_.clippedTo(range);
}

bool LocalFileSource::isDamaged() const {
    noteLossesNear({0, size_});
    return hasLost_.load();
}

void LocalFileSource::readBeyond(ByteOffset offset, std::span<std::byte> out, RangeSet& unreadable) const {
    readFileAt(descriptor(), offset, out, unreadable);
}

void LocalFileSource::readMoved(const PreservedBytes::Run& run, std::span<std::byte> out,
                                RangeSet& unreadable) const {
    RangeSet lost;
    readBeyond(run.where.offset, out, lost);
    for (const ByteRange range : lost.ranges())
        unreadable.add(ByteRange::ofLength(run.range.begin + (range.begin - run.where.offset), range.size()));
}

Status LocalFileSource::preserve(std::span<const ByteRange> ranges) const {
    const std::lock_guard serial(preserving_);
    std::vector<ByteRange> wanted;
    for (const ByteRange range : ranges)
        preserved_.forEachInFile(range, size_, [&](ByteRange bytes, ByteOffset) { wanted.push_back(bytes); });
    std::vector<Placed> stored;
    std::vector<std::byte> block;
    for (const ByteRange range : wanted) {
        for (ByteOffset at = range.begin; at < range.end; at += block.size()) {
            block.resize(static_cast<std::size_t>(std::min(kCopyBlock, range.end - at)));
            RangeSet unreadable;  // stays in the book: a preserved zero remains damage
            read(at, block, unreadable);
            const auto offset = preserved_.store(block);
            if (!offset)
                return fail(offset.error());
            if (!stored.empty() && stored.back().range.end == at)
                stored.back().range.end = at + block.size();
            else
                stored.push_back({ByteRange::ofLength(at, block.size()),
                                  {.kind = PreservedBytes::Kind::Spill, .offset = *offset}});
        }
    }
    publish(stored);
    return {};
}

void LocalFileSource::holdMoves(std::span<const Move> moves, const Memory& memory) const {
    const std::lock_guard serial(preserving_);
    held_.clear();
    std::vector<Placed> placed;
    for (const Move& move : moves) {
        const auto file = ByteRange::ofLength(move.from, move.length);
        preserved_.forEachInFile(file, size_, [&](ByteRange bytes, ByteOffset at) {
            const ByteCount inside = at - move.from;
            placed.push_back(
                {bytes,
                 {.kind = PreservedBytes::Kind::Memory, .offset = move.inMemory + inside, .memory = memory}});
            held_.push_back({bytes, {.kind = PreservedBytes::Kind::File, .offset = move.to + inside}});
        });
    }
    publish(placed);
}

void LocalFileSource::settleMoves() const {
    const std::lock_guard serial(preserving_);
    publish(std::exchange(held_, {}));
}

FileSource::Place LocalFileSource::placeOf(ByteRange range) const {
    const auto lock = lockForReading();
    const PreservedBytes::Run run = preserved_.runAt(range);
    if (run.where.kind != PreservedBytes::Kind::File || hasLost_.load())
        return {run.range, std::nullopt};
    return {run.range, run.where.offset};
}

void LocalFileSource::publish(std::span<const Placed> placed) const {
    if (placed.empty())
        return;
    isPublishing_.store(true);
    {
        const std::unique_lock exclusive(access_);
        const std::lock_guard lock(losses_);
        for (const Placed& each : placed) {
            preserved_.place(each.range, each.where);
            preservedRanges_.add(each.range);
        }
    }
    isPublishing_.store(false);
}

}  // namespace octavo
