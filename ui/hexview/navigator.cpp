#include "ui/hexview/navigator.h"

#include <algorithm>

namespace octavo {

namespace {

ByteOffset back(ByteOffset offset, ByteCount distance) {
    return offset - std::min(offset, distance);
}

ByteOffset forth(ByteOffset offset, ByteCount distance, ByteCount size) {
    return offset + std::min(size - offset, distance);
}

/// Whole rows up, keeping the place within the row.
ByteOffset rowsUp(ByteOffset offset, ByteCount rows, ByteCount bytesPerRow) {
    return offset - std::min(offset / bytesPerRow, rows) * bytesPerRow;
}

/// Whole rows down, keeping the place within the row; into a shorter last row it goes to the document's end.
ByteOffset rowsDown(ByteOffset offset, ByteCount rows, ByteCount bytesPerRow, ByteCount size) {
    const ByteCount rowsBelow = size / bytesPerRow - offset / bytesPerRow;
    const ByteCount steps = std::min(rows, rowsBelow);
    return std::min(offset + steps * bytesPerRow, size);
}

/// The first byte of the row that the caret is seen in: behind a selection's last byte it belongs to that
/// byte's row.
ByteOffset rowStart(const EditorState& state, SelectionMode mode, ByteCount bytesPerRow) {
    const bool isBehind = mode == SelectionMode::Extend && state.caret > state.anchor;
    const ByteOffset place = isBehind ? state.caret - 1 : state.caret;
    return place - place % bytesPerRow;
}

}  // namespace

EditorState navigated(const EditorState& state, Move move, SelectionMode mode, const NavigationSpace& space) {
    const auto bytesPerRow = static_cast<ByteCount>(space.bytesPerRow);
    const auto grouping = static_cast<ByteCount>(space.grouping);
    const auto pageRows = static_cast<ByteCount>(space.pageRows);
    const bool collapses = mode == SelectionMode::Clear && state.hasSelection();
    const ByteOffset caret = state.caret;
    const auto to = [&](ByteOffset offset) { return state.movedTo(offset, mode); };
    switch (move) {
        case Move::Left:
            if (state.digit > 0)
                return to(caret);
            return to(collapses ? state.selection().begin : back(caret, 1));
        case Move::Right:
            return to(collapses ? state.selection().end : forth(caret, 1, space.size));
        case Move::Up:
            return to(rowsUp(caret, 1, bytesPerRow));
        case Move::Down:
            return to(rowsDown(caret, 1, bytesPerRow, space.size));
        case Move::GroupLeft:
            return to(caret == 0 ? 0 : (caret - 1) - (caret - 1) % grouping);
        case Move::GroupRight:
            return to(forth(caret, grouping - caret % grouping, space.size));
        case Move::RowStart:
            return to(rowStart(state, mode, bytesPerRow));
        case Move::RowEnd: {
            const ByteOffset end = forth(rowStart(state, mode, bytesPerRow), bytesPerRow, space.size);
            const bool standsBehind = mode == SelectionMode::Extend || end == space.size;
            return to(standsBehind ? end : back(end, 1));
        }
        case Move::PageUp:
            return to(rowsUp(caret, pageRows, bytesPerRow));
        case Move::PageDown:
            return to(rowsDown(caret, pageRows, bytesPerRow, space.size));
        case Move::DocumentStart:
            return to(0);
        case Move::DocumentEnd:
            return to(space.size);
    }
    return state;
}

std::optional<KeyMove> moveForKey(int key, Qt::KeyboardModifiers modifiers) {
    const bool isControl = modifiers.testFlag(Qt::ControlModifier);
    const auto mode = modifiers.testFlag(Qt::ShiftModifier) ? SelectionMode::Extend : SelectionMode::Clear;
    if (modifiers & (Qt::AltModifier | Qt::MetaModifier))
        return std::nullopt;
    switch (key) {
        case Qt::Key_Left:
            return KeyMove{isControl ? Move::GroupLeft : Move::Left, mode};
        case Qt::Key_Right:
            return KeyMove{isControl ? Move::GroupRight : Move::Right, mode};
        case Qt::Key_Home:
            return KeyMove{isControl ? Move::DocumentStart : Move::RowStart, mode};
        case Qt::Key_End:
            return KeyMove{isControl ? Move::DocumentEnd : Move::RowEnd, mode};
        default:
            break;
    }
    if (isControl)
        return std::nullopt;
    switch (key) {
        case Qt::Key_Up:
            return KeyMove{Move::Up, mode};
        case Qt::Key_Down:
            return KeyMove{Move::Down, mode};
        case Qt::Key_PageUp:
            return KeyMove{Move::PageUp, mode};
        case Qt::Key_PageDown:
            return KeyMove{Move::PageDown, mode};
        default:
            return std::nullopt;
    }
}

}  // namespace octavo
