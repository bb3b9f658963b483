#include "app/builtins.h"

#include "core/codec/builtin_compressors.h"
#include "core/digest/builtin_hashers.h"
#include "core/inspect/builtin_codecs.h"

namespace octavo {

namespace {

template <typename T>
const Registry<T>& filled(std::optional<Registry<T>>& registry, void (*fill)(Registry<T>&)) {
    if (!registry)
        fill(registry.emplace());
    return *registry;
}

}  // namespace

const Registry<ValueCodec>& Builtins::codecs() const {
    return filled(codecs_, registerBuiltinCodecs);
}

const Registry<HasherInfo>& Builtins::hashers() const {
    return filled(hashers_, registerBuiltinHashers);
}

const Registry<CompressorInfo>& Builtins::compressors() const {
    return filled(compressors_, registerBuiltinCompressors);
}

const Registry<ExporterInfo>& Builtins::exporters() const {
    return filled(exporters_, registerBuiltinExporters);
}

const Registry<ImporterInfo>& Builtins::importers() const {
    return filled(importers_, registerBuiltinImporters);
}

}  // namespace octavo
