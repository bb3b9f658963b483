#pragma once

#include <optional>

#include <QString>

#include "core/base/result.h"
#include "core/buffer/edit.h"
#include "ui/hexview/editor_state.h"
#include "ui/hexview/text_decoder.h"
#include "ui/hexview/view_options.h"

namespace octavo {

/// What a key press or paste amounts to: an edit of the document, perhaps, and the state after it.
struct EditStep {
    std::optional<Edit> edit;
    EditorState after;
};

/// Turns typing into edits. Holds no widget and changes nothing: callers apply the edit and, when that
/// succeeds, take over the state.
///
/// The rules:
///  1. Values are typed digit by digit. Overwrite changes one digit of the byte at the caret; Insert starts a
///  new
///     byte with its first digit and goes on within it. A digit that would carry a decimal or octal byte
///     beyond 255 clears the digits behind it; where that does not help, it is refused.
///  2. Text is typed character by character through the view's encoding; Overwrite replaces as many bytes as
///  the
///     character takes.
///  3. Overwrite mode at the document's end appends. Typing over a selection replaces it in Insert mode; in
///     Overwrite mode, which never shifts a byte by typing, it starts at the selection's first byte.
///  4. Delete and cut are explicit and remove bytes in both modes. Backspace removes the byte before the
///  caret in
///     Insert mode; in Overwrite mode it only steps back. With a selection it deletes that in both modes.
///  5. A paste replaces the selection in both modes; without one it inserts or overwrites as the mode says.
class EditController {
public:
    /// Borrows all three; make one for each key press.
    EditController(const Snapshot& snapshot, const EditorState& state, ValueRadix radix)
        : snapshot_(snapshot), state_(state), radix_(radix) {}

    /// One digit in the values column. Malformed: no digit of the radix, or beyond 255. Unreadable: the
    /// digits that would stay are not known.
    [[nodiscard]] Result<EditStep> typeDigit(QChar digit) const;
    /// Text in the text column. Malformed: the encoding lacks one of its characters.
    [[nodiscard]] Result<EditStep> typeText(const QString& text, const TextDecoder& encoding) const;
    /// Nothing when there is nothing to remove or step back over.
    [[nodiscard]] std::optional<EditStep> backspace() const;
    [[nodiscard]] std::optional<EditStep> deleteForward() const;
    [[nodiscard]] std::optional<EditStep> deleteSelection(EditKind kind = EditKind::Delete) const;
    [[nodiscard]] EditStep paste(Content content, EditKind kind = EditKind::Paste) const;

private:
    [[nodiscard]] Result<unsigned> valueWith(unsigned digit) const;
    [[nodiscard]] EditStep put(Content content, ByteRange replaced, EditKind kind) const;
    [[nodiscard]] ByteRange overwritten(ByteOffset from, ByteCount length) const;

    const Snapshot& snapshot_;
    const EditorState& state_;
    ValueRadix radix_;
};

}  // namespace octavo
