#include "ui/base/theme.h"

#include <array>
#include <utility>

#include <QColor>

namespace octavo {

using namespace Qt::StringLiterals;

namespace {

/// The few colours that a whole palette is made of.
struct Tones {
    QRgb window;     ///< behind controls
    QRgb base;       ///< behind text and lists
    QRgb alternate;  ///< every other row
    QRgb raised;     ///< buttons
    QRgb text;
    QRgb muted;   ///< hints, disabled text
    QRgb accent;  ///< selection, focus
    QRgb onAccent;
    QRgb link;
    QRgb line;  ///< edges between areas
    QRgb tip;   ///< behind tool tips
};

constexpr Tones kLight{.window = 0xfff4f5f7,
                       .base = 0xffffffff,
                       .alternate = 0xfff8f9fa,
                       .raised = 0xfffbfcfd,
                       .text = 0xff1f2329,
                       .muted = 0xff6b7280,
                       .accent = 0xff2f6fb5,
                       .onAccent = 0xffffffff,
                       .link = 0xff1f5f9f,
                       .line = 0xffd6dae0,
                       .tip = 0xffffffff};
constexpr Tones kDark{.window = 0xff1d2126,
                      .base = 0xff16191d,
                      .alternate = 0xff1a1e22,
                      .raised = 0xff2a2f36,
                      .text = 0xffdde2e8,
                      .muted = 0xff929ba6,
                      .accent = 0xff3574b5,
                      .onAccent = 0xffffffff,
                      .link = 0xff7fb4e8,
                      .line = 0xff343a42,
                      .tip = 0xff2a2f36};
constexpr Tones kHighContrast{.window = 0xff000000,
                              .base = 0xff000000,
                              .alternate = 0xff0d0d0d,
                              .raised = 0xff000000,
                              .text = 0xffffffff,
                              .muted = 0xffc8c8c8,
                              .accent = 0xffffe100,
                              .onAccent = 0xff000000,
                              .link = 0xff7fd4ff,
                              .line = 0xffffffff,
                              .tip = 0xff000000};

const Tones& tonesOf(ThemeKind kind) {
    switch (kind) {
        case ThemeKind::Light:
            return kLight;
        case ThemeKind::Dark:
            return kDark;
        case ThemeKind::HighContrast:
            return kHighContrast;
    }
    return kLight;
}

constexpr std::array kNames{std::pair(ThemeChoice::Desktop, "desktop"),
                            std::pair(ThemeChoice::Light, "light"), std::pair(ThemeChoice::Dark, "dark"),
                            std::pair(ThemeChoice::HighContrast, "high-contrast")};

}  // namespace

QString themeName(ThemeChoice choice) {
    for (const auto& [each, name] : kNames) {
        if (each == choice)
            return QString::fromLatin1(name);
    }
    return {};
}

std::optional<ThemeChoice> themeOfName(QStringView name) {
    for (const auto& [choice, each] : kNames) {
        if (name == QLatin1String(each))
            return choice;
    }
    return std::nullopt;
}

ThemeKind resolvedTheme(ThemeChoice choice, const QPalette& desktopPalette) {
    switch (choice) {
        case ThemeChoice::Light:
            return ThemeKind::Light;
        case ThemeChoice::Dark:
            return ThemeKind::Dark;
        case ThemeChoice::HighContrast:
            return ThemeKind::HighContrast;
        case ThemeChoice::Desktop:
            break;
    }
    const bool isDark = desktopPalette.color(QPalette::WindowText).lightness() >
                        desktopPalette.color(QPalette::Window).lightness();
    return isDark ? ThemeKind::Dark : ThemeKind::Light;
}

QPalette themePalette(ThemeKind kind) {
    const Tones& tones = tonesOf(kind);
    QPalette palette;
    const auto set = [&palette](QPalette::ColorRole role, QRgb rgb) { palette.setColor(role, QColor(rgb)); };
    set(QPalette::Window, tones.window);
    set(QPalette::WindowText, tones.text);
    set(QPalette::Base, tones.base);
    set(QPalette::AlternateBase, tones.alternate);
    set(QPalette::Text, tones.text);
    set(QPalette::Button, tones.raised);
    set(QPalette::ButtonText, tones.text);
    set(QPalette::BrightText, tones.onAccent);
    set(QPalette::ToolTipBase, tones.tip);
    set(QPalette::ToolTipText, tones.text);
    set(QPalette::PlaceholderText, tones.muted);
    set(QPalette::Highlight, tones.accent);
    set(QPalette::HighlightedText, tones.onAccent);
    set(QPalette::Link, tones.link);
    set(QPalette::LinkVisited, tones.link);
    set(QPalette::Light, tones.raised);
    set(QPalette::Midlight, tones.raised);
    set(QPalette::Mid, tones.line);
    set(QPalette::Dark, tones.line);
    set(QPalette::Shadow, kind == ThemeKind::Light ? 0xffa7adb5 : 0xff000000);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role,
                         QColor(tones.muted).darker(kind == ThemeKind::Dark ? 130 : 90));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, QColor(tones.line));
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, QColor(tones.muted));
    return palette;
}

}  // namespace octavo
