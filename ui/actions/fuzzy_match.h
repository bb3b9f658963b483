#pragma once

#include <optional>

#include <QStringView>

namespace octavo {

/// How well typed letters fit a text: all of them must occur in it in order, whatever their case. Higher is
/// better: letters at the start of words, in a row and early count most. Nothing when they do not fit. An
/// empty pattern fits everything equally. Cost: O(text²) at worst; texts are names of commands.
[[nodiscard]] std::optional<int> fuzzyScore(QStringView pattern, QStringView text);

}  // namespace octavo
