#include "app/theme_switch.h"

#include <utility>

#include <QApplication>
#include <QEvent>
#include <QTimer>

#include "app/desktop_scheme.h"
#include "app/settings.h"
#include "ui/base/house_style.h"

namespace octavo {

namespace {

/// The platform's palette before the program had its own.
const QPalette& paletteAtStart() {
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

ThemeSwitch::ThemeSwitch(MainWindow& window, JobRunner& jobs, Settings& settings)
    : window_(window),
      settings_(settings),
      scheme_(new DesktopScheme(jobs, this)),
      wish_(settings.desktopWish()),
      desktop_(paletteAtStart()) {
    window_.installEventFilter(this);
    connect(scheme_, &DesktopScheme::changed, this, &ThemeSwitch::takeWish);
}

void ThemeSwitch::followPortal() {
    scheme_->start();
}

void ThemeSwitch::apply(const Preferences& preferences) {
    preferences_ = preferences;
    applyAgain();
}

void ThemeSwitch::applyAgain() {
    const bool isFree = preferences_.theme == ThemeChoice::Desktop && wish_;
    const ThemeKind kind = isFree ? *wish_ : resolvedTheme(preferences_.theme, desktop_);
    isApplying_ = true;
    if (qobject_cast<const HouseStyle*>(QApplication::style()) == nullptr)
        QApplication::setStyle(new HouseStyle);
    QApplication::setPalette(themePalette(kind));
    own_ = QApplication::palette();
    window_.setLook({.colors = hexColorsOf(kind),
                     .fontSize = preferences_.fontSize,
                     .zoom = window_.look().zoom,
                     .showsMinimap = preferences_.showsMinimap});
    isApplying_ = false;
}

void ThemeSwitch::takeWish() {
    if (std::exchange(wish_, scheme_->wanted()) == wish_)
        return;
    settings_.setDesktopWish(wish_);
    if (preferences_.theme == ThemeChoice::Desktop)
        applyAgain();
}

void ThemeSwitch::lookAtPalette() {
    isLookDue_ = false;
    const bool isOurs = QApplication::palette() == own_;
    const bool isPlatformNew = std::exchange(isPlatformNew_, false);
    if (isOurs && !isPlatformNew)
        return;  // the news was of what we set ourselves
    isApplying_ = true;
    if (isOurs)
        QApplication::setPalette(QPalette());  // uncovers the platform's
    desktop_ = QApplication::palette();
    applyAgain();
}

bool ThemeSwitch::eventFilter(QObject* watched, QEvent* event) {
    const bool isTheme = event->type() == QEvent::ThemeChange;
    if (!isApplying_ && (isTheme || event->type() == QEvent::ApplicationPaletteChange)) {
        isPlatformNew_ = isPlatformNew_ || isTheme;
        // Not at once: the news is still on its way to the other widgets.
        if (!std::exchange(isLookDue_, true))
            QTimer::singleShot(0, this, &ThemeSwitch::lookAtPalette);
    }
    return QObject::eventFilter(watched, event);
}

}  // namespace octavo
