#include "core/search/searcher.h"

#include <algorithm>
#include <utility>

#include "core/search/hex_language.h"
#include "core/search/pattern_finder.h"
#include "core/search/regex_finder.h"
#include "core/search/regex_reader.h"

namespace octavo {

namespace {

constexpr std::size_t kLongestPattern = std::size_t{1} << 16;  // of those written as expressions

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

}  // namespace

Searcher::Searcher(const Pattern& pattern) : parts_{Part{.finder = finderOf(pattern, {})}} {}

Result<Searcher> Searcher::compile(const SearchQuery& query, const SearcherOptions& options) {
    auto compiled =
        std::visit([&options](const auto& each) { return octavo::compile(each, options); }, query);
    if (!compiled)
        return fail(compiled.error());
    Searcher searcher;
    searcher.segmentSize_ = options.segment;
    searcher.parts_ = std::move(compiled->parts);
    searcher.captureNames_ =
        std::make_shared<const std::vector<std::string>>(std::move(compiled->captureNames));
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

bool Searcher::looksBeforeRange() const {
    return std::ranges::any_of(parts_, [](const Part& part) { return part.finder->looksBeforeRange(); });
}

}  // namespace octavo
