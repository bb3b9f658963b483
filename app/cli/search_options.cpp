#include "app/cli/search_options.h"

#include <algorithm>
#include <fmt/format.h>

#include "core/inspect/builtin_codecs.h"
#include "core/search/run_text.h"
#include "core/search/text_encoder.h"

namespace octavo {

namespace {

/// The error of an option or of a line of a pattern file.
Error named(Error error, std::string_view where, std::string_view text) {
    error.detail = error.detail.empty() ? fmt::format("{} {}", where, text)
                                        : fmt::format("{} {}: expected {}", where, text, error.detail);
    error.code = error.code == ErrorCode::Unsupported || error.code == ErrorCode::LimitReached
                     ? ErrorCode::Malformed
                     : error.code;
    return error;
}

Result<SearchQuery> textQuery(const SearchOptions& options, const std::string& text) {
    if (text.empty())
        return failAt(ErrorCode::Malformed, 0, "at least one character");
    TextQuery query{.utf8 = text, .encodings = {}};
    query.textCase = options.ignoreCase ? TextCase::Folded : TextCase::Exact;
    for (const std::string& name : options.encodings)
        query.encodings.push_back(encoderFor(*textEncodingNamed(name)));
    if (!query.encodings.empty())
        return query;
    const auto bytes = std::as_bytes(std::span(text));
    if (!options.ignoreCase)  // as they came, whatever they are
        return Pattern::ofBytes(bytes);
    if (!charactersOf(text))
        return textPattern(bytes, LetterCase::IgnoreAscii);
    query.encodings.push_back(encoderFor(TextEncoding::Utf8));
    return query;
}

// "u32:1000..2000", or any other type that inspect knows: the bytes that its codec writes.
Result<SearchQuery> valueQuery(const SearchOptions& options, const std::string& text) {
    const std::size_t colon = text.find(':');
    if (colon == std::string::npos)
        return failAt(ErrorCode::Malformed, text.size(), "TYPE:VALUE");
    if (numberTypeNamed(text.substr(0, colon))) {
        auto query = parseNumberQuery(text, options.endian);
        if (!query)
            return fail(query.error());
        query->alignment = options.alignment;
        return *query;
    }
    Registry<ValueCodec> codecs;
    registerBuiltinCodecs(codecs);
    const ValueCodec* codec = codecs.find(std::string_view(text).substr(0, colon));
    if (codec == nullptr)
        return failAt(ErrorCode::Malformed, 0, "type");
    const auto bytes = codec->encode(std::string_view(text).substr(colon + 1), options.endian, 0);
    if (!bytes)
        return fail(bytes.error());
    return Pattern::ofBytes(*bytes);
}

Result<SearchQuery> runQuery(const std::string& text) {
    const auto query = parseRunQuery(text);
    if (!query)
        return fail(query.error());
    return *query;
}

Result<SearchQuery> queryOf(std::string_view kind, const std::string& text, const SearchOptions& options) {
    if (kind == "hex")
        return HexQuery{text};
    if (kind == "text")
        return textQuery(options, text);
    if (kind == "regex")
        return RegexQuery{.expression = text, .ignoreCase = options.ignoreCase, .utf8 = options.utf8};
    if (kind == "value")
        return valueQuery(options, text);
    if (kind == "run")
        return runQuery(text);
    return failAt(ErrorCode::Malformed, 0, "hex, text, regex, value or run, a space, and what to look for");
}

Result<NamedSearch> oneSearch(std::string_view kind, const std::string& text, const SearchOptions& options) {
    const std::string option = fmt::format("--{}", kind);
    const auto query = queryOf(kind, text, options);
    if (!query)
        return fail(named(query.error(), option, text));
    auto searcher = Searcher::compile(*query);
    if (!searcher)
        return fail(named(searcher.error(), option, text));
    NamedSearch search{.searcher = std::move(*searcher), .patterns = {}, .forms = {}};
    if (options.encodings.size() > 1)
        search.forms = options.encodings;
    return search;
}

// Lines of a kind, a space and a pattern; empty ones and those that begin with # are left out.
Result<NamedSearch> searchOfFile(const SearchOptions& options) {
    const std::string& path = *options.patternFile;
    const auto input = readInput(path);
    if (!input)
        return fail(input.error());
    if (input->size() > (ByteCount{16} << 20))
        return fail(ErrorCode::TooLarge, path);
    std::string text(static_cast<std::size_t>(input->size()), '\0');
    if (const Status readable = allReadable(input->read(0, std::as_writable_bytes(std::span(text))));
        !readable)
        return fail(readable.error());
    std::vector<SearchQuery> queries;
    std::vector<std::string> names;
    std::size_t number = 0;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::string line = text.substr(begin, end - begin);
        begin = end + 1;
        ++number;
        if (line.empty() || line.front() == '#')
            continue;
        const std::size_t space = std::min(line.find(' '), line.size());
        const std::string rest = line.substr(std::min(space + 1, line.size()));
        const auto query = queryOf(line.substr(0, space), rest, options);
        if (!query)
            return fail(named(query.error(), fmt::format("{}:{}:", path, number), line));
        queries.push_back(*query);
        names.push_back(line);
    }
    if (queries.empty())
        return failAt(ErrorCode::Malformed, 0, fmt::format("{}: no patterns", path));
    auto searcher = Searcher::compileAll(queries);
    if (!searcher)
        return fail(named(searcher.error().error, path + ":", names[searcher.error().index]));
    return NamedSearch{.searcher = std::move(*searcher), .patterns = std::move(names), .forms = {}};
}

}  // namespace

