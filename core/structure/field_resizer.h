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

/// What has to be written for an array to have an item twice, or no more: the bytes, the integer that its
/// count is calculated from, and the sizes of the structures around it. Errors: Unsupported: kItemEndsArray
/// for the last item where a condition on it ends the array, kFieldIsNotThere for one that does not lie in
/// whole bytes of the document, kFieldChangesLength as for resizeField(); LimitReached for a copy of more
/// than 256 MiB. REQUIRES: `item` is the item of `array` at `place`, with its index.
[[nodiscard]] Result<FieldChange> editItem(const ItemPlace& place, const ArrayNode& array,
                                           const FieldNode& item, ItemEdit edit, ReaderWorld& world);

}  // namespace octavo
