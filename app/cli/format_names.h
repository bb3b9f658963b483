#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "core/structure/format_library.h"

namespace octavo {

/// Octavo's formats, those in the person's folder and those in folders given on the command line, which win.
[[nodiscard]] FormatLibrary libraryOf(const std::vector<std::string>& folders);

/// --import-dir: such folders.
void addFormatFolders(CLI::App& command, std::vector<std::string>& folders);

/// A description by the path of its file or by the id of a format of the library.
[[nodiscard]] LoadedFormat loadNamed(const std::string& name, const FormatLibrary& library,
                                     const std::vector<std::string>& importFolders);

}  // namespace octavo
