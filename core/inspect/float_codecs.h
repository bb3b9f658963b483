#pragma once

#include "core/base/registry.h"
#include "core/inspect/value_codec.h"

namespace octavo {

/// IEEE 754 half, single and double precision, bfloat16, and the 80-bit extended format of the x87.
void registerFloatCodecs(Registry<ValueCodec>& registry);

}  // namespace octavo
