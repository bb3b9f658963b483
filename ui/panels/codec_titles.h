#pragma once

#include <string_view>

#include <QString>

namespace octavo {

/// What people call a value codec, in their language: "Signed 16-bit" for i16. The id itself for one without
/// a name here (a plugin's).
[[nodiscard]] QString codecTitle(std::string_view id);

}  // namespace octavo
