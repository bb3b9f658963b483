#pragma once

#include "core/structure/item_reader.h"

namespace octavo {

/// Reads one item of a field. Returns whether reading may go on behind it.
class ItemReader {
public:
    virtual ~ItemReader() = default;
    [[nodiscard]] virtual bool readItem(const ItemPlace& place, FieldNode& node) = 0;
};

/// Reads the items of a repeated field, or finds out how many there are and where: in lenient reading, items
/// of one size are only counted, and others are gone through without being kept. Goes on where it was
/// stopped, or where an array was cut. Returns whether reading may go on behind the array.
[[nodiscard]] bool readArray(const ItemPlace& place, FieldNode& node, ItemReader& items, ReaderWorld& world);

/// An item of an array, read if it is not there. REQUIRES: index < array.count(). Cost: up to kBlock items.
[[nodiscard]] FieldNode& readArrayItem(ArrayNode& array, std::uint64_t index, ItemReader& items,
                                       ReaderWorld& world);

/// Marks what has to be found again after `changed` bytes are others; drops the items in it.
/// Returns whether there is any.
[[nodiscard]] bool markStaleItems(ArrayNode& array, ByteRange changed);

/// Finds again what was marked, and goes on where the array was stopped or cut. Returns whether reading may
/// go on behind the array.
[[nodiscard]] bool renewArray(const ItemPlace& place, FieldNode& node, ItemReader& items, ReaderWorld& world);

/// Drops those of some items that can be read again and that nothing refers to.
void dropArrayItems(ArrayNode& array, std::uint64_t begin, std::uint64_t end);

/// What the place of the item behind `index` depends on, and so the count.
void addArrayInputs(const ArrayNode& array, std::optional<std::uint64_t> index, InputRanges& inputs);

}  // namespace octavo
