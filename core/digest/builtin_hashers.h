#pragma once

#include "core/base/registry.h"
#include "core/digest/hasher.h"

namespace octavo {

/// Adds the checksums and every digest of libcrypto's default provider: checksums first, then by id.
void registerBuiltinHashers(Registry<HasherInfo>& registry);

}  // namespace octavo
