#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "core/base/job_context.h"
#include "core/base/registry.h"
#include "core/base/result.h"
#include "core/base/text_sink.h"
#include "core/buffer/snapshot.h"

namespace octavo {

enum class DigitCase : std::uint8_t { Lower, Upper };

/// What an export may be told. Each format uses what makes sense for it and ignores the rest.
struct ExportOptions {
    std::optional<std::size_t> bytesPerLine = {};  ///< 1 to 255; nothing: the format's own default
    std::optional<DigitCase> digitCase = {};       ///< nothing: the format's own default
    std::optional<ByteOffset> startAddress = {};   ///< of the first byte; nothing: its offset in the document
    std::string name = "data";  ///< of the variable in source code; HTML's title; the S-record header
};

/// A format that bytes can be written in.
struct ExporterInfo {
    enum class Uses : std::uint8_t { No, Yes };

    std::string id;                           ///< "intel-hex"
    std::string name;                         ///< "Intel HEX": a proper name or a term, for menus
    std::string suffix;                       ///< for file names, without the dot
    std::optional<std::size_t> bytesPerLine;  ///< the default; nothing when the format has no lines
    Uses address = Uses::No;                  ///< the format carries addresses
    Uses variableName = Uses::No;
    Uses digitCase = Uses::No;
    /// Streams the bytes of `range` in this format; memory does not grow with the range. Unreadable (with the
    /// first such offset) instead of inventing bytes; OutOfRange when an address does not fit the format or
    /// an option is out of bounds; Malformed when the variable name is no identifier; Cancelled; any error of
    /// the sink. What the sink got before an error is a prefix of the export. REQUIRES: range lies inside the
    /// snapshot.
    std::function<Status(const Snapshot&, ByteRange, const ExportOptions&, TextSink&, const JobContext&)>
        exportTo;
};

/// raw, hex, c, cpp, rust, go, python, java, csharp, javascript, base64, intel-hex, s-record, hexdump, html,
/// markdown.
void registerBuiltinExporters(Registry<ExporterInfo>& registry);

}  // namespace octavo
