#include "core/search/searcher.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/base/contracts.h"
#include "core/search/hex_language.h"
#include "core/search/number_finder.h"
#include "core/search/pattern_finder.h"
#include "core/search/regex_finder.h"
#include "core/search/regex_reader.h"
#include "core/search/run_finder.h"
#include "core/search/text_expression.h"

namespace octavo {

namespace {

constexpr std::size_t kLongestPattern = std::size_t{1} << 24;  // of those written as expressions

using Finder = std::shared_ptr<const BlockFinder>;

struct Compiled {
    std::vector<Searcher::Part> parts;
    std::vector<std::string> captureNames;
};

Compiled compiledOf(Finder finder) {
    Compiled compiled;
    compiled.parts.push_back({.finder = std::move(finder)});
    return compiled;
}

Matcher::Engine matcherEngine(const SearcherOptions& options) {
    return options.engine == SearchEngine::Best ? Matcher::Engine::Best : Matcher::Engine::Portable;
}

Finder finderOf(Pattern pattern, const SearcherOptions& options) {
    return std::make_shared<PatternFinder>(std::move(pattern), matcherEngine(options));
}

/// For an expression that is understood in full.
Result<Finder> finderOf(const ByteExpression& expression, const SearcherOptions& options) {
    if (auto pattern = patternOf(expression, kLongestPattern))
        return finderOf(std::move(*pattern), options);
    auto program =
        RegexProgram::compile({.expression = regexOf(expression), .dotMatchesAll = true}, options.engine);
    if (!program)  // too large for PCRE2
        return fail(ErrorCode::LimitReached);
    return std::make_shared<RegexFinder>(std::move(*program), expression, std::nullopt, options);
}

Result<Compiled> compile(const Pattern& pattern, const SearcherOptions& options) {
    return compiledOf(finderOf(pattern, options));
}

Result<Compiled> compile(const HexQuery& query, const SearcherOptions& options) {
    const auto expression = parseHexLanguage(query.text);
    if (!expression)
        return fail(expression.error());
    auto finder = finderOf(*expression, options);
    return finder ? Result<Compiled>(compiledOf(std::move(*finder))) : fail(finder.error());
}

Result<Compiled> compile(const RegexQuery& query, const SearcherOptions& options) {
    auto program = RegexProgram::compile(query, options.engine);
    if (!program)
        return fail(program.error());
    Compiled compiled{.parts = {}, .captureNames = (*program)->captureNames()};
    const RegexReading reading = readRegex(query);
    auto pattern = reading.isExact ? patternOf(reading.expression, kLongestPattern) : std::nullopt;
    Finder finder = pattern ? finderOf(std::move(*pattern), options)
                            : std::make_shared<RegexFinder>(std::move(*program), reading.expression,
                                                            reading.runs, options);
    compiled.parts.push_back({.finder = std::move(finder)});
    return compiled;
}

Result<Compiled> compile(const TextQuery& query, const SearcherOptions& options) {
    OCTAVO_EXPECTS(!query.encodings.empty());
    Compiled compiled;
    std::vector<std::string> seen;
    Error error;
    for (std::size_t i = 0; i < query.encodings.size(); ++i) {
        const auto expression = textExpression(query.utf8, query.textCase, query.encodings[i]);
        if (!expression) {
            error = expression.error();
            continue;
        }
        const std::string text = regexOf(*expression);
        if (std::ranges::find(seen, text) != seen.end())
            continue;  // written as in an encoding before it
        seen.push_back(text);
        auto finder = finderOf(*expression, options);
        if (!finder)
            return fail(finder.error());
        compiled.parts.push_back({.finder = std::move(*finder), .form = static_cast<std::uint32_t>(i)});
    }
    if (compiled.parts.empty())
        return fail(error);
    return compiled;
}

Result<Compiled> compile(const NumberQuery& query, const SearcherOptions& options) {
    OCTAVO_EXPECTS(query.alignment > 0);
    if (query.low != query.high || query.alignment != 1)
        return compiledOf(std::make_shared<NumberFinder>(query, options.engine));
    std::array<std::byte, sizeof(query.low)> buffer{};
    const auto bytes = std::span(buffer).first(sizeOf(query.type));
    storeUnsigned(query.low, bytes, query.order);
    return compiledOf(finderOf(Pattern::ofBytes(bytes), options));
}

Result<Compiled> compile(const RunQuery& query, const SearcherOptions& /*options*/) {
    OCTAVO_EXPECTS(!query.bytes.isEmpty());
    return compiledOf(std::make_shared<RunFinder>(query));
}

Finder finderOf(StringEncoding encoding, const StringsQuery& query) {
    if (encoding != StringEncoding::Ascii && encoding != StringEncoding::Latin1)
        return std::make_shared<TextRunFinder>(encoding, query.least, query.utf16Scripts);
    RunQuery run{.bytes = ByteSet::ofRange(std::byte{0x20}, std::byte{0x7E}), .least = query.least};
    run.bytes.add(std::byte{'\t'});
    if (encoding == StringEncoding::Latin1)
        run.bytes.addRange(std::byte{0xA0}, std::byte{0xFF});
    return std::make_shared<RunFinder>(run);
}

Result<Compiled> compile(const StringsQuery& query, const SearcherOptions& /*options*/) {
    OCTAVO_EXPECTS(!query.encodings.empty());
    Compiled compiled;
    for (std::size_t i = 0; i < query.encodings.size(); ++i)
        compiled.parts.push_back(
            {.finder = finderOf(query.encodings[i], query), .form = static_cast<std::uint32_t>(i)});
    return compiled;
}

Result<Compiled> compileAny(const SearchQuery& query, const SearcherOptions& options) {
    return std::visit([&options](const auto& each) { return compile(each, options); }, query);
}

}  // namespace

Searcher::Searcher(const Pattern& pattern) : parts_{Part{.finder = finderOf(pattern, SearcherOptions{})}} {}

Result<Searcher> Searcher::compile(const SearchQuery& query, const SearcherOptions& options) {
    auto compiled = compileAny(query, options);
    if (!compiled)
        return fail(compiled.error());
    Searcher searcher;
    searcher.segmentSize_ = options.segment;
    searcher.parts_ = std::move(compiled->parts);
    searcher.captureNames_ =
        std::make_shared<const std::vector<std::string>>(std::move(compiled->captureNames));
    return searcher;
}

tl::expected<Searcher, Searcher::ListError> Searcher::compileAll(std::span<const SearchQuery> queries,
                                                                 const SearcherOptions& options) {
    OCTAVO_EXPECTS(!queries.empty());
    Searcher searcher;
    searcher.segmentSize_ = options.segment;
    for (std::size_t i = 0; i < queries.size(); ++i) {
        auto compiled = compileAny(queries[i], options);
        if (!compiled)
            return tl::unexpected(ListError{.index = i, .error = compiled.error()});
        for (Part& part : compiled->parts) {
            part.pattern = static_cast<std::uint32_t>(i);
            searcher.parts_.push_back(std::move(part));
        }
    }
    return searcher;
}

std::optional<ByteCount> Searcher::fixedLength() const {
    std::optional<ByteCount> length = parts_.front().finder->fixedLength();
    for (const Part& part : parts_) {
        if (part.finder->fixedLength() != length)
            return std::nullopt;
    }
    return length;
}

}  // namespace octavo
