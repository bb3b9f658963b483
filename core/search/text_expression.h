#pragma once

#include <string_view>

#include "core/base/result.h"
#include "core/search/byte_expression.h"
#include "core/search/search_query.h"

namespace octavo {

/// The bytes that a text may have in an encoding: just its own, or those of every text that folds to the
/// same. Runs of more than twelve characters that can be written together in other ways (ssss... with sharp
/// s) are folded one by one only. Malformed: not UTF-8 from `offset` on. Unsupported: the encoding lacks the
/// character at `offset`, in every case.
[[nodiscard]] Result<ByteExpression> textExpression(std::string_view utf8, TextCase textCase,
                                                    const CharacterEncoder& encoder);

}  // namespace octavo
