#pragma once

#include <QString>

#include "core/structure/field_change.h"

namespace octavo {

/// Why a field cannot have a value, and what else would be written with it. One sentence or two, translated.
[[nodiscard]] QString refusalText(const Error& error);
[[nodiscard]] QString adjustmentText(const FieldChange& change);
/// The same for an item that is to be there twice, or no more.
[[nodiscard]] QString itemEditText(const FieldChange& change);

}  // namespace octavo
