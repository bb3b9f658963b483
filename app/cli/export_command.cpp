#include <fmt/format.h>

#include "app/cli/command_support.h"
#include "core/base/offset_text.h"
#include "core/convert/exporter.h"

namespace octavo {

namespace {

struct ExportCommandOptions {
    std::string file;
    std::string format;
    std::optional<std::string> range;
    std::optional<std::size_t> columns;
    std::optional<std::string> address;
    std::string name = "data";
    std::string output = "-";
    std::vector<std::string> acceptedRisks;
    bool upper = false;
    bool lower = false;
    bool list = false;
    bool json = false;
};

ExitStatus listFormats(const Registry<ExporterInfo>& exporters, bool json) {
    StandardOutput out;
    RecordPrinter printer(out, formOf(json));
    Status printed;
    for (const ExporterInfo& exporter : exporters) {
        if (printed)
            printed =
                printer.add({{"name", exporter.id}, {"title", exporter.name}, {"suffix", exporter.suffix}});
    }
    if (printed)
        printed = printer.finish();
    return finishPrinting(printed, out);
}

Result<ExportOptions> exportOptions(const ExportCommandOptions& options) {
    ExportOptions result{
        .bytesPerLine = options.columns, .digitCase = {}, .startAddress = {}, .name = options.name};
    if (options.upper || options.lower)
        result.digitCase = options.upper ? DigitCase::Upper : DigitCase::Lower;
    if (options.address) {
        const auto address = parseByteCount(*options.address);
        if (!address)
            return failAt(ErrorCode::Malformed, address.error().offset.value_or(0),
                          "--address " + *options.address);
        result.startAddress = *address;
    }
    return result;
}

ExitStatus toStandardOutput(const ExportCommandOptions& options, const ExporterInfo& exporter,
                            const Snapshot& input, ByteRange range, const ExportOptions& how) {
    StandardOutput out;
    const Status exported = exporter.exportTo(input, range, how, out, {});
    if (!exported) {
        static_cast<void>(out.flush());
        return report(options.file, exported.error());
    }
    return finishPrinting({}, out);
}

// The whole text first, then the file: a failed export leaves what was there.
ExitStatus toFile(const ExportCommandOptions& options, const ExporterInfo& exporter, const Snapshot& input,
                  ByteRange range, const ExportOptions& how) {
    auto writer = SpillWriter::create();
    if (!writer)
        return report(options.output, writer.error());
    SpillSink sink(std::move(*writer));
    if (const Status exported = exporter.exportTo(input, range, how, sink, {}); !exported)
        return report(options.file, exported.error());
    const auto text = std::move(sink).finish();
    if (!text)
        return report(options.output, text.error());
    const Status saved = deliver(*text, {.path = options.output, .acceptedRisks = options.acceptedRisks});
    return saved ? ExitStatus::Done : report(options.output, saved.error());
}

ExitStatus runExport(const ExportCommandOptions& options) {
    Registry<ExporterInfo> exporters;
    registerBuiltinExporters(exporters);
    if (options.list)
        return listFormats(exporters, options.json);
    if (options.file.empty())
        return misuse("", "export: name a file");
    const ExporterInfo* exporter = exporters.find(options.format);
    if (exporter == nullptr)
        return misuse(options.file, fmt::format("no such format: '{}'; octavo-cli export --list names them",
                                                options.format));
    const auto how = exportOptions(options);
    if (!how)
        return report(options.file, how.error());
    const auto input = readInput(options.file);
    if (!input)
        return report(options.file, input.error());
    const auto range = rangeNamed(options.range, *input);
    if (!range)
        return report(options.file, range.error());
    return (options.output == "-" ? toStandardOutput : toFile)(options, *exporter, *input, *range, *how);
}

void bindExport(CLI::App& command, ExportCommandOptions& options) {
    addFile(command, options.file)->required(false);
    command.add_option("--as", options.format, "the format; --list names them");
    addRange(command, options.range);
    command.add_option("--columns", options.columns, "bytes in a line")->check(CLI::Range(1, 255));
    command.add_option("--address", options.address, "of the first byte, for formats that have addresses");
    command.add_option("--name", options.name, "of the variable, or the title");
    auto* upper = command.add_flag("--upper", options.upper, "upper-case digits");
    command.add_flag("--lower", options.lower, "lower-case digits")->excludes(upper);
    command.add_flag("--list", options.list, "name the formats");
    addOutput(command, options.output, options.acceptedRisks);
    addJson(command, options.json);
}

}  // namespace

void addExportCommand(CLI::App& parent, ChosenCommand& chosen) {
    addCommand<ExportCommandOptions>(parent, chosen, "export",
                                     "Writes bytes as source code, Intel HEX, S-records, base64 and more.",
                                     bindExport, runExport);
}

}  // namespace octavo
