#pragma once

#include "core/base/byte_range.h"
#include "core/buffer/edit.h"

namespace octavo {

/// Which column of a hex view takes the keys.
enum class Column { Values, Text };

/// What typing does to the byte at the caret: pushes it to the right, or takes its place.
enum class InputMode { Insert, Overwrite };

/// Whether a movement of the caret drops the selection or stretches it from its anchor.
enum class SelectionMode { Clear, Extend };

/// Where a person is in a document: caret, selection, column and mode. A value; several views may share one.
/// The caret stands in front of the byte it names and may stand behind the last one. The selection is what
/// lies between anchor and caret, on whichever side.
struct EditorState {
    ByteOffset caret = 0;
    ByteOffset anchor = 0;
    Column column = Column::Values;
    int digit = 0;  ///< digits of the byte at the caret already typed; only ever positive in Column::Values
    InputMode mode = InputMode::Overwrite;

    [[nodiscard]] ByteRange selection() const {
        return caret < anchor ? ByteRange{caret, anchor} : ByteRange{anchor, caret};
    }
    [[nodiscard]] bool hasSelection() const { return caret != anchor; }

    /// This state with the caret at `offset`, in front of the byte's first digit.
    [[nodiscard]] EditorState movedTo(ByteOffset offset, SelectionMode mode) const;
    /// This state with `range` selected and the caret at its end.
    [[nodiscard]] EditorState selecting(ByteRange range) const;
    /// This state after somebody else's change of the document: caret and anchor stay with their bytes.
    [[nodiscard]] EditorState following(const Change& change) const;
    /// This state with nothing beyond a document of `size` bytes.
    [[nodiscard]] EditorState clampedTo(ByteCount size) const;

    friend bool operator==(const EditorState&, const EditorState&) = default;
};

}  // namespace octavo
