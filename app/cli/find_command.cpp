#include <algorithm>
#include <fmt/format.h>

#include "app/cli/command_support.h"
#include "core/inspect/builtin_codecs.h"
#include "core/search/find.h"
#include "core/search/text_encoder.h"

namespace octavo {

namespace {

struct FindOptions {
    std::string file;
    std::optional<std::string> hex;
    std::optional<std::string> text;
    std::optional<std::string> value;
    std::optional<std::string> encoding;
    std::optional<std::string> range;
    ByteOrder endian = ByteOrder::Little;
    std::optional<std::uint64_t> limit;
    bool ignoreCase = false;
    bool overlapping = false;
    bool count = false;
    bool json = false;
};

tl::unexpected<Error> badOption(Error error, std::string_view option, std::string_view text) {
    error.detail = fmt::format("{} {}", option, text);
    error.code = error.code == ErrorCode::Unsupported ? ErrorCode::Malformed : error.code;
    return fail(std::move(error));
}

Result<Pattern> textPatternOf(const FindOptions& options) {
    const LetterCase letterCase = options.ignoreCase ? LetterCase::IgnoreAscii : LetterCase::Exact;
    if (options.text->empty())
        return failAt(ErrorCode::Malformed, 0, "--text needs at least one character");
    if (!options.encoding)  // the bytes as they came, whatever they are
        return textPattern(std::as_bytes(std::span(*options.text)), letterCase);
    const TextEncoding encoding = *textEncodingNamed(*options.encoding);
    const auto encoded = encodeText(*options.text, encoding);
    if (!encoded)
        return badOption(encoded.error(), "--text", *options.text);
    return textPattern(*encoded, letterCase, unitsOf(encoding));
}

// "u32:1234": the bytes that the value codec of that name writes.
Result<Pattern> valuePatternOf(const FindOptions& options) {
    const std::size_t colon = options.value->find(':');
    if (colon == std::string::npos)
        return failAt(ErrorCode::Malformed, options.value->size(), "--value wants TYPE:VALUE");
    Registry<ValueCodec> codecs;
    registerBuiltinCodecs(codecs);
    const ValueCodec* codec = codecs.find(std::string_view(*options.value).substr(0, colon));
    if (codec == nullptr)
        return failAt(ErrorCode::Malformed, 0, fmt::format("--value {}: no such type", *options.value));
    const auto bytes = codec->encode(std::string_view(*options.value).substr(colon + 1), options.endian, 0);
    if (!bytes)
        return badOption(bytes.error(), "--value", *options.value);
    return Pattern::ofBytes(*bytes);
}

Result<Pattern> patternOf(const FindOptions& options) {
    if (options.hex) {
        auto pattern = parseHexPattern(*options.hex);
        return pattern ? pattern : badOption(pattern.error(), "--hex", *options.hex);
    }
    return options.text ? textPatternOf(options) : valuePatternOf(options);
}

ExitStatus runFind(const FindOptions& options) {
    const auto pattern = patternOf(options);
    if (!pattern) {
        note(options.file, sentenceFor(pattern.error(), options.file));
        return ExitStatus::Misuse;
    }
    const auto input = readInput(options.file);
    if (!input)
        return report(options.file, input.error());
    const auto range = rangeNamed(options.range, *input);
    if (!range)
        return report(options.file, range.error());
    StandardOutput out;
    RecordPrinter printer(out, formOf(options.json));
    Status printed;
    FindAllOptions all{.overlap = options.overlapping ? Overlap::Included : Overlap::Excluded};
    all.limit = options.limit.value_or(all.limit);
    const auto found = findAll(*input, *pattern, *range, all, [&](const Match& match) {
        if (!options.count)
            printed = printer.add({{"offset", match.range.begin}, {"length", match.range.size()}});
        return printed.has_value();
    });
    if (!found)
        return report(options.file, found.error());
    if (printed && options.count)
        printed = options.json ? printObject(out, RecordForm::Json, {{"count", found->count}})
                               : out.append(fmt::format("{}\n", found->count));
    else if (printed)
        printed = printer.finish();
    const ExitStatus status = finishPrinting(printed, out);
    if (const Status readable = allReadable(found->unreadable); !readable)
        return report(options.file, readable.error());
    return status == ExitStatus::Done && found->count == 0 ? ExitStatus::NothingFound : status;
}

std::vector<std::string> encodingNames() {
    std::vector<std::string> names;
    for (const std::string_view name : textEncodingNames())
        names.emplace_back(name);
    return names;
}

void bindFind(CLI::App& command, FindOptions& options) {
    addFile(command, options.file);
    auto* what = command.add_option_group("pattern", "what to look for");
    what->add_option("--hex", options.hex, "hex digits, ? for any nibble: \"DE ?? B? EF\"");
    what->add_option("--text", options.text, "text; its bytes as given unless --encoding says otherwise");
    what->add_option("--value", options.value, "TYPE:VALUE, the types as inspect names them: u32:1234");
    what->require_option(1);
    command.add_option("--encoding", options.encoding, "of --text")
        ->check(CLI::Validator(
            [](const std::string& name) {
                return textEncodingNamed(name) ? std::string() : "no such encoding: " + name;
            },
            fmt::format("{}", fmt::join(encodingNames(), "|"))));
    command.add_flag("--ignore-case", options.ignoreCase, "A-Z match a-z");
    addEndian(command, options.endian);
    addRange(command, options.range);
    command.add_option("--limit", options.limit, "stop after that many matches");
    command.add_flag("--overlapping", options.overlapping, "matches may overlap");
    command.add_flag("--count", options.count, "print only how many there are");
    addJson(command, options.json);
}

}  // namespace

void addFindCommand(CLI::App& parent, ChosenCommand& chosen) {
    addCommand<FindOptions>(parent, chosen, "find", "Offset and length of each match, in decimal.", bindFind,
                            runFind);
}

}  // namespace octavo
