#pragma once

#include "core/base/registry.h"
#include "core/inspect/value_codec.h"

namespace octavo {

/// LEB128 (DWARF 5, section 7.6), unsigned and signed, up to 64 bits of value in up to 10 bytes.
void registerVarintCodecs(Registry<ValueCodec>& registry);

}  // namespace octavo
