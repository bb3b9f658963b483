#pragma once

#include "app/main_window.h"
#include "ui/base/preferences.h"

namespace octavo {

/// Gives the whole program the theme and font size of these preferences, at once. The desktop's own palette
/// is noted at the first call, before the program has its own.
void applyLook(MainWindow& window, const Preferences& preferences);

/// The palette and style of the program, without a window; what applyLook does first.
void applyTheme(ThemeChoice choice);

}  // namespace octavo
