#pragma once

#include <functional>
#include <string>

#include <QString>

class QWidget;

namespace octavo {

/// What a dialog that asks for a file to write begins with.
struct SaveQuestion {
    QString title;
    QString directory;    ///< empty: where the dialog likes
    QString suffix;       ///< of a name that has none
    QString name = {};    ///< that is suggested
    QString filter = {};  ///< as QFileDialog has it; empty: all files
};

/// Opens the dialog over `parent`, and calls `then` with the raw path when the person has chosen one. It asks
/// itself whether a file that is there shall be replaced. UI thread.
void askWhereToSave(QWidget& parent, const SaveQuestion& question,
                    const std::function<void(const std::string& path)>& then);

}  // namespace octavo
