#include <array>
#include <fmt/format.h>

#include "app/cli/search_options.h"
#include "core/base/thread_workers.h"
#include "core/search/text_encoder.h"

namespace octavo {

namespace {

struct StringsOptions {
    std::string file;
    std::optional<std::string> range;
    std::vector<std::string> encodings;
    std::uint64_t least = 4;
    bool anyScript = false;
    bool json = false;
};

constexpr std::size_t kMostThreads = 64;

struct EncodingName {
    std::string_view name;
    StringEncoding encoding;
    TextEncoding text;
};
constexpr std::array<EncodingName, 5> kEncodings{
    {{"ascii", StringEncoding::Ascii, TextEncoding::Ascii},
     {"latin-1", StringEncoding::Latin1, TextEncoding::Latin1},
     {"utf-8", StringEncoding::Utf8, TextEncoding::Utf8},
     {"utf-16le", StringEncoding::Utf16LE, TextEncoding::Utf16LE},
     {"utf-16be", StringEncoding::Utf16BE, TextEncoding::Utf16BE}}};

const EncodingName* encodingNamed(const std::string& name) {
    const auto known = textEncodingNamed(name);
    for (const EncodingName& each : kEncodings) {
        if (known == each.text)
            return &each;
    }
    return nullptr;
}

// The bytes of a string as UTF-8.
std::string textOf(std::span<const std::byte> bytes, StringEncoding encoding) {
    if (encoding == StringEncoding::Ascii || encoding == StringEncoding::Utf8)
        return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
    const CharacterEncoder toUtf8 = encoderFor(TextEncoding::Utf8);
    std::string text;
    const auto add = [&](char32_t character) {
        const auto bytesOfIt = toUtf8(character);
        for (const std::byte byte : *bytesOfIt)
            text += static_cast<char>(byte);
    };
    if (encoding == StringEncoding::Latin1) {
        for (const std::byte byte : bytes)
            add(std::to_integer<char32_t>(byte));
        return text;
    }
    const ByteOrder order = encoding == StringEncoding::Utf16BE ? ByteOrder::Big : ByteOrder::Little;
    char32_t high = 0;
    for (std::size_t i = 0; i + 2 <= bytes.size(); i += 2) {
        const char32_t unit = loadUnsigned<std::uint16_t>(bytes.subspan(i, 2), order);
        if (unit >= 0xD800 && unit < 0xDC00)
            high = unit;
        else
            add(unit >= 0xDC00 && unit < 0xE000 ? 0x10000 + ((high - 0xD800) << 10) + (unit - 0xDC00) : unit);
    }
    return text;
}

ExitStatus runStrings(const StringsOptions& options) {
    StringsQuery query{.encodings = {}, .least = options.least};
    query.utf16Scripts = options.anyScript ? StringScripts::Any : StringScripts::Latin;
    for (const std::string& name : options.encodings) {
        const EncodingName* known = encodingNamed(name);
        if (known == nullptr)
            return misuse(options.file, fmt::format("no strings in encoding {}", name));
        query.encodings.push_back(known->encoding);
    }
    if (query.encodings.empty())
        query.encodings = {StringEncoding::Utf8, StringEncoding::Utf16LE};
    const auto input = readInput(options.file);
    if (!input)
        return report(options.file, input.error());
    const auto range = rangeNamed(options.range, *input);
    if (!range)
        return report(options.file, range.error());
    const auto searcher = Searcher::compile(query);
    if (!searcher)
        return report(options.file, searcher.error());
    StandardOutput out;
    RecordPrinter printer(out, formOf(options.json));
    Status printed;
    ThreadWorkers workers(kMostThreads);
    const auto found = findAll(*input, *searcher, *range, {.workers = &workers}, [&](const Match& match) {
        std::vector<std::byte> bytes(static_cast<std::size_t>(match.range.size()));
        static_cast<void>(input->read(match.range.begin, bytes));
        const StringEncoding encoding = query.encodings[match.form];
        const Field offset{"offset", match.range.begin};
        const Field text{"text", textOf(bytes, encoding)};
        const std::string name(kEncodings[static_cast<std::size_t>(encoding)].name);
        printed = printer.add(query.encodings.size() > 1 ? Record{offset, {"encoding", name}, text}
                                                         : Record{offset, text});
        return printed.has_value();
    });
    if (!found)
        return report(options.file, found.error());
    if (printed)
        printed = printer.finish();
    const ExitStatus status = finishPrinting(printed, out);
    if (const Status readable = allReadable(found->unreadable); !readable)
        return report(options.file, readable.error());
    return status == ExitStatus::Done && found->count == 0 ? ExitStatus::NothingFound : status;
}

void bindStrings(CLI::App& command, StringsOptions& options) {
    addFile(command, options.file);
    addEncodings(
        command, options.encodings,
        "ascii, latin-1, utf-8, utf-16le, utf-16be, or several, separated by commas; utf-8 and utf-16le "
        "when not given");
    command.add_option("--min", options.least, "characters of the shortest string; 4 when not given")
        ->check(CLI::PositiveNumber);
    command.add_flag("--any-script", options.anyScript,
                     "in UTF-16 other characters than those of Latin-1, too");
    addRange(command, options.range);
    addJson(command, options.json);
}

}  // namespace

void addStringsCommand(CLI::App& parent, ChosenCommand& chosen) {
    addCommand<StringsOptions>(
        parent, chosen, "strings",
        "Offset and text of every run of printable characters; of several encodings also which one.",
        bindStrings, runStrings);
}

}  // namespace octavo
