#include "app/theme_switch.h"

#include <QApplication>
#include <QPalette>

#include "ui/base/house_style.h"

namespace octavo {

namespace {

const QPalette& desktopPalette() {
    static const QPalette palette = QApplication::palette();
    return palette;
}

HexColors hexColorsOf(ThemeKind kind) {
    switch (kind) {
        case ThemeKind::Light:
            return HexColors::light();
        case ThemeKind::Dark:
            return HexColors::dark();
        case ThemeKind::HighContrast:
            return HexColors::highContrast();
    }
    return HexColors::light();
}

}  // namespace

void applyTheme(ThemeChoice choice) {
    const ThemeKind kind = resolvedTheme(choice, desktopPalette());
    if (qobject_cast<const HouseStyle*>(QApplication::style()) == nullptr)
        QApplication::setStyle(new HouseStyle);
    QApplication::setPalette(themePalette(kind));
}

void applyLook(MainWindow& window, const Preferences& preferences) {
    applyTheme(preferences.theme);
    const ThemeKind kind = resolvedTheme(preferences.theme, desktopPalette());
    window.setLook(
        {.colors = hexColorsOf(kind), .fontSize = preferences.fontSize, .zoom = window.look().zoom});
}

}  // namespace octavo
