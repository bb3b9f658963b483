#include <fmt/format.h>

#include "app/cli/command_support.h"
#include "app/cli/format_problems.h"
#include "app/cli/structure_listing.h"
#include "core/base/offset_text.h"
#include "core/structure/format_loader.h"
#include "core/structure/structure_dump.h"
#include "core/structure/type_lookup.h"

namespace octavo {

namespace {

struct StructureOptions {
    std::string file;
    std::string format;
    std::vector<std::string> importFolders;
    std::string type;
    std::optional<std::string> range;
    std::optional<std::string> at;
    std::string path;
    bool json = false;
    bool isStrict = false;
    bool hasWarnings = false;
    std::optional<std::uint64_t> mostItems;
    std::optional<std::size_t> mostBytes;
    bool hasNoInstances = false;
};

Result<ByteRange> wantedRange(const StructureOptions& options, const Snapshot& input) {
    if (!options.at)
        return rangeNamed(options.range, input);
    const auto offset = parseOffset(*options.at, {.size = input.size()});
    if (!offset)
        return fail(offset.error().code, "--at");
    if (*offset > input.size())
        return fail(ErrorCode::OutOfRange, "--at");
    return ByteRange{*offset, input.size()};
}

ExitStatus dump(StructureTree& tree, const StructureOptions& options, ByteCount fileSize) {
    StandardOutput out;
    Status printed;
    DumpOptions limits;
    limits.mostItems = options.mostItems;
    limits.mostBytes = options.mostBytes.value_or(limits.mostBytes);
    limits.hasInstances = !options.hasNoInstances;
    dumpStructure(tree, tree.root().type->name, fileSize, limits, [&](std::string_view text) {
        if (printed)
            printed = out.append(text);
    });
    return finishPrinting(std::move(printed), out);
}

ExitStatus list(StructureTree& tree, const StructureOptions& options) {
    const auto node = nodeAt(tree, options.path);
    if (!node)
        return misuse("--path", fmt::format("there is no {}", node.error().detail));
    StandardOutput out;
    return finishPrinting(listStructure(tree, *node, out), out);
}

ExitStatus runStructure(const StructureOptions& options) {
    if (options.json && !options.path.empty())
        return misuse("", "--json prints the whole tree, not a --path");
    const LoadedFormat loaded = loadFormat(options.format, FormatSearch::onDisk(options.importFolders));
    if (!loaded.set || options.hasWarnings)
        noteProblems(loaded.problems);
    if (!loaded.set)
        return ExitStatus::Misuse;
    const auto input = readInput(options.file);
    if (!input)
        return report(options.file, input.error());
    const auto range = wantedRange(options, *input);
    if (!range)
        return report(range.error().detail, range.error());
    StructureTree::Options reading;
    reading.mode = options.json || options.isStrict ? ReadingMode::Strict : ReadingMode::Lenient;
    reading.range = *range;
    if (!options.type.empty()) {
        reading.type = TypeLookup(*loaded.set).type(loaded.set->root(), splitScope(options.type));
        if (reading.type == nullptr)
            return misuse("--type", fmt::format("there is no type {}", options.type));
        if (reading.type->parameterCount > 0)
            return misuse("--type", fmt::format("{} has parameters", options.type));
    }
    StructureTree tree(loaded.set, *input, reading);
    return options.json ? dump(tree, options, input->size()) : list(tree, options);
}

}  // namespace

void addStructureCommand(CLI::App& parent, ChosenCommand& chosen) {
    addCommand<StructureOptions>(
        parent, chosen, "structure",
        "Reads a file by a format description (.ksy): every field with its path, offset, length, type and "
        "value.",
        [](CLI::App& command, StructureOptions& options) {
            addFile(command, options.file);
            command.add_option("--format", options.format, "the description, a .ksy file")->required();
            command.add_option("--import-dir", options.importFolders,
                               "where to look for imports that begin with /; may be given more than once");
            command.add_option("--type", options.type,
                               "begin with this type instead of the description's own");
            CLI::Option* at =
                command.add_option("--at", options.at, "begin at this offset instead of the first byte");
            command.add_option("--range", options.range, "only these bytes: START:END or START+LENGTH")
                ->excludes(at);
            command.add_option("--path", options.path,
                               "only this field and what is below it, as /header/size");
            command.add_flag("--json", options.json, "print the whole tree as JSON, a node a line; strict");
            command.add_flag("--strict", options.isStrict,
                             "end at the first error, instead of marking it and going on behind it");
            command.add_flag("--warnings", options.hasWarnings,
                             "also say what is unusual in the description");
            command.add_flag("--no-instances", options.hasNoInstances, "--json: without instances");
            command.add_option("--max-array", options.mostItems, "--json: only so many items of each array");
            command.add_option("--max-bytes", options.mostBytes, "--json: only so many bytes of each value");
        },
        runStructure);
}

}  // namespace octavo
