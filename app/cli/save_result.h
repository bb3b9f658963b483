#pragma once

#include "app/cli/cli_files.h"
#include "app/cli/cli_status.h"
#include "core/buffer/document.h"

namespace octavo {

/// Where a command that changes a file puts the result: the file itself when nothing else was asked for,
/// standard output for "-" or for what came from standard input.
[[nodiscard]] ExitStatus saveResult(const Document& document, const std::string& file,
                                    const std::string& output, const std::vector<std::string>& acceptedRisks);

}  // namespace octavo
