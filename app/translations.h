#pragma once

class QCoreApplication;

namespace octavo {

/// Makes the program speak the first of the user's languages that it knows: its own text and Qt's (buttons of
/// dialogs, where the system has those translations). English needs none. Call before the first window. UI
/// thread.
void installTranslations(QCoreApplication& application);

}  // namespace octavo
