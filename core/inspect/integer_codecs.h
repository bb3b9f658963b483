#pragma once

#include "core/base/registry.h"
#include "core/inspect/value_codec.h"

namespace octavo {

/// Whole numbers of 1 to 16 bytes, signed (two's complement) and unsigned, and the bits of a byte.
void registerIntegerCodecs(Registry<ValueCodec>& registry);

}  // namespace octavo
