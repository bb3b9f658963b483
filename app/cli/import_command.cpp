#include <fmt/format.h>
#include <map>

#include "app/cli/command_support.h"
#include "core/codec/text_codecs.h"
#include "core/convert/importer.h"

namespace octavo {

namespace {

using Origin = AssembleOptions::Origin;

struct ImportCommandOptions {
    std::string file;
    std::string format;
    std::string output;
    std::string fill = "FF";
    Origin origin = Origin::LowestAddress;
    std::vector<std::string> acceptedRisks;
    bool list = false;
    bool json = false;
};

ExitStatus listFormats(const Registry<ImporterInfo>& importers, bool json) {
    StandardOutput out;
    RecordPrinter printer(out, formOf(json));
    Status printed;
    for (const ImporterInfo& importer : importers) {
        if (printed)
            printed = printer.add({{"name", importer.id}, {"title", importer.name}});
    }
    if (printed)
        printed = printer.finish();
    return finishPrinting(printed, out);
}

ExitStatus runImport(const ImportCommandOptions& options) {
    Registry<ImporterInfo> importers;
    registerBuiltinImporters(importers);
    if (options.list)
        return listFormats(importers, options.json);
    if (options.file.empty() || options.output.empty())
        return misuse(options.file, "import needs a file and -o OUT");
    const ImporterInfo* importer = importers.find(options.format);
    if (importer == nullptr)
        return misuse(options.file, fmt::format("no such format: '{}'; octavo-cli import --list names them",
                                                options.format));
    const auto fill = decodeHex(options.fill);
    if (!fill || fill->size() != 1)
        return misuse(options.file, fmt::format("--fill wants one byte in hex, not '{}'", options.fill));
    const auto input = readInput(options.file);
    if (!input)
        return report(options.file, input.error());
    const auto imported = importer->importFrom(*input, {}, {});
    if (!imported)
        return report(options.file, imported.error());
    const auto bytes = assemble(*imported, {.origin = options.origin, .gapFill = fill->front()});
    if (!bytes)
        return report(options.file, bytes.error());
    const Status saved = deliver(*bytes, {.path = options.output, .acceptedRisks = options.acceptedRisks});
    return saved ? ExitStatus::Done : report(options.output, saved.error());
}

void bindImport(CLI::App& command, ImportCommandOptions& options) {
    addFile(command, options.file)->required(false);
    command.add_option("--from", options.format, "the format; --list names them");
    command
        .add_option("--origin", options.origin,
                    "the address of OUT's first byte: lowest (when not given) or zero")
        ->transform(CLI::CheckedTransformer(
            std::map<std::string, Origin>{{"lowest", Origin::LowestAddress}, {"zero", Origin::Zero}}));
    command.add_option("--fill", options.fill, "the byte between the parts, in hex; FF when not given");
    command.add_flag("--list", options.list, "name the formats");
    addOutput(command, options.output, options.acceptedRisks);
    addJson(command, options.json);
}

}  // namespace

void addImportCommand(CLI::App& parent, ChosenCommand& chosen) {
    addCommand<ImportCommandOptions>(parent, chosen, "import", "Reads back what a format holds.", bindImport,
                                     runImport);
}

}  // namespace octavo
