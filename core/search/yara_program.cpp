#include "core/search/yara_program.h"

#include <string>

namespace octavo {

Status prepareYara() {
    static const int result = [] {
        const int initialized = yr_initialize();
        // libyara would keep up to 512 bytes of every match, which nobody asks for.
        return initialized == ERROR_SUCCESS ? yr_set_configuration_uint32(YR_CONFIG_MAX_MATCH_DATA, 0)
                                            : initialized;
    }();
    return result == ERROR_SUCCESS ? Status() : fail(yaraError(result));
}

Error yaraError(int code) {
    if (code == ERROR_INSUFFICIENT_MEMORY)
        return {.code = ErrorCode::LimitReached, .offset = {}, .systemCode = 0, .detail = "memory"};
    return {.code = ErrorCode::LibraryFailed,
            .offset = {},
            .systemCode = 0,
            .detail = "libyara: " + std::to_string(code)};
}

}  // namespace octavo
