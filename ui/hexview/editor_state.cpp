#include "ui/hexview/editor_state.h"

#include <algorithm>

namespace octavo {

namespace {

/// Where a place in front of a byte is after the change: with its byte, or where the byte was.
ByteOffset carried(ByteOffset place, const Change& change) {
    if (place <= change.offset)
        return place;
    if (place < change.offset + change.removed)
        return std::min(place, change.offset + change.inserted);
    return place - change.removed + change.inserted;
}

/// The ranges that are still what they were, where they are now.
RangeList carried(const RangeList& ranges, const Change& change) {
    if (change.removed == change.inserted)
        return ranges;
    const ByteRange gone = change.removedRange();
    std::vector<ByteRange> kept;
    for (const ByteRange range : ranges.all()) {
        if (range.end <= gone.begin)
            kept.push_back(range);
        else if (range.begin >= gone.end)
            kept.push_back({carried(range.begin, change), carried(range.end, change)});
    }
    return RangeList(std::move(kept));
}

}  // namespace

RangeList EditorState::selectedRanges() const {
    if (hasSeveral())
        return several;
    return hasSelection() ? RangeList({selection()}) : RangeList();
}

EditorState EditorState::movedTo(ByteOffset offset, SelectionMode selectionMode) const {
    EditorState moved = *this;
    moved.caret = offset;
    moved.digit = 0;
    moved.several = {};
    if (selectionMode == SelectionMode::Clear)
        moved.anchor = offset;
    return moved;
}

EditorState EditorState::selecting(ByteRange range) const {
    EditorState selected = *this;
    selected.anchor = range.begin;
    selected.caret = range.end;
    selected.digit = 0;
    selected.several = {};
    return selected;
}

EditorState EditorState::selecting(const RangeList& ranges, ByteOffset near) const {
    if (ranges.isEmpty())
        return movedTo(caret, SelectionMode::Clear);
    const auto all = ranges.all();
    const auto after =
        std::partition_point(all.begin(), all.end(), [near](ByteRange each) { return each.begin < near; });
    EditorState selected = selecting(after != all.end() ? *after : all.back());
    if (ranges.size() > 1)
        selected.several = ranges;
    return selected;
}

EditorState EditorState::following(const Change& change) const {
    EditorState moved = *this;
    moved.caret = carried(caret, change);
    moved.anchor = carried(anchor, change);
    const bool byteWasReplaced = change.removedRange().contains(caret);
    if (moved.caret != caret || byteWasReplaced)
        moved.digit = 0;
    return hasSeveral() && change.removed != change.inserted
               ? moved.selecting(carried(several, change), moved.selection().begin)
               : moved;
}

EditorState EditorState::clampedTo(ByteCount size) const {
    EditorState clamped = *this;
    clamped.caret = std::min(caret, size);
    clamped.anchor = std::min(anchor, size);
    if (clamped.caret == size)
        clamped.digit = 0;
    if (!hasSeveral() || several.bounds().end <= size)
        return clamped;
    std::vector<ByteRange> inside;
    for (const ByteRange range : several.touching({0, size}))
        inside.push_back(range.intersection({0, size}));
    return clamped.selecting(RangeList(std::move(inside)), clamped.selection().begin);
}

}  // namespace octavo
