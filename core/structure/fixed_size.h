#pragma once

#include <cstdint>
#include <optional>

#include "core/structure/format.h"

namespace octavo {

/// The bits that every structure of this type takes, when the description alone tells; remembered in the
/// type. REQUIRES: its item types are resolved. A type that contains itself has no fixed size.
[[nodiscard]] std::optional<std::uint64_t> fixedBitsOf(FormatType& type);

/// The bits that this field takes in every structure, repeats and padding included, when it begins at a byte;
/// nothing when that depends on the data.
[[nodiscard]] std::optional<std::uint64_t> fixedBitsOf(const FormatField& field);

/// The same for one item of the field.
[[nodiscard]] std::optional<std::uint64_t> fixedItemBitsOf(const FormatField& field);

/// The value of an expression of literals; nothing when it needs data.
[[nodiscard]] std::optional<Int128> constantOf(const Expression& expression);

}  // namespace octavo
