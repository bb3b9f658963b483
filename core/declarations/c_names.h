#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

namespace octavo {

/// The name in the manner of descriptions: dwFileSize becomes dw_file_size, _reserved reserved. Small
/// letters, digits and single underscores, a letter first, at most 100 bytes; empty when nothing is left.
[[nodiscard]] std::string snakeCase(std::string_view name);

/// Whether a description means a type of its own by this: u4, strz, b3.
[[nodiscard]] bool isBuiltinTypeName(std::string_view name);

/// Names of one scope, all different; so that programs made of a description can have them too, two names are
/// also different without their underscores. A value.
class UniqueNames {
public:
    /// The name in the manner of descriptions, with a number behind it when it is taken.
    [[nodiscard]] std::string add(std::string_view name, std::string_view fallback);
    /// padding_1, padding_2, …
    [[nodiscard]] std::string addPadding();

private:
    [[nodiscard]] bool isAdded(const std::string& name);

    std::set<std::string> taken_;
    std::map<std::string, unsigned> lastNumbers_;
    unsigned paddings_ = 0;
};

}  // namespace octavo
