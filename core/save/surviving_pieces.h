#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "core/buffer/history.h"

namespace octavo {

/// What the splice of a state removed. A replacement of many places takes away all that lies between them and
/// puts it back: such bytes are named as they are in `tree`, the pieces of that state, which may know them by
/// another source. Nothing when there are more than `most` pieces. REQUIRES: state is not 0. Cost: O(pieces
/// of the splice · log n).
[[nodiscard]] std::optional<std::vector<Piece>> removedPieces(const History& history, HistoryState state,
                                                              const PieceTree& tree, std::size_t most);

}  // namespace octavo
