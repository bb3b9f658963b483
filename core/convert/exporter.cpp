#include "core/convert/exporter.h"

#include <utility>

#include "core/convert/builtin_exporters.h"

namespace octavo {

void registerBuiltinExporters(Registry<ExporterInfo>& registry) {
    registry.add(rawExporter());
    registry.add(hexExporter());
    for (ExporterInfo& exporter : arrayExporters())
        registry.add(std::move(exporter));
    registry.add(base64Exporter());
    registry.add(intelHexExporter());
    registry.add(sRecordExporter());
    registry.add(hexdumpExporter());
    registry.add(htmlExporter());
    registry.add(markdownExporter());
}

}  // namespace octavo
