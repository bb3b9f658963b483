// Patterns of every kind as people type them, compiled and run: found in blocks of every size as over the
// whole, inside the data, in order, and the same backward.

#include <algorithm>
#include <string>
#include <vector>

#include "core/buffer/document.h"
#include "core/search/find.h"
#include "core/search/hex_language.h"
#include "core/search/replacement_template.h"
#include "core/search/text_encoder.h"
#include "tests/fuzz/fuzz_target.h"

namespace octavo::fuzz {

namespace {

struct Outcome {
    std::vector<Match> matches;
    bool gaveUp = false;
};

Outcome run(const Snapshot& snapshot, const Searcher& searcher, Overlap overlap) {
    Outcome outcome;
    const auto report =
        findAll(snapshot, searcher, snapshot.all(), {.overlap = overlap}, [&](const Match& match) {
            require(match.range.begin <= match.range.end && match.range.end <= snapshot.size());
            require(outcome.matches.empty() || outcome.matches.back().range.begin <= match.range.begin);
            outcome.matches.push_back(match);
            return true;
        });
    require(report.has_value() && report->count == outcome.matches.size());
    require(report->isComplete == !report->gaveUp);
    outcome.gaveUp = report->gaveUp.has_value();
    return outcome;
}

/// An expression may move the begins of its matches, which then are in no order that could be required.
bool movesBegins(std::string_view text) {
    return text.find("\\K") != std::string_view::npos;
}

void search(std::span<const std::byte> data, const SearchQuery& query, std::string_view text) {
    const auto searcher = Searcher::compile(query);
    const auto small =
        Searcher::compile(query, {.engine = SearchEngine::Portable, .segment = 16, .places = 5, .ahead = 3});
    require(searcher.has_value() == small.has_value());
    if (!searcher) {
        const Error& error = searcher.error();
        require(error.code == ErrorCode::Malformed || error.code == ErrorCode::Unsupported ||
                error.code == ErrorCode::LimitReached);
        require(!error.offset || *error.offset <= text.size());
        return;
    }
    if (movesBegins(text))
        return;
    const Snapshot snapshot = Snapshot::ofBytes(data);
    const Outcome all = run(snapshot, *searcher, Overlap::Included);
    const Outcome apart = run(snapshot, *searcher, Overlap::Excluded);
    const Outcome inBlocks = run(snapshot, *small, Overlap::Included);
    if (all.gaveUp || apart.gaveUp || inBlocks.gaveUp)
        return;
    require(all.matches == inBlocks.matches);
    require(run(snapshot, *small, Overlap::Excluded).matches == apart.matches);
    require(apart.matches.empty() == all.matches.empty());
    const auto next = findNext(snapshot, *small, snapshot.all());
    const auto previous = findPrevious(snapshot, *small, snapshot.all());
    require(next.has_value() && previous.has_value());
    if (next->gaveUp || previous->gaveUp)
        return;
    require(next->match == (all.matches.empty() ? std::nullopt : std::optional(all.matches.front())));
    require(previous->match == (all.matches.empty() ? std::nullopt : std::optional(all.matches.back())));
}

}  // namespace

void tryInput(std::span<const std::byte> input) {
    // A letter for the kind, the rest of the line for the pattern, then where it is looked for.
    if (input.empty())
        return;
    const auto kind = std::to_integer<char>(input.front());
    input = input.subspan(1);
    const auto lineEnd = std::find(input.begin(), input.end(), std::byte{'\n'});
    const auto line =
        input.first(std::min<std::size_t>(200, static_cast<std::size_t>(lineEnd - input.begin())));
    auto data = input.subspan(std::min(line.size() + 1, input.size()));
    data = data.first(std::min<std::size_t>(data.size(), 400));
    const std::string text(textOf(line));
    switch (kind) {
        case 'h':
            search(data, HexQuery{text}, text);
            break;
        case 'r':
        case 'i':
            search(data, RegexQuery{.expression = text, .ignoreCase = kind == 'i', .multiLine = kind == 'i'},
                   text);
            break;
        case 'u':
            search(data, RegexQuery{.expression = text, .ignoreCase = true, .utf8 = true}, text);
            break;
        case 't':
            for (const TextEncoding encoding :
                 {TextEncoding::Utf8, TextEncoding::Utf16LE, TextEncoding::Latin1})
                search(data,
                       TextQuery{
                           .utf8 = text, .textCase = TextCase::Folded, .encodings = {encoderFor(encoding)}},
                       text);
            break;
        case 'n':
            if (auto query = parseNumberQuery(text, ByteOrder::Little))
                search(data, *query, text);
            break;
        case 'm': {
            const std::vector<std::string> names{"", "a", ""};
            if (const auto made = ReplacementTemplate::parse(text, names)) {
                std::vector<std::byte> out;
                const std::vector<Capture> captures{ByteRange{0, data.size()}, std::nullopt, ByteRange{0, 0}};
                require(made->appendTo(out, Snapshot::ofBytes(data), captures).has_value());
            }
            break;
        }
        default:
            for (const StringEncoding encoding :
                 {StringEncoding::Ascii, StringEncoding::Latin1, StringEncoding::Utf8,
                  StringEncoding::Utf16LE, StringEncoding::Utf16BE})
                search(data,
                       StringsQuery{.encodings = {encoding}, .least = 2, .utf16Scripts = StringScripts::Any},
                       text);
            search(data, RunQuery::ofAnyByte(3), text);
            search(data, RunQuery::otherThan(std::byte{0}), text);
            break;
    }
}

}  // namespace octavo::fuzz
