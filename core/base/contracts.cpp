#include "core/base/contracts.h"

#include <cstdio>
#include <cstdlib>

namespace octavo {

void contractBroken(const char* condition, const char* file, int line) noexcept {
    std::fprintf(stderr, "octavo: contract broken: %s (%s:%d)\n", condition, file, line);
    std::abort();
}

}  // namespace octavo
