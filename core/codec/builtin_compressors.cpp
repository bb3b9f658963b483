#include "core/codec/builtin_compressors.h"

#include "core/codec/zlib_codecs.h"

namespace octavo {

void registerBuiltinCompressors(Registry<CompressorInfo>& registry) {
    registerZlibCodecs(registry);
}

}  // namespace octavo
