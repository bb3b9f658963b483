#include "core/buffer/anchor_set.h"

namespace octavo {

namespace {

bool undoes(const Change& change, const Change& earlier) {
    return change.origin == Change::Origin::Undo && change.offset == earlier.offset &&
           change.removed == earlier.inserted && change.inserted == earlier.removed;
}

/// Where the bytes of `range` are after the change. REQUIRES: they overlap and the length changes.
ByteRange remainderOf(ByteRange range, const Change& change) {
    const ByteRange removed = change.removedRange();
    if (removed.begin <= range.begin && range.end <= removed.end) {
        if (removed == range)
            return change.insertedRange();
        return {change.offset, change.offset};
    }
    if (range.contains(removed))
        return {range.begin, range.end - change.removed + change.inserted};
    if (removed.begin < range.begin)
        return {change.offset + change.inserted, range.end - change.removed + change.inserted};
    return {range.begin, change.offset};
}

}  // namespace

AnchorId AnchorSet::add(ByteRange range) {
    const AnchorId id{++lastId_};
    entries_.emplace(id, Entry{.range = range, .losses = {}});
    return id;
}

void AnchorSet::remove(AnchorId id) {
    entries_.erase(id);
}

std::optional<ByteRange> AnchorSet::range(AnchorId id) const {
    const auto found = entries_.find(id);
    return found == entries_.end() ? std::nullopt : std::optional(found->second.range);
}

void AnchorSet::apply(const Change& change) {
    for (auto& [id, entry] : entries_) {
        if (!entry.losses.empty() && undoes(change, entry.losses.back().change)) {
            entry.range = entry.losses.back().before;
            entry.losses.pop_back();
            continue;
        }
        if (change.removed == change.inserted || entry.range.end <= change.offset)
            continue;
        if (entry.range.begin >= change.offset + change.removed) {
            entry.range = {entry.range.begin - change.removed + change.inserted,
                           entry.range.end - change.removed + change.inserted};
            continue;
        }
        if (change.removed > 0)
            entry.losses.push_back({.before = entry.range, .change = change});
        entry.range = remainderOf(entry.range, change);
    }
}

}  // namespace octavo
