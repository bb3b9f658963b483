#pragma once

#include <string_view>
#include <vector>

#include "core/structure/expression.h"

namespace octavo {

/// What a value of a kind can be asked by name.
struct Method {
    DataType::Kind on;
    std::string_view name;
    BuiltinName meaning;
    DataType::Kind result;  ///< Any: the type of the items
};

/// All of them.
[[nodiscard]] const std::vector<Method>& methods();

/// What a name means for a value of which only the data tells what it is; None for no method.
[[nodiscard]] BuiltinName methodNamed(std::string_view name);

}  // namespace octavo
