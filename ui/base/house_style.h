#pragma once

#include <QProxyStyle>

namespace octavo {

/// How controls look: Fusion with flat tool bars, quiet tabs and thin lines, in the colours of the palette.
/// Drawn by code rather than by a style sheet, because a sheet makes Qt look up rules for every widget it
/// polishes, sizes and draws. UI thread.
///
/// Roles of the palette: Mid is a line between areas, PlaceholderText muted text, Highlight the accent,
/// Midlight what lies under the mouse.
class HouseStyle final : public QProxyStyle {
    Q_OBJECT
public:
    HouseStyle();

    /// The tab bar of open documents has this object name; its tabs are drawn without frames.
    static constexpr char kDocumentTabs[] = "documentTabs";

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override;
    [[nodiscard]] int pixelMetric(PixelMetric metric, const QStyleOption* option,
                                  const QWidget* widget) const override;
    [[nodiscard]] int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                                QStyleHintReturn* result) const override;
    /// Drawn ones for what is in every window: Fusion's are PNG files, and the first one loads every image
    /// plugin.
    [[nodiscard]] QIcon standardIcon(StandardPixmap icon, const QStyleOption* option,
                                     const QWidget* widget) const override;
};

}  // namespace octavo
