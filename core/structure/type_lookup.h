#pragma once

#include <string>
#include <vector>

#include "core/structure/format.h"

namespace octavo {

/// Finds what a name of a type or an enumeration means where it is written: what is nested in the type, the
/// type itself, then the same in the types around it, then the top of every loaded file. Borrows the set.
class TypeLookup {
public:
    explicit TypeLookup(const FormatSet& set) : set_(&set) {}

    /// nullptr when there is none.
    [[nodiscard]] FormatType* type(const FormatType& from, const std::vector<std::string>& scope) const;
    /// `scope` ends with the name of the enumeration.
    [[nodiscard]] FormatEnum* enumeration(const FormatType& from,
                                          const std::vector<std::string>& scope) const;

    /// The type that a parameter or a cast names: a built-in one ("u4", "str", "bytes", "bool", "struct",
    /// "io", "any") or a structure, with [] behind it an array of them; nothing when it is unknown.
    [[nodiscard]] std::optional<DataType> dataType(const FormatType& from,
                                                   const std::vector<std::string>& scope, bool isArray) const;

private:
    const FormatSet* set_;
};

/// "a::b" taken apart.
[[nodiscard]] std::vector<std::string> splitScope(const std::string& text);

}  // namespace octavo
