#pragma once

#include <string_view>

#include "core/structure/field_change.h"
#include "core/structure/item_reader.h"

namespace octavo {

/// Encodes a value as the field reads it: with its byte order, its bits, its encoding, terminator and
/// padding, and through the inverse of every `process` that it lies in. The document stays as long as it is.
/// Errors: Unsupported (above); Malformed: a value of another kind, or a character that the encoding lacks;
/// OutOfRange: a number that does not fit, `detail` is the range it must lie in; a text or bytes too long, or
/// with the terminator in them. REQUIRES: `node` is what the field at `place` was read into.
[[nodiscard]] Result<FieldChange> encodeField(const ItemPlace& place, const FieldNode& node,
                                              const StructureValue& value, ReaderWorld& world);

/// The bytes that the field would be, however many they are: with its terminator where it has no size,
/// through the inverse of its own `process`. Errors as for encodeField().
[[nodiscard]] Result<std::vector<std::byte>> encodeAtAnyLength(const ItemPlace& place, const FieldNode& node,
                                                               const StructureValue& value,
                                                               ReaderWorld& world);

}  // namespace octavo
