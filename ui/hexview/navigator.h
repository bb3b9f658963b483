#pragma once

#include <optional>

#include <Qt>

#include "ui/hexview/editor_state.h"

namespace octavo {

/// A way for the caret to go.
enum class Move {
    Left,
    Right,
    Up,
    Down,
    GroupLeft,
    GroupRight,
    RowStart,
    RowEnd,
    PageUp,
    PageDown,
    DocumentStart,
    DocumentEnd,
};

/// What the caret moves in.
struct NavigationSpace {
    ByteCount size = 0;
    int bytesPerRow = 16;
    int grouping = 8;
    int pageRows = 1;
};

/// The state after a movement. Left and Right without Extend drop a selection at its near end; RowEnd stands
/// on the row's last byte, and behind it when it extends. Vertical movements keep the column and stop at the
/// document's ends.
[[nodiscard]] EditorState navigated(const EditorState& state, Move move, SelectionMode mode,
                                    const NavigationSpace& space);

struct KeyMove {
    Move move;
    SelectionMode mode;
};
/// The movement a key press asks for; nothing for other keys.
[[nodiscard]] std::optional<KeyMove> moveForKey(int key, Qt::KeyboardModifiers modifiers);

}  // namespace octavo
