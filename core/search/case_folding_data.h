#pragma once

#include <array>
#include <cstdint>

namespace octavo {

/// \file Unicode's full case folding as tables, made by make_case_folding.py.

/// Every `stride`th character from `first` to `last` folds to the one `delta` further on.
struct FoldRange {
    char32_t first;
    char32_t last;
    std::uint8_t stride;
    std::int32_t delta;
};
/// One character that folds to two or three; the last may be 0.
struct FoldMany {
    char32_t from;
    std::array<char32_t, 3> to;
};

/// In order of their characters.
extern const std::array<FoldRange, 195> kFoldRanges;
extern const std::array<FoldMany, 104> kFoldMany;

}  // namespace octavo
