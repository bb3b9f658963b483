#pragma once

#include <optional>

#include <QObject>
#include <QPalette>

#include "app/main_window.h"
#include "ui/base/preferences.h"

namespace octavo {

class DesktopScheme;
class JobRunner;
class Settings;

/// Gives the program its theme and font size, and keeps "like the desktop" like the desktop: by what the
/// settings portal asks for, else by the palette that the platform gives. UI thread.
class ThemeSwitch final : public QObject {
    Q_OBJECT
public:
    /// Until the portal has answered, the desktop wants what it wanted last time. REQUIRES: all outlive this.
    ThemeSwitch(MainWindow& window, JobRunner& jobs, Settings& settings);

    /// Asks the portal, and follows it from then on. Once, after the window was painted.
    void followPortal();

    /// Takes theme and font size over at once.
    void apply(const Preferences& preferences);

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void takeWish();
    void lookAtPalette();
    void applyAgain();

    MainWindow& window_;
    Settings& settings_;
    DesktopScheme* scheme_;
    Preferences preferences_;
    std::optional<ThemeKind> wish_;  // the desktop's, when it has one
    QPalette desktop_;               // as the platform gave it
    QPalette own_;                   // as set by us
    bool isApplying_ = false;
    bool isLookDue_ = false;
    bool isPlatformNew_ = false;
};

}  // namespace octavo
