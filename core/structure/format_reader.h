#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/structure/format.h"

namespace octavo {

/// The newest version of the language that is understood, as `meta/ks-version` counts.
inline constexpr std::string_view kNewestFormatVersion = "0.11";

/// Reads the text of a .ksy file: checks its shape, keys and names and parses its expressions; names of
/// types, enumerations and fields are not looked up yet (format_resolver.h). Appends to `problems`; the
/// format is what could be read, nullptr when there is no tree at all. Cost: linear in the text.
[[nodiscard]] std::unique_ptr<Format> readFormat(std::string_view text, const std::string& file,
                                                 std::vector<FormatProblem>& problems);

}  // namespace octavo
