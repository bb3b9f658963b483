#pragma once

#include <QVariant>

#include "core/structure/node_row.h"

namespace octavo {

/// The columns in which nodes of a structure are shown.
struct NodeColumns {
    enum : int { Name, Value, Type, Offset, Size, Comment, Count };
};

[[nodiscard]] QString nodeColumnTitle(int column);

/// What a view shows of a node in a column: text, tip, colour and alignment; nothing for other roles.
[[nodiscard]] QVariant nodeRowData(const NodeRow& row, int column, int role);

}  // namespace octavo
