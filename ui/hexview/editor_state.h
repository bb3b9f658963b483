#pragma once

#include "core/base/byte_range.h"
#include "core/base/range_list.h"
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
/// lies between anchor and caret, on whichever side; where several ranges are selected at once, that is the
/// one of them at which the person is.
struct EditorState {
    ByteOffset caret = 0;
    ByteOffset anchor = 0;
    Column column = Column::Values;
    int digit = 0;  ///< digits of the byte at the caret already typed; only ever positive in Column::Values
    InputMode mode = InputMode::Overwrite;
    RangeList several =
        {};  ///< all that is selected, selection() among it; empty unless it is more than that

    [[nodiscard]] ByteRange selection() const {
        return caret < anchor ? ByteRange{caret, anchor} : ByteRange{anchor, caret};
    }
    [[nodiscard]] bool hasSelection() const { return caret != anchor; }
    [[nodiscard]] bool hasSeveral() const { return !several.isEmpty(); }
    /// All that is selected, be it several ranges, one, or none.
    [[nodiscard]] RangeList selectedRanges() const;
    [[nodiscard]] bool selects(ByteOffset offset) const {
        return hasSeveral() ? several.contains(offset) : selection().contains(offset);
    }

    /// This state with the caret at `offset`, in front of the byte's first digit.
    [[nodiscard]] EditorState movedTo(ByteOffset offset, SelectionMode mode) const;
    /// This state with `range` selected and the caret at its end.
    [[nodiscard]] EditorState selecting(ByteRange range) const;
    /// This state with all of these selected and the caret at the end of the one that begins at or after
    /// `near`, or else of the last.
    [[nodiscard]] EditorState selecting(const RangeList& ranges, ByteOffset near = 0) const;
    /// This state after somebody else's change of the document: caret and anchor stay with their bytes, and
    /// of several ranges those that the change did not touch, or whose bytes it only overwrote.
    [[nodiscard]] EditorState following(const Change& change) const;
    /// This state with nothing beyond a document of `size` bytes.
    [[nodiscard]] EditorState clampedTo(ByteCount size) const;

    friend bool operator==(const EditorState&, const EditorState&) = default;
};

}  // namespace octavo
