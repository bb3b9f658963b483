#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/declarations/c_abi.h"

namespace octavo {

/// No more text than this is read.
inline constexpr std::size_t kMostCDeclarations = std::size_t{1} << 20;

/// Makes a description (.ksy) of all structures, unions and enumerations in C declarations. What it describes
/// is the structure or union called `root`, by tag or typedef; without a name the last structure, or the last
/// union where there is none. `id` becomes its meta/id, mended where it is no name.
/// Malformed: `offset` is the index of a character, `detail` what was expected there. LimitReached: over 1
/// MiB of text, 100 levels, 2^40 items, 2^56 bytes, or 4 MiB or 200,000 nodes of description. NotFound: no
/// such root. Cost: linear, but for macros.
[[nodiscard]] Result<std::string> formatFromC(std::string_view declarations, const CAbi& abi,
                                              std::string_view id, std::string_view root = {});

}  // namespace octavo
