#pragma once

#include <CLI/CLI.hpp>
#include <functional>

#include "app/cli/cli_status.h"

namespace octavo {

/// What the command line asked for; empty until a command was recognised.
using ChosenCommand = std::function<ExitStatus()>;

/// Each adds one command with its options; parsing the command line then puts its work into `chosen`.
void addInfoCommand(CLI::App& parent, ChosenCommand& chosen);
void addDumpCommand(CLI::App& parent, ChosenCommand& chosen);
void addInspectCommand(CLI::App& parent, ChosenCommand& chosen);
void addHashCommand(CLI::App& parent, ChosenCommand& chosen);
void addFindCommand(CLI::App& parent, ChosenCommand& chosen);
void addReplaceCommand(CLI::App& parent, ChosenCommand& chosen);
void addStringsCommand(CLI::App& parent, ChosenCommand& chosen);
void addEditCommand(CLI::App& parent, ChosenCommand& chosen);
void addExportCommand(CLI::App& parent, ChosenCommand& chosen);
void addImportCommand(CLI::App& parent, ChosenCommand& chosen);
void addCompressCommand(CLI::App& parent, ChosenCommand& chosen);
void addDecompressCommand(CLI::App& parent, ChosenCommand& chosen);
void addStructureCommand(CLI::App& parent, ChosenCommand& chosen);
void addFormatsCommand(CLI::App& parent, ChosenCommand& chosen);
void addDetectCommand(CLI::App& parent, ChosenCommand& chosen);
void addRecoverCommand(CLI::App& parent, ChosenCommand& chosen);

}  // namespace octavo
