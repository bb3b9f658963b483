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

}  // namespace

EditorState EditorState::movedTo(ByteOffset offset, SelectionMode selectionMode) const {
    EditorState moved = *this;
    moved.caret = offset;
    moved.digit = 0;
    if (selectionMode == SelectionMode::Clear)
        moved.anchor = offset;
    return moved;
}

EditorState EditorState::selecting(ByteRange range) const {
    EditorState selected = *this;
    selected.anchor = range.begin;
    selected.caret = range.end;
    selected.digit = 0;
    return selected;
}

EditorState EditorState::following(const Change& change) const {
    EditorState moved = *this;
    moved.caret = carried(caret, change);
    moved.anchor = carried(anchor, change);
    const bool byteWasReplaced = change.removedRange().contains(caret);
    if (moved.caret != caret || byteWasReplaced)
        moved.digit = 0;
    return moved;
}

EditorState EditorState::clampedTo(ByteCount size) const {
    EditorState clamped = *this;
    clamped.caret = std::min(caret, size);
    clamped.anchor = std::min(anchor, size);
    if (clamped.caret == size)
        clamped.digit = 0;
    return clamped;
}

}  // namespace octavo
