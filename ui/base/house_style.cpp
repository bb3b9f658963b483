#include "ui/base/house_style.h"

#include <QPainter>
#include <QStyleOption>
#include <QTabBar>
#include <QToolBar>

#include "ui/base/line_icon.h"

namespace octavo {

using namespace Qt::StringLiterals;

namespace {

constexpr int kTabPaddingX = 12;
constexpr int kTabPaddingY = 6;
constexpr int kTabMark = 2;  // the accent below the tab in front
constexpr int kDockTitlePadding = 6;

bool isDocumentTabs(const QWidget* widget) {
    return widget != nullptr && widget->objectName() == QLatin1String(HouseStyle::kDocumentTabs);
}

bool isIn(const QWidget* widget, bool (*matches)(const QWidget*)) {
    return widget != nullptr && matches(widget->parentWidget());
}

bool isToolBar(const QWidget* widget) {
    return qobject_cast<const QToolBar*>(widget) != nullptr;
}

void drawRounded(QPainter& painter, const QRect& rect, const QColor& edge, const QColor& inside,
                 double radius) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(edge);
    painter.setBrush(inside);
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    painter.restore();
}

bool isBlack(const QPalette& palette) {
    return palette.color(QPalette::Window).lightness() == 0;
}

/// For a black window: Fusion's is darker than the window.
void drawFrame(QPainter& painter, const QStyleOption& option) {
    const bool hasFocus = option.state.testFlag(QStyle::State_HasFocus);
    drawRounded(painter, option.rect, option.palette.color(hasFocus ? QPalette::Highlight : QPalette::Mid),
                Qt::transparent, 2);
}

void drawLineBelow(QPainter& painter, const QRect& rect, const QColor& color) {
    painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, color);
}

/// A box or circle that can be seen on any ground: Fusion's is nearly lost on a dark one.
void drawUncheckedIndicator(QPainter& painter, const QStyleOption& option, double radius) {
    const int side = std::min(option.rect.width(), option.rect.height());
    QRect box(0, 0, side, side);
    box.moveCenter(option.rect.center());
    const bool isEnabled = option.state.testFlag(QStyle::State_Enabled);
    const bool isHot = isEnabled && option.state.testFlag(QStyle::State_MouseOver);
    const QColor edge = option.palette.color(isHot ? QPalette::Highlight : QPalette::PlaceholderText);
    drawRounded(painter, box, edge, option.palette.color(QPalette::Base), radius < 0 ? side / 2.0 : radius);
}

void drawToolButtonPanel(QPainter& painter, const QStyleOption& option, const QWidget* widget) {
    const QPalette& palette = option.palette;
    const bool isDown = option.state & (QStyle::State_Sunken | QStyle::State_On);
    const bool isHot =
        option.state.testFlag(QStyle::State_MouseOver) && option.state.testFlag(QStyle::State_Enabled);
    const bool hasFocus = option.state.testFlag(QStyle::State_HasFocus);
    if (!isDown && !isHot && !hasFocus)
        return;
    const QColor line = palette.color(QPalette::Mid);
    const bool isOnTab = isIn(widget, isDocumentTabs);
    const QColor inside = isDown || isOnTab ? line : palette.color(QPalette::Midlight);
    drawRounded(painter, option.rect, hasFocus ? palette.color(QPalette::Highlight) : line, inside,
                isOnTab ? 3 : 4);
}

void drawDocumentTab(QPainter& painter, const QStyleOption& option) {
    const bool isInFront = option.state.testFlag(QStyle::State_Selected);
    painter.fillRect(option.rect, option.palette.color(isInFront ? QPalette::Base : QPalette::Window));
    if (isInFront) {
        QRect mark = option.rect;
        mark.setTop(mark.bottom() - kTabMark + 1);
        painter.fillRect(mark, option.palette.color(QPalette::Highlight));
    }
    if (option.state.testFlag(QStyle::State_HasFocus))
        drawRounded(painter, option.rect.adjusted(2, 2, -2, -2 - kTabMark),
                    option.palette.color(QPalette::Highlight), Qt::transparent, 3);
}

}  // namespace

HouseStyle::HouseStyle() : QProxyStyle(u"Fusion"_s) {}

void HouseStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                               const QWidget* widget) const {
    const bool isOff = option->state.testFlag(State_Off);
    switch (element) {
        case PE_IndicatorCheckBox:
        case PE_IndicatorItemViewItemCheck:
            if (isOff)
                return drawUncheckedIndicator(*painter, *option, 2);
            break;
        case PE_IndicatorRadioButton:
            if (isOff)
                return drawUncheckedIndicator(*painter, *option, -1);
            break;
        case PE_PanelButtonTool:
            if (option->state.testFlag(State_AutoRaise) || isIn(widget, isToolBar))
                return drawToolButtonPanel(*painter, *option, widget);
            break;
        case PE_Frame:
        case PE_FrameLineEdit:
            if (isBlack(option->palette))
                return drawFrame(*painter, *option);
            break;
        case PE_FrameStatusBarItem:
            return;
        case PE_PanelStatusBar:
            painter->fillRect(option->rect.left(), option->rect.top(), option->rect.width(), 1,
                              option->palette.color(QPalette::Mid));
            return;
        case PE_IndicatorDockWidgetResizeHandle:
            painter->fillRect(option->rect, option->palette.color(QPalette::Mid));
            return;
        case PE_FrameTabBarBase:
            if (isDocumentTabs(widget))
                return;
            break;
        case PE_PanelTipLabel:
            painter->fillRect(option->rect, option->palette.color(QPalette::Mid));
            painter->fillRect(option->rect.adjusted(1, 1, -1, -1),
                              option->palette.color(QPalette::ToolTipBase));
            return;
        default:
            break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void HouseStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                             const QWidget* widget) const {
    switch (element) {
        case CE_ToolBar:
            painter->fillRect(option->rect, option->palette.color(QPalette::Window));
            drawLineBelow(*painter, option->rect, option->palette.color(QPalette::Mid));
            return;
        case CE_TabBarTabShape:
            if (isDocumentTabs(widget))
                return drawDocumentTab(*painter, *option);
            break;
        case CE_TabBarTabLabel:
            if (const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option);
                tab && isDocumentTabs(widget)) {
                QStyleOptionTab quiet(*tab);
                quiet.state.setFlag(State_HasFocus, false);
                if (!tab->state.testFlag(State_Selected) && !tab->state.testFlag(State_MouseOver))
                    quiet.palette.setColor(QPalette::WindowText,
                                           tab->palette.color(QPalette::PlaceholderText));
                QProxyStyle::drawControl(element, &quiet, painter, widget);
                return;
            }
            break;
        case CE_HeaderSection:
            painter->fillRect(option->rect, option->palette.color(QPalette::Window));
            drawLineBelow(*painter, option->rect, option->palette.color(QPalette::Mid));
            return;
        case CE_DockWidgetTitle:
            if (const auto* dock = qstyleoption_cast<const QStyleOptionDockWidget*>(option)) {
                painter->fillRect(dock->rect, dock->palette.color(QPalette::Window));
                drawLineBelow(*painter, dock->rect, dock->palette.color(QPalette::Mid));
                const QRect text = subElementRect(SE_DockWidgetTitleBarText, dock, widget);
                drawItemText(painter, text.adjusted(kDockTitlePadding, 0, 0, 0),
                             Qt::AlignLeft | Qt::AlignVCenter, dock->palette,
                             dock->state.testFlag(State_Enabled),
                             dock->fontMetrics.elidedText(dock->title, Qt::ElideRight, text.width()),
                             QPalette::WindowText);
                return;
            }
            break;
        default:
            break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

int HouseStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const {
    switch (metric) {
        case PM_ToolBarItemSpacing:
            return 2;
        case PM_ToolBarItemMargin:
            return 4;
        case PM_ToolBarFrameWidth:
        case PM_DockWidgetSeparatorExtent:
            return 1;
        case PM_DockWidgetTitleMargin:
            return kDockTitlePadding;
        case PM_TabBarTabHSpace:
            if (isDocumentTabs(widget))
                return 2 * kTabPaddingX;
            break;
        case PM_TabBarTabVSpace:
            if (isDocumentTabs(widget))
                return 2 * kTabPaddingY + kTabMark;
            break;
        case PM_TabBarTabShiftVertical:
        case PM_TabBarTabShiftHorizontal:
        case PM_TabBarTabOverlap:
        case PM_TabBarBaseOverlap:
            if (isDocumentTabs(widget))
                return 0;
            break;
        default:
            break;
    }
    return QProxyStyle::pixelMetric(metric, option, widget);
}

int HouseStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                          QStyleHintReturn* result) const {
    if (hint == SH_DialogButtonBox_ButtonsHaveIcons)
        return 0;
    return QProxyStyle::styleHint(hint, option, widget, result);
}

QIcon HouseStyle::standardIcon(StandardPixmap icon, const QStyleOption* option, const QWidget* widget) const {
    switch (icon) {
        case SP_TitleBarCloseButton:
            return lineIcon(u"window-close");
        case SP_TitleBarNormalButton:
            return lineIcon(u"window-float");
        case SP_ToolBarHorizontalExtensionButton:
            return lineIcon(u"more-right");
        case SP_ToolBarVerticalExtensionButton:
            return lineIcon(u"more-below");
        default:
            return QProxyStyle::standardIcon(icon, option, widget);
    }
}

}  // namespace octavo
