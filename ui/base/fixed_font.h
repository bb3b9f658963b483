#pragma once

#include <QFont>

namespace octavo {

/// The fixed font that the program carries, at the size it likes best; the desktop's own if it cannot be
/// loaded. Its regular face is loaded by the first call. UI thread.
[[nodiscard]] QFont bundledFixedFont();

/// The same at a size of your choice.
[[nodiscard]] QFont bundledFixedFont(double points);

/// The same in the size of the application's own font: for values, offsets and bytes in panels and dialogs.
/// Loads the bold face as well.
[[nodiscard]] QFont valueFont();

}  // namespace octavo
