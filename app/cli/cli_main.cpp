#include <exception>

#include "app/cli/commands.h"

namespace {

int usageError(const CLI::App& app, const CLI::ParseError& error) {
    if (error.get_exit_code() == 0)  // --help and --version are "errors" that succeed
        return app.exit(error);
    octavo::note("", error.what());
    octavo::note("", "try octavo-cli --help, or octavo-cli COMMAND --help");
    return static_cast<int>(octavo::ExitStatus::Misuse);
}

int run(int argc, char** argv) {
    CLI::App app("Looks at the bytes of files and changes them, without a window.", "octavo-cli");
    app.set_version_flag("--version", "octavo-cli " OCTAVO_VERSION);
    app.require_subcommand(1);
    app.footer(
        "Offsets: decimal, 0x..., k/M/G (1024s), sums and products; negative ones count from the end.\n"
        "Ranges: START:END (END not included) or START+LENGTH; either side of the colon may be left out.\n"
        "FILE may be - for standard input.\n"
        "Exit status: 0 done, 1 nothing found, 2 wrong usage or malformed input, 3 the system refused.");
    octavo::ChosenCommand chosen;
    octavo::addInfoCommand(app, chosen);
    octavo::addDumpCommand(app, chosen);
    octavo::addInspectCommand(app, chosen);
    octavo::addHashCommand(app, chosen);
    octavo::addFindCommand(app, chosen);
    octavo::addReplaceCommand(app, chosen);
    octavo::addStringsCommand(app, chosen);
    octavo::addEditCommand(app, chosen);
    octavo::addExportCommand(app, chosen);
    octavo::addImportCommand(app, chosen);
    octavo::addCompressCommand(app, chosen);
    octavo::addDecompressCommand(app, chosen);
    octavo::addStructureCommand(app, chosen);
    octavo::addFormatsCommand(app, chosen);
    octavo::addDetectCommand(app, chosen);
    octavo::addRecoverCommand(app, chosen);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return usageError(app, error);
    }
    return static_cast<int>(chosen());
}

}  // namespace

int main(int argc, char** argv) {
    try {
        return run(argc, argv);
    } catch (const std::exception& error) {  // a library's; ours do not throw
        octavo::note("", error.what());
        return static_cast<int>(octavo::ExitStatus::Refused);
    }
}
