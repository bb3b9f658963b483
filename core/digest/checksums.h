#pragma once

#include "core/base/registry.h"
#include "core/digest/hasher.h"

namespace octavo {

/// CRC-32 (as in zip, gzip, PNG) and Adler-32, by zlib.
void registerChecksums(Registry<HasherInfo>& registry);

}  // namespace octavo
