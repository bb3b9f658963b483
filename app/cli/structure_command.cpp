#include <fmt/format.h>

#include "app/cli/command_support.h"
#include "app/cli/format_names.h"
#include "app/cli/format_problems.h"
#include "app/cli/save_result.h"
#include "app/cli/structure_listing.h"
#include "core/base/offset_text.h"
#include "core/buffer/document.h"
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
    std::vector<std::string> settings;
    std::string output;
    std::vector<std::string> acceptedRisks;
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

/// Why a field cannot be written, as a sentence.
std::string refusalOf(const Error& error) {
    const std::string& detail = error.detail;
    if (error.code == ErrorCode::OutOfRange || error.code == ErrorCode::Malformed)
        return "expected " + detail;
    if (detail == kFieldIsComputed)
        return "it is computed from other fields";
    if (detail == kFieldIsNoValue)
        return "it is no single value";
    if (detail == kFieldHasNoWayBack)
        return "its process has no way back";
    if (detail == kFieldChangesLength)
        return "it would be longer or shorter than it is";
    return "it is not there, or not whole";
}

/// Gives one field another value, in the document.
Status setField(StructureTree& tree, Document& document, std::string_view path, std::string_view text) {
    const auto node = nodeAt(tree, path);
    if (!node)
        return fail(node.error().code, fmt::format("there is no {}", node.error().detail));
    if (node->isTop())
        return fail(ErrorCode::Unsupported, "it is no single value");
    const auto value = parseFieldValue(text, node->field(), node->read(tree));
    if (!value)
        return fail(value.error().code, refusalOf(value.error()));
    const auto change = tree.change(*node->structure, *node->slot, node->index, *value);
    if (!change)
        return fail(change.error().code, refusalOf(change.error()));
    if (change->failedCheck)
        return fail(ErrorCode::Malformed, sentenceFor(*change->failedCheck));
    for (const FieldChange::Adjusted& each : change->adjusted)
        note(path, fmt::format("{} is now {} instead of {}", each.path, integerText(each.after),
                               integerText(each.before)));
    return applyChange(document, *change);
}

/// Each setting sees what the ones before it wrote.
ExitStatus setFields(const StructureOptions& options, const std::shared_ptr<const FormatSet>& formats,
                     const StructureTree::Options& reading, Document& document) {
    for (const std::string& setting : options.settings) {
        const std::size_t sign = setting.find('=');
        if (sign == std::string::npos)
            return misuse("--set", fmt::format("{}: expected PATH=VALUE", setting));
        StructureTree tree(formats, document.snapshot(), reading);
        const std::string path = setting.substr(0, sign);
        if (const Status set = setField(tree, document, path, std::string_view(setting).substr(sign + 1));
            !set)
            return misuse(options.file, fmt::format("{}: {}", path, set.error().detail));
    }
    return saveResult(document, options.file, options.output, options.acceptedRisks);
}

ExitStatus runStructure(const StructureOptions& options) {
    if (options.json && !options.path.empty())
        return misuse("", "--json prints the whole tree, not a --path");
    auto source = openInput(options.file);
    if (!source)
        return report(options.file, source.error());
    Document document(std::move(*source));
    const Snapshot input = document.snapshot();
    const FormatLibrary library = libraryOf(options.importFolders);
    std::string format = options.format;
    if (format.empty()) {
        const auto found = library.detect(input, options.file);
        if (found.empty() || found.front().matchedBytes == 0)
            return misuse(options.file, "no format is known for what it holds; name one with --format");
        format = found.front().format->id;
        note(options.file, fmt::format("read as {} ({})", found.front().format->title, format));
    }
    const LoadedFormat loaded = loadNamed(format, library, options.importFolders);
    if (!loaded.set || options.hasWarnings)
        noteProblems(loaded.problems);
    if (!loaded.set)
        return ExitStatus::Misuse;
    const auto range = wantedRange(options, input);
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
    if (!options.settings.empty())
        return setFields(options, loaded.set, reading, document);
    StructureTree tree(loaded.set, input, reading);
    return options.json ? dump(tree, options, input.size()) : list(tree, options);
}

}  // namespace

void addStructureCommand(CLI::App& parent, ChosenCommand& chosen) {
    addCommand<StructureOptions>(
        parent, chosen, "structure",
        "Reads a file by a format description (.ksy): every field with its path, offset, length, type and "
        "value.",
        [](CLI::App& command, StructureOptions& options) {
            addFile(command, options.file);
            command.add_option(
                "--format", options.format,
                "the description: a .ksy file, or a name that the command formats lists; when it is "
                "not given, the format whose signature fits best");
            addFormatFolders(command, options.importFolders);
            command.add_option("--type", options.type,
                               "begin with this type instead of the description's own");
            CLI::Option* at =
                command.add_option("--at", options.at, "begin at this offset instead of the first byte");
            command.add_option("--range", options.range, "only these bytes: START:END or START+LENGTH")
                ->excludes(at);
            command.add_option("--path", options.path,
                               "only this field and what is below it, as /header/size");
            CLI::Option* set =
                command.add_option("--set", options.settings,
                                   "PATH=VALUE: write another value into a field, and save; may be given "
                                   "more than once");
            addOutput(command, options.output, options.acceptedRisks)->needs(set);
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