Result<NamedSearch> searchFor(const SearchOptions& options) {
    if (options.patternFile)
        return searchOfFile(options);
    if (options.hex)
        return oneSearch("hex", *options.hex, options);
    if (options.text)
        return oneSearch("text", *options.text, options);
    if (options.regex)
        return oneSearch("regex", *options.regex, options);
    if (options.value)
        return oneSearch("value", *options.value, options);
    return oneSearch("run", *options.run, options);
}

Result<std::vector<std::byte>> bytesOfText(const SearchOptions& options, const std::string& text) {
    if (options.encodings.size() == 1)
        return encodeText(text, *textEncodingNamed(options.encodings.front()));
    const auto bytes = std::as_bytes(std::span(text));
    return std::vector<std::byte>(bytes.begin(), bytes.end());
}

Error errorOf(const GivenUp& gaveUp) {
    const char* reason = "";
    switch (gaveUp.reason) {
        case GiveUpReason::Steps:
            reason = "gave up: too many ways to match";
            break;
        case GiveUpReason::Memory:
            reason = "gave up: matching takes too much memory";
            break;
        case GiveUpReason::Length:
            reason = "gave up: a match may be longer than 64 MiB";
            break;
        case GiveUpReason::Time:
            reason = "gave up: more than a second for a few bytes";
            break;
    }
    return {.code = ErrorCode::LimitReached, .offset = gaveUp.at, .systemCode = 0, .detail = reason};
}

void addEncodings(CLI::App& command, std::vector<std::string>& encodings, const std::string& about) {
    std::vector<std::string> names;
    for (const std::string_view name : textEncodingNames())
        names.emplace_back(name);
    command.add_option("--encoding", encodings, about)
        ->delimiter(',')
        ->check(CLI::Validator(
            [](const std::string& name) {
                return textEncodingNamed(name) ? std::string() : "no such encoding: " + name;
            },
            fmt::format("{}", fmt::join(names, "|"))));
}

CLI::Option_group* addSearchOptions(CLI::App& command, SearchOptions& options) {
    auto* what = command.add_option_group("pattern", "what to look for");
    what->add_option("--hex", options.hex,
                     "bytes: \"DE ?? B? [00-1F] {4-16} (DE AD | BE EF)\"; ? is any nibble, {4-16} any bytes");
    what->add_option("--text", options.text, "text; its bytes as given unless --encoding says otherwise");
    what->add_option("--regex", options.regex,
                     "a regular expression of PCRE2 over bytes; (?s), (?m) and (?x) are understood");
    what->add_option("--value", options.value,
                     "TYPE:VALUE, TYPE:LOW..HIGH or TYPE:VALUE~TOLERANCE, the types as inspect names them");
    what->add_option(
        "--run", options.run,
        "as many bytes in a row as there are: 00:16 (at least 16 zeros), ?:16 (of any one byte), "
        "^00 (whatever is not zero)");
    what->add_option("--pattern-file", options.patternFile,
                     "a file of patterns: lines of hex, text, regex, value or run, a space, and the pattern");
    what->require_option(1);
    addEncodings(command, options.encodings,
                 "of --text; several, separated by commas, are looked for at once");
    command.add_flag("--ignore-case", options.ignoreCase,
                     "letters match in either case: of --text all of Unicode's, of --regex ASCII's");
    command.add_flag("--utf8", options.utf8, "--regex matches characters of UTF-8 instead of bytes");
    addEndian(command, options.endian);
    command.add_option("--align", options.alignment, "only --value at offsets that are multiples of this")
        ->check(CLI::PositiveNumber);
    return what;
}

}  // namespace octavo
