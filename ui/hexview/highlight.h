#pragma once

#include <functional>

#include <QColor>

#include "core/base/byte_range.h"

namespace octavo {

/// A coloured ground under some bytes: a search match, a bookmark, a field of a structure. A value.
struct Highlight {
    ByteRange range;
    QColor color;  ///< may be translucent; the text on it is kept legible by the view
};

/// Takes one highlight. Where several cover a byte, the one given last is seen.
using HighlightSink = std::function<void(const Highlight&)>;

/// Asked once per paint for the highlights that touch `visible`; others are ignored. Runs on the window's
/// thread and must be quick: a look-up in what is already known, never a search.
using HighlightProvider = std::function<void(ByteRange visible, const HighlightSink& sink)>;

}  // namespace octavo
