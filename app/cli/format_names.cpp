#include "app/cli/format_names.h"

#include <cstdlib>

#include "core/structure/user_formats.h"

namespace octavo {

FormatLibrary libraryOf(const std::vector<std::string>& folders) {
    std::vector<std::string> all = folders;
    if (std::string own = userFormatFolder(std::getenv("XDG_DATA_HOME"), std::getenv("HOME")); !own.empty())
        all.push_back(std::move(own));
    return FormatLibrary::read(std::move(all));
}

void addFormatFolders(CLI::App& command, std::vector<std::string>& folders) {
    command.add_option("--import-dir", folders,
                       "a folder with more descriptions, also for what descriptions import; may be given "
                       "more than once");
}

LoadedFormat loadNamed(const std::string& name, const FormatLibrary& library,
                       const std::vector<std::string>& importFolders) {
    const bool isPath = name.find('/') != std::string::npos || name.ends_with(".ksy");
    const FormatSummary* known = isPath ? nullptr : library.find(name);
    return loadFormat(known != nullptr ? known->path : name, library.search(importFolders));
}

}  // namespace octavo
