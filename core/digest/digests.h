#pragma once

#include "core/base/registry.h"
#include "core/digest/hasher.h"

namespace octavo {

/// Every digest that the loaded providers of libcrypto offer, each once, sorted by id. Extendable-output
/// functions have the length that `openssl dgst` prints.
void registerDigests(Registry<HasherInfo>& registry);

}  // namespace octavo
