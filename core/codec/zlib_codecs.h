#pragma once

#include "core/base/registry.h"
#include "core/codec/compressor.h"

namespace octavo {

/// DEFLATE (RFC 1951) in its three wrappings, by zlib: zlib (RFC 1950), gzip (RFC 1952) and deflate (none).
void registerZlibCodecs(Registry<CompressorInfo>& registry);

}  // namespace octavo
