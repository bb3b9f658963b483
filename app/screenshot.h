#pragma once

#include <string>

#include "app/workbench.h"

namespace octavo {

/// Saves a picture of the window as PNG once everything it shows is there, then ends the program: with status
/// 0, or 1 and a message when the file cannot be written. `path` is raw bytes.
void takeScreenshotWhenSettled(Workbench& workbench, const std::string& path);

/// Ends the program at once, keeping nothing, when the window was painted with the first files in it.
/// Measures starting.
void quitAfterFirstFrame(Workbench& workbench);

}  // namespace octavo
