#pragma once

#include <QString>

#include "core/base/error.h"

namespace octavo {

/// \file One short sentence for what was typed and could not be read, to be shown beside the field.

/// For parseOffset, parseRange and parseByteCount. `size` is the document's, for "beyond the end".
[[nodiscard]] QString offsetProblem(const Error& error, const QString& text, ByteCount size);
/// For decodeHex.
[[nodiscard]] QString hexProblem(const Error& error, const QString& text);

}  // namespace octavo
