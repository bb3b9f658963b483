#pragma once

#include "core/structure/item_reader.h"

namespace octavo {

/// Reads one item of a field. Returns whether reading may go on behind it.
class ItemReader {
public:
    virtual ~ItemReader() = default;
    [[nodiscard]] virtual bool readItem(const ItemPlace& place, FieldNode& node) = 0;
};

/// Reads the items of a repeated field. In lenient reading items of one size are only counted. Returns
/// whether reading may go on behind the array.
[[nodiscard]] bool readArray(const ItemPlace& place, FieldNode& node, ItemReader& items, ReaderWorld& world);

}  // namespace octavo
