#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "core/structure/expression.h"

namespace octavo {

/// A sign between two operands.
struct Operator {
    std::string_view sign;
    ExpressionKind kind;
};
using Operators = std::vector<Operator>;

/// Those of arithmetic and of bits, from the loosest to the tightest; all of them associate to the left.
[[nodiscard]] const std::array<Operators, 6>& binaryLevels();

/// Nothing for any other sign.
[[nodiscard]] std::optional<ExpressionKind> comparisonOf(std::string_view sign);

/// and, or, not, true and false: no names.
[[nodiscard]] bool isKeyword(std::string_view name);

}  // namespace octavo
