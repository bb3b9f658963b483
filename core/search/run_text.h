#pragma once

#include <string_view>

#include "core/base/result.h"
#include "core/search/run_query.h"

namespace octavo {

/// A run as people write it: "00:16" is sixteen or more zeros, "?:8" eight or more of any one byte, "^00"
/// whatever is not zero; the byte may have wildcards, "2?:4". Malformed: `offset` is the index of the
/// character that does not fit, `detail` what was expected there.
[[nodiscard]] Result<RunQuery> parseRunQuery(std::string_view text);

}  // namespace octavo
