#pragma once

#include <string>
#include <string_view>

namespace octavo {

enum class FieldSeparator : char { Comma = ',', Tab = '\t' };

/// The text as one value of a line: in quotes where it has the separator, a quote or a line's end in it (RFC
/// 4180).
[[nodiscard]] std::string separatedField(std::string_view text, FieldSeparator separator);

}  // namespace octavo
