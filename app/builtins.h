#pragma once

#include <optional>

#include "core/base/registry.h"
#include "core/codec/compressor.h"
#include "core/convert/exporter.h"
#include "core/convert/importer.h"
#include "core/digest/hasher.h"
#include "core/inspect/value_codec.h"

namespace octavo {

/// Whatever there are several of, each in its registry. A registry is filled when it is first asked for:
/// libraries behind it need not be set up before the window stands. References stay valid. UI thread.
class Builtins {
public:
    [[nodiscard]] const Registry<ValueCodec>& codecs() const;
    [[nodiscard]] const Registry<HasherInfo>& hashers() const;
    [[nodiscard]] const Registry<CompressorInfo>& compressors() const;
    [[nodiscard]] const Registry<ExporterInfo>& exporters() const;
    [[nodiscard]] const Registry<ImporterInfo>& importers() const;

private:
    mutable std::optional<Registry<ValueCodec>> codecs_;
    mutable std::optional<Registry<HasherInfo>> hashers_;
    mutable std::optional<Registry<CompressorInfo>> compressors_;
    mutable std::optional<Registry<ExporterInfo>> exporters_;
    mutable std::optional<Registry<ImporterInfo>> importers_;
};

}  // namespace octavo
