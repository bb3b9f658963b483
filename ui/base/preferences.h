#pragma once

#include <QString>

#include "ui/base/theme.h"

namespace octavo {

/// What the person wants kept from one start to the next; the preferences dialog edits one, the settings
/// store it. The view options are those of newly opened documents. A value.
struct Preferences {
    ThemeChoice theme = ThemeChoice::Desktop;
    int fontSize = 10;                              ///< points, 6 to 40; zoom multiplies it
    int bytesPerRow = 16;                           ///< 1 to 256; 0 fits the window
    int grouping = 8;                               ///< 1, 2, 4, 8 or 16
    QString encoding = QStringLiteral("US-ASCII");  ///< of the text column, by the hex view's names
    bool showsMinimap = true;
    bool startsInInsertMode = false;
    bool restoresSession = true;  ///< open last time's files when started without any
    bool keepsHistory = false;    ///< of closed files, removed bytes and all

    friend bool operator==(const Preferences&, const Preferences&) = default;
};

}  // namespace octavo
