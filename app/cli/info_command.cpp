#include "app/cli/command_support.h"
#include "core/analyse/byte_statistics.h"
#include "core/analyse/format_guess.h"

namespace octavo {

namespace {

struct InfoOptions {
    std::string file;
    bool json = false;
};

ExitStatus runInfo(const InfoOptions& options) {
    const auto input = readInput(options.file);
    if (!input)
        return report(options.file, input.error());
    const auto statistics = countBytes(*input, input->all());
    if (!statistics)
        return report(options.file, statistics.error());
    if (const Status readable = allReadable(statistics->unreadable); !readable)
        return report(options.file, readable.error());
    StandardOutput out;
    return finishPrinting(printObject(out, formOf(options.json),
                                      {{"size", input->size()},
                                       {"format", std::string(guessFormat(*input))},
                                       {"entropy", statistics->entropy()},
                                       {"printable", statistics->printableShare()}}),
                          out);
}

}  // namespace

void addInfoCommand(CLI::App& parent, ChosenCommand& chosen) {
    addCommand<InfoOptions>(
        parent, chosen, "info", "Size, detected format, entropy in bits a byte, share of printable bytes.",
        [](CLI::App& command, InfoOptions& options) {
            addFile(command, options.file);
            addJson(command, options.json);
        },
        runInfo);
}

}  // namespace octavo
