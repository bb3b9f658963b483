#pragma once

#include "core/base/registry.h"
#include "core/inspect/value_codec.h"

namespace octavo {

/// One character in UTF-8, UTF-16 or UTF-32.
void registerTextCodecs(Registry<ValueCodec>& registry);

}  // namespace octavo
