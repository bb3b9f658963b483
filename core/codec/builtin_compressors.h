#pragma once

#include "core/base/registry.h"
#include "core/codec/compressor.h"

namespace octavo {

/// Adds every compression format that comes with Octavo.
void registerBuiltinCompressors(Registry<CompressorInfo>& registry);

}  // namespace octavo
