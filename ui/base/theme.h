#pragma once

#include <cstdint>
#include <optional>

#include <QPalette>
#include <QString>
#include <QStringView>

namespace octavo {

/// What the person asked for.
enum class ThemeChoice : std::uint8_t { Desktop, Light, Dark, HighContrast };

/// What is drawn.
enum class ThemeKind : std::uint8_t { Light, Dark, HighContrast };

/// "desktop", "light", "dark", "high-contrast": as settings and the command line spell a choice.
[[nodiscard]] QString themeName(ThemeChoice choice);
/// Nothing for any other text.
[[nodiscard]] std::optional<ThemeChoice> themeOfName(QStringView name);

/// The choice, where ThemeChoice::Desktop looks at whether the desktop's own palette is dark.
[[nodiscard]] ThemeKind resolvedTheme(ThemeChoice choice, const QPalette& desktopPalette);

/// Every role for the active, inactive and disabled groups. Text meets WCAG AA (4.5:1) on its ground.
[[nodiscard]] QPalette themePalette(ThemeKind kind);

}  // namespace octavo
