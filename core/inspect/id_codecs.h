#pragma once

#include "core/base/registry.h"
#include "core/inspect/value_codec.h"

namespace octavo {

/// Identifiers, addresses and colours: GUID, IPv4, IPv6, RGB, RGBA.
void registerIdCodecs(Registry<ValueCodec>& registry);

}  // namespace octavo
