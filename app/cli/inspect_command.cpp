#include <algorithm>
#include <fmt/format.h>

#include "app/cli/command_support.h"
#include "core/base/offset_text.h"
#include "core/inspect/builtin_codecs.h"

namespace octavo {

namespace {

struct InspectOptions {
    std::string file;
    std::string at;
    ByteOrder endian = ByteOrder::Little;
    bool json = false;
};

// A codec that cannot read these bytes has no value: null in JSON, no line otherwise.
Status printValue(RecordPrinter& printer, const ValueCodec& codec, std::span<const std::byte> bytes,
                  const InspectOptions& options) {
    const auto value = codec.decode(bytes, options.endian);
    if (options.json) {
        if (value)
            return printer.add(
                {{"name", codec.id}, {"value", value->text}, {"bytes", std::uint64_t{value->bytesUsed}}});
        return printer.add(
            {{"name", codec.id}, {"value", {}}, {"error", std::string(errorCodeName(value.error().code))}});
    }
    return value ? printer.add({{"name", codec.id}, {"value", value->text}}) : Status();
}

ExitStatus runInspect(const InspectOptions& options) {
    const auto input = readInput(options.file);
    if (!input)
        return report(options.file, input.error());
    auto at = parseOffset(options.at, {.size = input->size()});
    if (!at) {
        at.error().detail = fmt::format("--at {}, size {}", options.at, input->size());
        return report(options.file, at.error());
    }
    Registry<ValueCodec> codecs;
    registerBuiltinCodecs(codecs);
    std::size_t needed = 0;
    for (const ValueCodec& codec : codecs)
        needed = std::max(needed, codec.maximumBytes);
    std::vector<std::byte> bytes(static_cast<std::size_t>(std::min<ByteCount>(needed, input->size() - *at)));
    if (const Status readable = allReadable(input->read(*at, bytes)); !readable)
        return report(options.file, readable.error());
    StandardOutput out;
    RecordPrinter printer(out, formOf(options.json));
    Status printed;
    for (const ValueCodec& codec : codecs) {
        if (printed)
            printed = printValue(printer, codec, bytes, options);
    }
    if (printed)
        printed = printer.finish();
    return finishPrinting(printed, out);
}

}  // namespace

void addInspectCommand(CLI::App& parent, ChosenCommand& chosen) {
    addCommand<InspectOptions>(
        parent, chosen, "inspect", "What the bytes at an offset mean: every value that they can be read as.",
        [](CLI::App& command, InspectOptions& options) {
            addFile(command, options.file);
            command.add_option("--at", options.at, "the offset of the first byte")->required();
            addEndian(command, options.endian);
            addJson(command, options.json);
        },
        runInspect);
}

}  // namespace octavo
