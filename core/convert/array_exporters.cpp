#include <algorithm>
#include <fmt/format.h>
#include <string>

#include "core/convert/builtin_exporters.h"
#include "core/convert/export_stream.h"

namespace octavo {

namespace {

/// How a language writes an array of bytes. In `head` and `tail`, {0} is the name and {1} the number of
/// bytes.
struct ArrayStyle {
    const char* id;
    const char* name;
    const char* suffix;
    const char* head;
    const char* tail;
    const char* indent = "    ";
    const char* emptyHead = nullptr;  // where an array of no bytes needs other words
    bool hasSignedBytes = false;      // values above 0x7F need a cast
};

constexpr ArrayStyle kStyles[] = {
    {.id = "c",
     .name = "C array",
     .suffix = "c",
     .head = "const unsigned char {0}[{1}] = {{\n",
     .tail = "}};\nconst unsigned long long {0}_size = {1};\n",
     .emptyHead = "const unsigned char {0}[1] = {{\n    0x00,\n"},
    {.id = "cpp",
     .name = "C++ array",
     .suffix = "cpp",
     .head =
         "#include <array>\n#include <cstdint>\n\ninline constexpr std::array<std::uint8_t, {1}> {0} = {{\n",
     .tail = "}};\n"},
    {.id = "rust",
     .name = "Rust array",
     .suffix = "rs",
     .head = "pub const {0}: [u8; {1}] = [\n",
     .tail = "];\n"},
    {.id = "go",
     .name = "Go slice",
     .suffix = "go",
     .head = "var {0} = []byte{{\n",
     .tail = "}}\n",
     .indent = "\t"},
    {.id = "python", .name = "Python bytes", .suffix = "py", .head = "{0} = bytes([\n", .tail = "])\n"},
    {.id = "java",
     .name = "Java array",
     .suffix = "java",
     .head = "public static final byte[] {0} = {{\n",
     .tail = "}};\n",
     .hasSignedBytes = true},
    {.id = "csharp",
     .name = "C# array",
     .suffix = "cs",
     .head = "public static readonly byte[] {0} = new byte[] {{\n",
     .tail = "}};\n"},
    {.id = "javascript",
     .name = "JavaScript array",
     .suffix = "js",
     .head = "const {0} = new Uint8Array([\n",
     .tail = "]);\n"},
};

bool isIdentifier(std::string_view name) {
    const auto isWordCharacter = [](char c) {
        return c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    };
    return !name.empty() && !(name[0] >= '0' && name[0] <= '9') &&
           std::all_of(name.begin(), name.end(), isWordCharacter);
}

Status exportArray(const ArrayStyle& style, const Snapshot& snapshot, ByteRange range,
                   const ExportOptions& options, TextSink& sink, const JobContext& context) {
    const auto length = lineLength(options, 12);
    if (!length)
        return fail(length.error());
    if (!isIdentifier(options.name))
        return fail(ErrorCode::Malformed, options.name);
    const DigitCase digits = options.digitCase.value_or(DigitCase::Lower);
    const char* head = range.isEmpty() && style.emptyHead != nullptr ? style.emptyHead : style.head;
    ExportText text(sink);
    text << fmt::format(fmt::runtime(head), options.name, range.size());
    const Status status =
        forEachLine(snapshot, range, *length, context, [&](ByteOffset, std::span<const std::byte> bytes) {
            for (std::size_t i = 0; i < bytes.size(); ++i) {
                text << (i == 0 ? style.indent : " ");
                if (style.hasSignedBytes && bytes[i] >= std::byte{0x80})
                    text << "(byte) ";
                text << "0x";
                text.hex(std::to_integer<std::uint64_t>(bytes[i]), 2, digits);
                text << ',';
            }
            text << '\n';
            return text.flushIfLarge();
        });
    if (!status)
        return status;
    text << fmt::format(fmt::runtime(style.tail), options.name, range.size());
    return text.flush();
}

}  // namespace

std::vector<ExporterInfo> arrayExporters() {
    std::vector<ExporterInfo> exporters;
    for (const ArrayStyle& style : kStyles) {
        exporters.push_back(
            {.id = style.id,
             .name = style.name,
             .suffix = style.suffix,
             .bytesPerLine = 12,
             .variableName = ExporterInfo::Uses::Yes,
             .digitCase = ExporterInfo::Uses::Yes,
             .exportTo = [&style](const Snapshot& snapshot, ByteRange range, const ExportOptions& options,
                                  TextSink& sink, const JobContext& context) {
                 return exportArray(style, snapshot, range, options, sink, context);
             }});
    }
    return exporters;
}

}  // namespace octavo
