#include "core/buffer/anchor_set.h"

#include <algorithm>

namespace octavo {

namespace {

bool isSame(const Change& one, const Change& other) {
    return one.offset == other.offset && one.removed == other.removed && one.inserted == other.inserted;
}

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

/// Where `range` is after the change.
ByteRange carried(ByteRange range, const Change& change) {
    if (change.removed == change.inserted || range.end <= change.offset)
        return range;
    if (range.begin >= change.offset + change.removed)
        return {range.begin - change.removed + change.inserted, range.end - change.removed + change.inserted};
    return remainderOf(range, change);
}

bool touches(ByteRange range, const Change& change) {
    return change.removed > 0 && range.end > change.offset && range.begin < change.offset + change.removed;
}

/// What each range of the edit gets.
ByteCount insertedAt(const MultiEdit& edit, std::size_t index) {
    return edit.sizes.empty() ? edit.content.size() : edit.sizes[index];
}

}  // namespace

AnchorId AnchorSet::add(ByteRange range) {
    const AnchorId id{++lastId_};
    entries_.emplace(id, Entry{.range = range, .before = {}, .after = {}});
    return id;
}

void AnchorSet::remove(AnchorId id) {
    entries_.erase(id);
}

std::optional<ByteRange> AnchorSet::range(AnchorId id) const {
    const auto found = entries_.find(id);
    return found == entries_.end() ? std::nullopt : std::optional(found->second.range);
}

bool AnchorSet::stepsBackOrAgain(Entry& entry, const Change& change) {
    if (!entry.before.empty() && undoes(change, entry.before.back().change)) {
        entry.after.push_back({.range = entry.range, .change = entry.before.back().change});
        entry.range = entry.before.back().range;
        entry.before.pop_back();
        return true;
    }
    if (change.origin == Change::Origin::Redo && !entry.after.empty() &&
        isSame(change, entry.after.back().change)) {
        entry.before.push_back({.range = entry.range, .change = change});
        entry.range = entry.after.back().range;
        entry.after.pop_back();
        return true;
    }
    return false;
}

void AnchorSet::note(Entry& entry, const Change& change) {
    if (change.origin == Change::Origin::Edit)
        entry.after.clear();
    if (touches(entry.range, change))
        entry.before.push_back({.range = entry.range, .change = change});
}

void AnchorSet::apply(const Change& change) {
    for (auto& [id, entry] : entries_) {
        if (stepsBackOrAgain(entry, change))
            continue;
        if (change.removed != change.inserted)
            note(entry, change);
        entry.range = carried(entry.range, change);
    }
}

void AnchorSet::apply(const Change& change, const MultiEdit& edit) {
    std::vector<Entry*> inOrder;
    for (auto& [id, entry] : entries_) {
        note(entry, change);
        inOrder.push_back(&entry);
    }
    std::ranges::sort(inOrder, {}, [](const Entry* entry) { return entry->range.begin; });
    std::size_t passed = 0;    // ranges that end before the anchor begins ...
    std::uint64_t longer = 0;  // ... and by how much they made what follows longer, modulo 2^64
    for (Entry* entry : inOrder) {
        for (; passed < edit.ranges.size() && edit.ranges[passed].end < entry->range.begin; ++passed)
            longer += insertedAt(edit, passed) - edit.ranges[passed].size();
        std::size_t last = passed;
        while (last < edit.ranges.size() && edit.ranges[last].begin <= entry->range.end)
            ++last;
        // From the last on, so that those before it still lie where they say.
        while (last-- > passed) {
            const ByteRange replaced = edit.ranges[last];
            entry->range = carried(
                entry->range,
                {.offset = replaced.begin, .removed = replaced.size(), .inserted = insertedAt(edit, last)});
        }
        entry->range = {entry->range.begin + longer, entry->range.end + longer};
    }
}

}  // namespace octavo
