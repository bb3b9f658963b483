#pragma once

#include <algorithm>
#include <optional>
#include <random>
#include <span>
#include <string>
#include <vector>

#include "core/convert/exporter.h"
#include "core/convert/importer.h"

namespace octavo {

using Bytes = std::vector<std::byte>;

inline const Registry<ExporterInfo>& exporters() {
    static const Registry<ExporterInfo> registry = [] {
        Registry<ExporterInfo> filled;
        registerBuiltinExporters(filled);
        return filled;
    }();
    return registry;
}

inline const Registry<ImporterInfo>& importers() {
    static const Registry<ImporterInfo> registry = [] {
        Registry<ImporterInfo> filled;
        registerBuiltinImporters(filled);
        return filled;
    }();
    return registry;
}

inline Snapshot snapshotOfText(std::string_view text) {
    return Snapshot::ofBytes(std::as_bytes(std::span(text)));
}

inline Result<std::string> exportedText(std::string_view id, const Snapshot& snapshot, ByteRange range,
                                        const ExportOptions& options = {}) {
    StringSink sink;
    if (const Status status = exporters().find(id)->exportTo(snapshot, range, options, sink, {}); !status)
        return fail(status.error());
    return std::move(sink).take();
}

inline std::string exportedText(std::string_view id, const Bytes& bytes, const ExportOptions& options = {}) {
    const Snapshot snapshot = Snapshot::ofBytes(bytes);
    return exportedText(id, snapshot, snapshot.all(), options).value_or("export failed");
}

inline Result<ImportResult> importedFrom(std::string_view id, std::string_view text,
                                         const ImportOptions& options = {}) {
    return importers().find(id)->importFrom(snapshotOfText(text), options, {});
}

inline Bytes bytesOf(const Snapshot& snapshot) {
    Bytes bytes(static_cast<std::size_t>(snapshot.size()));
    return snapshot.read(0, bytes).isEmpty() ? bytes : Bytes();
}

/// The assembled bytes; nothing when import or assembly fails.
inline std::optional<Bytes> importedBytes(std::string_view id, std::string_view text) {
    const auto imported = importedFrom(id, text);
    if (!imported)
        return std::nullopt;
    const auto snapshot = assemble(*imported);
    return snapshot ? std::optional(bytesOf(*snapshot)) : std::nullopt;
}

inline Bytes randomBytes(std::size_t size, unsigned seed) {
    std::minstd_rand random(seed);
    Bytes bytes(size);
    for (std::byte& byte : bytes)
        byte = static_cast<std::byte>(random() >> 8 & 0xFF);
    return bytes;
}

}  // namespace octavo
