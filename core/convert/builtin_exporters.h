#pragma once

#include <vector>

#include "core/convert/exporter.h"

namespace octavo {

/// \file The families of exporters, in the order of menus.

[[nodiscard]] ExporterInfo rawExporter();
[[nodiscard]] ExporterInfo hexExporter();
/// RFC 4648, section 4, in lines; a line length that is no multiple of 3 is rounded up to one.
[[nodiscard]] ExporterInfo base64Exporter();
/// As `xxd` prints it.
[[nodiscard]] ExporterInfo hexdumpExporter();
[[nodiscard]] ExporterInfo htmlExporter();
[[nodiscard]] ExporterInfo markdownExporter();
/// Arrays in the source code of c, cpp, rust, go, python, java, csharp and javascript.
[[nodiscard]] std::vector<ExporterInfo> arrayExporters();
/// Intel's "Hexadecimal Object File Format Specification", revision A, 1988: types 00, 01 and 04.
[[nodiscard]] ExporterInfo intelHexExporter();
/// Motorola S-records: S0, then the narrowest of S1/S2/S3 that carries every address, S5 or S6, and S9/S8/S7.
[[nodiscard]] ExporterInfo sRecordExporter();

}  // namespace octavo
