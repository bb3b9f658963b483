#pragma once

#include <span>
#include <string_view>

namespace octavo {

/// A description of resources/formats, as it was when the program was built.
struct BuiltinFormat {
    std::string_view name;  ///< of the file, without .ksy
    std::string_view text;
};

/// In the order of their names.
[[nodiscard]] std::span<const BuiltinFormat> builtinFormats();

}  // namespace octavo
