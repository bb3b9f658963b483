#include <algorithm>
#include <fmt/format.h>

#include "app/cli/command_support.h"

namespace octavo {

namespace {

struct DumpOptions {
    std::string file;
    std::optional<std::string> range;
    std::size_t columns = 16;
};

// "00000010: 5765 6c63 ...  Welc...": the digits padded to the width of a full row, then two spaces and the
// text.
void appendRow(std::string& out, ByteOffset offset, std::span<const std::byte> row, std::size_t columns) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    fmt::format_to(std::back_inserter(out), "{:08x}: ", offset);
    const std::size_t digitsEnd = out.size() + (5 * columns - 1) / 2 + 2;
    for (std::size_t i = 0; i < row.size(); ++i) {
        if (i != 0 && i % 2 == 0)
            out += ' ';
        const auto value = std::to_integer<std::size_t>(row[i]);
        out += kDigits[value >> 4];
        out += kDigits[value & 15];
    }
    out.resize(digitsEnd, ' ');
    for (const std::byte byte : row) {
        const char letter = static_cast<char>(byte);
        out += letter >= ' ' && letter <= '~' ? letter : '.';
    }
    out += '\n';
}

ExitStatus runDump(const DumpOptions& options) {
    const auto input = readInput(options.file);
    if (!input)
        return report(options.file, input.error());
    const auto range = rangeNamed(options.range, *input);
    if (!range)
        return report(options.file, range.error());
    StandardOutput out;
    std::vector<std::byte> block(options.columns * 4096);
    for (ByteOffset at = range->begin; at < range->end; at += block.size()) {
        const auto part = std::span(block).first(
            static_cast<std::size_t>(std::min<ByteCount>(block.size(), range->end - at)));
        if (const Status readable = allReadable(input->read(at, part)); !readable) {
            static_cast<void>(out.flush());
            return report(options.file, readable.error());
        }
        std::string text;
        for (std::size_t row = 0; row < part.size(); row += options.columns)
            appendRow(text, at + row, part.subspan(row, std::min(options.columns, part.size() - row)),
                      options.columns);
        if (const Status written = out.append(text); !written)
            return report("standard output", written.error());
    }
    return finishPrinting({}, out);
}

}  // namespace

void addDumpCommand(CLI::App& parent, ChosenCommand& chosen) {
    addCommand<DumpOptions>(
        parent, chosen, "dump", "Hex and text, as xxd prints it.",
        [](CLI::App& command, DumpOptions& options) {
            addFile(command, options.file);
            addRange(command, options.range);
            command.add_option("--columns", options.columns, "bytes in a row, 1 to 256; 16 when not given")
                ->check(CLI::Range(1, 256));
        },
        runDump);
}

}  // namespace octavo
