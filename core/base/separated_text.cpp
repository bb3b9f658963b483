#include "core/base/separated_text.h"

namespace octavo {

std::string separatedField(std::string_view text, FieldSeparator separator) {
    const char special[] = {static_cast<char>(separator), '"', '\r', '\n'};
    if (text.find_first_of(std::string_view(special, sizeof special)) == std::string_view::npos)
        return std::string(text);
    std::string quoted = "\"";
    for (const char each : text)
        quoted += each == '"' ? std::string("\"\"") : std::string(1, each);
    return quoted + "\"";
}

}  // namespace octavo
