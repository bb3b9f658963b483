#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace octavo {

/// \file Unicode's full case folding: two texts are the same but for letter case when they fold to the same.

/// Appends what a character folds to: itself, another one, or up to three.
void appendFolded(char32_t character, std::u32string& folded);

/// All characters that fold to just this, in no order. REQUIRES: one to three characters.
[[nodiscard]] std::vector<char32_t> charactersFoldingTo(std::u32string_view folded);

}  // namespace octavo
