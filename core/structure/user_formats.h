#pragma once

#include <string>

namespace octavo {

/// The folder of the person's own descriptions: below `dataHome` ($XDG_DATA_HOME) when that is an absolute
/// path, else below `home` ($HOME); empty when there is neither. It need not exist.
[[nodiscard]] inline std::string userFormatFolder(const char* dataHome, const char* home) {
    if (dataHome != nullptr && dataHome[0] == '/')
        return std::string(dataHome) + "/octavo/formats";
    if (home != nullptr && home[0] == '/')
        return std::string(home) + "/.local/share/octavo/formats";
    return {};
}

}  // namespace octavo
