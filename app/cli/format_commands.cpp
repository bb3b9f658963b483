#include <fmt/format.h>

#include "app/cli/command_support.h"
#include "app/cli/format_names.h"

namespace octavo {

namespace {

struct FormatsOptions {
    std::vector<std::string> folders;
    std::string shown;
    bool json = false;
};

std::string joined(const std::vector<std::string>& texts) {
    std::string all;
    for (const std::string& each : texts)
        all += (all.empty() ? "" : ",") + each;
    return all;
}

ExitStatus print(const std::vector<Record>& records, RecordForm form) {
    StandardOutput out;
    RecordPrinter printer(out, form);
    Status printed;
    for (const Record& each : records) {
        if (printed)
            printed = printer.add(each);
    }
    if (printed)
        printed = printer.finish();
    return finishPrinting(std::move(printed), out);
}

ExitStatus show(const FormatSummary* format, const FormatLibrary& library, const std::string& name) {
    if (format == nullptr)
        return misuse("--show", fmt::format("there is no format {}", name));
    const auto text = library.search().read(format->path);
    if (!text)
        return misuse(format->path, "the file cannot be read");
    StandardOutput out;
    return finishPrinting(out.append(*text), out);
}

ExitStatus runFormats(const FormatsOptions& options) {
    const FormatLibrary library = libraryOf(options.folders);
    if (!options.shown.empty())
        return show(library.find(options.shown), library, options.shown);
    std::vector<Record> records;
    for (const FormatSummary& each : library.formats())
        records.push_back({{"id", each.id},
                           {"title", each.title},
                           {"extensions", joined(each.extensions)},
                           {"mime", joined(each.mimeTypes)},
                           {"file", each.path}});
    return print(records, formOf(options.json));
}

struct DetectOptions {
    std::string file;
    std::vector<std::string> folders;
    bool json = false;
};

ExitStatus runDetect(const DetectOptions& options) {
    const auto input = readInput(options.file);
    if (!input)
        return report(options.file, input.error());
    const FormatLibrary library = libraryOf(options.folders);
    std::vector<Record> records;
    for (const FormatCandidate& each : library.detect(*input, options.file))
        records.push_back({{"id", each.format->id},
                           {"title", each.format->title},
                           {"bytes", std::uint64_t{each.matchedBytes}},
                           {"by", std::string(each.matchedBytes > 0 ? "content" : "name")}});
    if (records.empty())
        return ExitStatus::NothingFound;
    return print(records, formOf(options.json));
}

}  // namespace

void addFormatsCommand(CLI::App& parent, ChosenCommand& chosen) {
    addCommand<FormatsOptions>(
        parent, chosen, "formats",
        "Lists the formats that --format of the command structure knows by name: Octavo's own and those in "
        "the folder octavo/formats of the data directory.",
        [](CLI::App& command, FormatsOptions& options) {
            addFormatFolders(command, options.folders);
            command.add_option("--show", options.shown, "print the description of this format instead");
            addJson(command, options.json);
        },
        runFormats);
}

void addDetectCommand(CLI::App& parent, ChosenCommand& chosen) {
    addCommand<DetectOptions>(
        parent, chosen, "detect",
        "Lists the formats that a file may be of, the likeliest first: by how many bytes of a signature it "
        "has, "
        "then by its name.",
        [](CLI::App& command, DetectOptions& options) {
            addFile(command, options.file);
            addFormatFolders(command, options.folders);
            addJson(command, options.json);
        },
        runDetect);
}

}  // namespace octavo
