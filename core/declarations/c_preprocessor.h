#pragma once

#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/declarations/c_abi.h"
#include "core/declarations/c_lexer.h"

namespace octavo {

/// The words of C declarations, an End behind them, with directives obeyed: #define without parameters,
/// #undef, conditions, #pragma pack. A name that nobody defined is 0 in a condition, as C has it, but for
/// those that tell the ABI; a condition that is none does not hold. Other directives are left out. Malformed
/// for a comment that does not end; LimitReached beyond 2^21 words, 255 bytes of a name or 100 macros in each
/// other. The views of the words are into `text` and constants.
[[nodiscard]] Result<std::vector<CToken>> preprocessC(std::string_view text, const CAbi& abi);

}  // namespace octavo
