#include "core/source/preserved_bytes.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace octavo {

namespace {

PreservedBytes::Where shifted(PreservedBytes::Where where, ByteCount distance) {
    where.offset += distance;
    return where;
}

}  // namespace

PreservedBytes::Run PreservedBytes::runAt(ByteRange range) const {
    const auto next = runs_.upper_bound(range.begin);
    if (next != runs_.begin()) {
        const auto& [begin, stored] = *std::prev(next);
        if (range.begin < stored.end)
            return {{range.begin, std::min(range.end, stored.end)},
                    shifted(stored.where, range.begin - begin)};
    }
    const ByteOffset end = next == runs_.end() ? range.end : std::min(range.end, next->first);
    return {{range.begin, end}, {.kind = Kind::File, .offset = range.begin}};
}

void PreservedBytes::read(const Run& run, std::span<std::byte> out, RangeSet& unreadable) const {
    if (run.where.kind == Kind::Memory) {
        std::copy_n(run.where.memory->begin() + static_cast<std::ptrdiff_t>(run.where.offset), out.size(),
                    out.begin());
        return;
    }
    RangeSet lost;
    spill_->read(run.where.offset, out, lost);
    for (const ByteRange range : lost.ranges())
        unreadable.add(ByteRange::ofLength(run.range.begin + (range.begin - run.where.offset), range.size()));
}

void PreservedBytes::forEachInFile(ByteRange file, ByteCount size, const Visitor& visit) const {
    const ByteRange own = file.intersection({0, size});
    for (ByteRange rest = own; rest.begin < rest.end;) {
        const Run run = runAt(rest);
        if (run.isOwnPlace())
            visit(run.range, run.range.begin);
        rest.begin = run.range.end;
    }
    auto moved = moved_.upper_bound(file.begin);
    if (moved != moved_.begin())
        --moved;
    for (; moved != moved_.end() && moved->first < file.end; ++moved) {
        const ByteOffset begin = moved->second;
        const ByteCount length = runs_.at(begin).end - begin;
        const ByteRange both = ByteRange::ofLength(moved->first, length).intersection(file);
        if (!both.isEmpty())
            visit(ByteRange::ofLength(begin + (both.begin - moved->first), both.size()), both.begin);
    }
}

Result<ByteOffset> PreservedBytes::store(std::span<const std::byte> bytes) {
    if (!spill_) {
        auto file = SpillFile::create();
        if (!file)
            return fail(std::move(file.error()));
        spill_ = std::make_unique<SpillFile>(std::move(*file));
    }
    const ByteOffset offset = spill_->size();
    if (auto status = spill_->append(bytes); !status)
        return fail(std::move(status.error()));
    return offset;
}

void PreservedBytes::place(ByteRange range, const Where& where) {
    splitAt(range.begin);
    splitAt(range.end);
    for (auto run = runs_.lower_bound(range.begin); run != runs_.end() && run->first < range.end;) {
        const auto gone = run++;
        erase(gone);
    }
    insert(range, where);
    auto placed = runs_.find(range.begin);
    joinWithNext(placed);
    if (placed != runs_.begin())
        joinWithNext(std::prev(placed));
}

void PreservedBytes::splitAt(ByteOffset offset) {
    auto run = runs_.lower_bound(offset);
    if (run == runs_.begin())
        return;
    --run;
    const ByteOffset begin = run->first;
    const Stored stored = run->second;
    if (stored.end <= offset)
        return;
    erase(run);
    insert({begin, offset}, stored.where);
    insert({offset, stored.end}, shifted(stored.where, offset - begin));
}

void PreservedBytes::insert(ByteRange range, const Where& where) {
    runs_.emplace(range.begin, Stored{range.end, where});
    if (where.kind == Kind::File && where.offset != range.begin)
        moved_.emplace(where.offset, range.begin);
}

void PreservedBytes::erase(Runs::iterator run) {
    if (run->second.where.kind == Kind::File && run->second.where.offset != run->first)
        moved_.erase(run->second.where.offset);
    runs_.erase(run);
}

void PreservedBytes::joinWithNext(Runs::iterator run) {
    const auto next = std::next(run);
    if (next == runs_.end() || next->first != run->second.end)
        return;
    const Where& here = run->second.where;
    const Where& there = next->second.where;
    if (here.kind != there.kind || here.memory != there.memory ||
        here.offset + (run->second.end - run->first) != there.offset)
        return;
    const ByteOffset end = next->second.end;
    erase(next);
    run->second.end = end;
}

}  // namespace octavo
