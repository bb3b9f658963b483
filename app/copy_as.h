#pragma once

#include "core/convert/exporter.h"
#include "ui/base/document_context.h"

namespace octavo {

/// Puts the selection on the clipboard as text in that format, as a job; says why when it cannot. Texts
/// beyond kCopyAsLimit bytes are refused with advice to export to a file.
void copyAs(DocumentContext& context, const ExporterInfo& format);
inline constexpr std::size_t kCopyAsLimit = std::size_t{64} << 20;

}  // namespace octavo
