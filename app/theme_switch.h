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
/// settings portal asks for, else by the palette that the platform gives. A child of the window. UI thread.
class ThemeSwitch final : public QObject {
    Q_OBJECT
public:
    /// Asks the portal once the window has been painted; until then it wants what it wanted last time.
    /// REQUIRES: all outlive this.
    ThemeSwitch(MainWindow& window, JobRunner& jobs, Settings& settings);

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
    bool isPainted_ = false;
    bool isApplying_ = false;
    bool isLookDue_ = false;
    bool isPlatformNew_ = false;
};

/// Applies the preferences at once, by the window's ThemeSwitch.
void applyLook(MainWindow& window, const Preferences& preferences);

}  // namespace octavo
