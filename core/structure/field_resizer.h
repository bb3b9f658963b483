#pragma once

#include "core/structure/field_change.h"
#include "core/structure/item_reader.h"

namespace octavo {

/// What has to be written for a field to have a value of another length than it has: its bytes, and what the
/// sizes of the field and of the structures around it are calculated from, when that is one integer for each.
/// Positions that are written elsewhere are not adjusted. Errors: Unsupported (kFieldChangesLength) where a
/// size is fixed, calculated from several fields, or not in the document; OutOfRange where the new one does
/// not fit. REQUIRES: as for encodeField().
[[nodiscard]] Result<FieldChange> resizeField(const ItemPlace& place, const FieldNode& node,
                                              const StructureValue& value, ReaderWorld& world);

}  // namespace octavo
