#include "core/digest/builtin_hashers.h"

#include "core/digest/checksums.h"
#include "core/digest/digests.h"

namespace octavo {

void registerBuiltinHashers(Registry<HasherInfo>& registry) {
    registerChecksums(registry);
    registerDigests(registry);
}

}  // namespace octavo
