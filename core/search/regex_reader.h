#pragma once

#include <optional>

#include "core/search/byte_expression.h"
#include "core/search/search_query.h"

namespace octavo {

/// What can be told of a regular expression without running it.
struct RegexReading {
    ByteExpression expression;    ///< everything that matches fits it
    bool isExact = false;         ///< and everything that fits it matches
    std::optional<ByteSet> runs;  ///< the expression begins with an unlimited repeat of these bytes, and
                                  ///< what follows does not depend on where that began
};

/// Reads an expression that PCRE2 has accepted. What it does not understand is Unknown. Cost: O(expression).
[[nodiscard]] RegexReading readRegex(const RegexQuery& query);

}  // namespace octavo
