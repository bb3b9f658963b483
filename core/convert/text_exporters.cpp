#include <algorithm>
#include <array>
#include <string>

#include "core/convert/builtin_exporters.h"
#include "core/convert/export_stream.h"

namespace octavo {

namespace {

using Bytes = std::span<const std::byte>;

Status exportRaw(const Snapshot& snapshot, ByteRange range, const ExportOptions& /*options*/, TextSink& sink,
                 const JobContext& context) {
    return forEachLine(snapshot, range, 64 * 1024, context, [&sink](ByteOffset, Bytes bytes) {
        return sink.append({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
    });
}

Status exportHex(const Snapshot& snapshot, ByteRange range, const ExportOptions& options, TextSink& sink,
                 const JobContext& context) {
    const auto length = lineLength(options, 16);
    if (!length)
        return fail(length.error());
    const DigitCase digits = options.digitCase.value_or(DigitCase::Lower);
    ExportText text(sink);
    const Status status = forEachLine(snapshot, range, *length, context, [&](ByteOffset, Bytes bytes) {
        for (std::size_t i = 0; i < bytes.size(); ++i) {
            if (i > 0)
                text << ' ';
            text.hex(bytes[i], digits);
        }
        text << '\n';
        return text.flushIfLarge();
    });
    return status ? text.flush() : status;
}

void appendBase64(ExportText& text, Bytes bytes) {
    constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const std::size_t count = std::min<std::size_t>(3, bytes.size() - i);
        std::uint32_t bits = 0;
        for (std::size_t k = 0; k < 3; ++k)
            bits = bits << 8 | (k < count ? std::to_integer<std::uint32_t>(bytes[i + k]) : 0);
        std::array<char, 4> group;
        for (std::size_t k = 0; k < 4; ++k)
            group[k] = k <= count ? kAlphabet[bits >> (18 - 6 * k) & 63] : '=';
        text << std::string_view(group.data(), group.size());
    }
}

Status exportBase64(const Snapshot& snapshot, ByteRange range, const ExportOptions& options, TextSink& sink,
                    const JobContext& context) {
    const auto length = lineLength(options, 57);
    if (!length)
        return fail(length.error());
    ExportText text(sink);
    const std::size_t wholeGroups = (*length + 2) / 3 * 3;
    const Status status =
        forEachLine(snapshot, range, wholeGroups, context, [&text](ByteOffset, Bytes bytes) {
            appendBase64(text, bytes);
            text << '\n';
            return text.flushIfLarge();
        });
    return status ? text.flush() : status;
}

int addressDigits(ByteOffset address) {
    int digits = 8;
    while (digits < 16 && address >> (4 * digits) != 0)
        ++digits;
    return digits;
}

/// "00000010: 0200 3e00 0100 0000  ..>....." without the text and the line feed.
void appendDumpRow(ExportText& text, ByteOffset address, Bytes bytes, std::size_t columns, DigitCase digits) {
    text.hex(address, addressDigits(address), DigitCase::Lower);
    text << ": ";
    for (std::size_t i = 0; i < columns; ++i) {
        if (i < bytes.size())
            text.hex(bytes[i], digits);
        else
            text << "  ";
        if (i % 2 == 1 || i + 1 == columns)
            text << ' ';
    }
    text << ' ';
}

enum class Escape { None, Html };

void appendDumpText(ExportText& text, Bytes bytes, Escape escape) {
    for (const std::byte byte : bytes) {
        const char c = shownCharacter(byte);
        if (escape == Escape::Html && c == '<')
            text << "&lt;";
        else if (escape == Escape::Html && c == '>')
            text << "&gt;";
        else if (escape == Escape::Html && c == '&')
            text << "&amp;";
        else
            text << c;
    }
}

/// The dump that three formats share, between their first and last lines.
Status exportDump(const Snapshot& snapshot, ByteRange range, const ExportOptions& options, TextSink& sink,
                  const JobContext& context, Escape escape, std::string_view before, std::string_view after) {
    const auto length = lineLength(options, 16);
    if (!length)
        return fail(length.error());
    const auto first = firstAddress(options, range, kMaxDocumentSize);
    if (!first)
        return fail(first.error());
    ExportText text(sink);
    text << before;
    const Status status = forEachLine(snapshot, range, *length, context, [&](ByteOffset at, Bytes bytes) {
        appendDumpRow(text, at - range.begin + *first, bytes, *length,
                      options.digitCase.value_or(DigitCase::Lower));
        appendDumpText(text, bytes, escape);
        text << '\n';
        return text.flushIfLarge();
    });
    text << after;
    return status ? text.flush() : status;
}

Status exportHexdump(const Snapshot& snapshot, ByteRange range, const ExportOptions& options, TextSink& sink,
                     const JobContext& context) {
    return exportDump(snapshot, range, options, sink, context, Escape::None, "", "");
}

Status exportMarkdown(const Snapshot& snapshot, ByteRange range, const ExportOptions& options, TextSink& sink,
                      const JobContext& context) {
    return exportDump(snapshot, range, options, sink, context, Escape::None, "```text\n", "```\n");
}

std::string htmlEscaped(std::string_view text) {
    std::string escaped;
    for (const char c : text) {
        if (c == '<')
            escaped += "&lt;";
        else if (c == '&')
            escaped += "&amp;";
        else
            escaped += c;
    }
    return escaped;
}

Status exportHtml(const Snapshot& snapshot, ByteRange range, const ExportOptions& options, TextSink& sink,
                  const JobContext& context) {
    const std::string before = "<!DOCTYPE html>\n<html>\n<head><meta charset=\"utf-8\"><title>" +
                               htmlEscaped(options.name) + "</title></head>\n<body>\n<pre>\n";
    return exportDump(snapshot, range, options, sink, context, Escape::Html, before,
                      "</pre>\n</body>\n</html>\n");
}

using Uses = ExporterInfo::Uses;

}  // namespace

ExporterInfo rawExporter() {
    return {.id = "raw", .name = "Raw bytes", .suffix = "bin", .bytesPerLine = {}, .exportTo = exportRaw};
}

ExporterInfo hexExporter() {
    return {.id = "hex",
            .name = "Hex text",
            .suffix = "txt",
            .bytesPerLine = 16,
            .digitCase = Uses::Yes,
            .exportTo = exportHex};
}

ExporterInfo base64Exporter() {
    return {.id = "base64", .name = "Base64", .suffix = "b64", .bytesPerLine = 57, .exportTo = exportBase64};
}

ExporterInfo hexdumpExporter() {
    return {.id = "hexdump",
            .name = "Hex dump",
            .suffix = "txt",
            .bytesPerLine = 16,
            .address = Uses::Yes,
            .digitCase = Uses::Yes,
            .exportTo = exportHexdump};
}

ExporterInfo htmlExporter() {
    return {.id = "html",
            .name = "HTML",
            .suffix = "html",
            .bytesPerLine = 16,
            .address = Uses::Yes,
            .digitCase = Uses::Yes,
            .exportTo = exportHtml};
}

ExporterInfo markdownExporter() {
    return {.id = "markdown",
            .name = "Markdown",
            .suffix = "md",
            .bytesPerLine = 16,
            .address = Uses::Yes,
            .digitCase = Uses::Yes,
            .exportTo = exportMarkdown};
}

}  // namespace octavo
