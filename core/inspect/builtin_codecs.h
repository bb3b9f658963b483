#pragma once

#include "core/base/registry.h"
#include "core/inspect/value_codec.h"

namespace octavo {

/// Adds every value codec that comes with Octavo, in the order in which the inspector lists them.
void registerBuiltinCodecs(Registry<ValueCodec>& registry);

}  // namespace octavo
