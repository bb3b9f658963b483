#pragma once

#include <QString>

#include "core/base/offset_text.h"
#include "core/inspect/pointer.h"

namespace octavo {

/// How somebody wants pointers to be read: a form whose base is an expression, so that it fits the document
/// that is in front. A value.
struct PointerChoice {
    PointerForm form;  ///< its base counts for nothing
    QString base{};    ///< as typed; empty: 0

    friend bool operator==(const PointerChoice&, const PointerChoice&) = default;
};

/// The form with its base in that document. Errors: those of parseDistance, in the base's text.
[[nodiscard]] Result<PointerForm> formOf(const PointerChoice& choice, const OffsetScope& scope);

/// What the pointer is: the selection when that has 1 to 8 bytes, else `form.width` bytes from the caret, or
/// from the selection's start, on.
struct PointerPlace {
    ByteOffset at = 0;
    int width = 0;
};
[[nodiscard]] PointerPlace pointerPlace(ByteRange selection, ByteOffset caret, int width);

/// "0x28 (40)", "−0x10 (−16)".
[[nodiscard]] QString pointerValueText(const PointerReading& reading);
/// One sentence: where the pointer leads, or why nowhere. `size` is the document's.
[[nodiscard]] QString pointerOutcome(const PointerReading& reading, ByteCount size);
/// The same for a pointer that could not be read.
[[nodiscard]] QString pointerProblem(const Error& error, int width);

}  // namespace octavo
