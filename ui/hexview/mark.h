#pragma once

#include <functional>
#include <optional>

#include <QColor>

#include "core/base/byte_range.h"

namespace octavo {

/// The colour of the most important mark in a part of the document, or none: for scroll bar and minimap,
/// where a whole part is a pixel high. Asked once for each of them, on the window's thread: a look-up in
/// O(log n), never a walk.
using MarkProvider = std::function<std::optional<QColor>(ByteRange part)>;

}  // namespace octavo
