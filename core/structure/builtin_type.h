#pragma once

#include <optional>
#include <string_view>

#include "core/structure/format.h"

namespace octavo {

/// The item of a built-in type: u1 to s8be, f4, f8, b1 to b64be, str, strz. Nothing for any other name.
[[nodiscard]] std::optional<ItemType> builtinItemType(std::string_view name);

}  // namespace octavo
