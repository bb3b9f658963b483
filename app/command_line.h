#pragma once

#include <optional>
#include <string>
#include <vector>

#include <QSize>

#include "ui/base/theme.h"

namespace octavo {

/// What the program was started with. Paths are raw bytes, as the system gave them.
struct CommandLine {
    std::vector<std::string> files;
    std::string offset;  ///< expression for where to put the caret in each file
    bool isReadOnly = false;
    bool isSafeMode = false;  ///< no session, no stored settings: the program as it comes
    std::optional<ThemeChoice> theme;
    std::optional<QSize> size;
    std::string settingsDirectory;      ///< instead of the standard places
    bool quitsAfterFirstFrame = false;  ///< end once the window was painted, to measure starting
    std::string screenshot;             ///< save a picture of the window here, then end
};

/// What to do about a command line: start with it, or print a text and end.
struct CommandLineAnswer {
    std::optional<CommandLine> start;
    std::string text;  ///< with a line break at its end
    int status = 0;    ///< 0: the text goes to standard output; else to standard error
};

/// `arguments` without the program's name.
[[nodiscard]] CommandLineAnswer parseCommandLine(const std::vector<std::string>& arguments,
                                                 const std::string& version);

}  // namespace octavo
