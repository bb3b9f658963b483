#pragma once

#include "core/convert/exporter.h"
#include "ui/hexview/clipboard.h"

namespace octavo {

struct AppParts;

/// Texts beyond this many bytes are put on the clipboard only when asked again, beyond the hard limit not at
/// all.
inline constexpr std::size_t kCopyAsLimit = kClipboardTextLimit;
inline constexpr std::size_t kCopyAsHardLimit = kClipboardHardLimit;

/// Puts the selection on the clipboard as text in that format, as a job; says why when it cannot, and what
/// can be done instead.
void copyAs(const AppParts& parts, const ExporterInfo& format);

}  // namespace octavo
