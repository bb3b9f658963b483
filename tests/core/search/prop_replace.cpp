// Replacing against a vector of bytes: the same for all, or made from a template; several queries; one step
// of the history.

#include <map>

#include "core/search/replace.h"
#include "tests/support/search_world.h"

namespace octavo {
namespace {

using namespace search_world;

Bytes bytesOf(std::string_view text) {
    const auto bytes = std::as_bytes(std::span(text));
    return {bytes.begin(), bytes.end()};
}

Bytes contentOf(const Snapshot& snapshot) {
    Bytes bytes(static_cast<std::size_t>(snapshot.size()));
    RC_ASSERT(snapshot.read(0, bytes).isEmpty());
    return bytes;
}

RangeSet setOf(ByteRange range) {
    RangeSet set;
    if (!range.isEmpty())
        set.add(range);
    return set;
}

/// The data with each match replaced by what `make` gives for its parts.
Bytes replaced(const Snapshot& snapshot, const Searcher& searcher, ByteRange range,
               const std::function<Bytes(std::span<const Capture>)>& make) {
    const Bytes data = contentOf(snapshot);
    Bytes result;
    ByteOffset copied = 0;
    const auto copyTo = [&](ByteOffset end) {
        result.insert(result.end(), data.begin() + static_cast<std::ptrdiff_t>(copied),
                      data.begin() + static_cast<std::ptrdiff_t>(end));
    };
    const auto report = findAllWithCaptures(snapshot, searcher, setOf(range), {},
                                            [&](const Match& match, std::span<const Capture> captures) {
                                                if (match.range.begin < copied)
                                                    return true;
                                                copyTo(match.range.begin);
                                                const Bytes made = make(captures);
                                                result.insert(result.end(), made.begin(), made.end());
                                                copied = match.range.end;
                                                return true;
                                            });
    RC_ASSERT(report.has_value());
    copyTo(data.size());
    return result;
}

void check(const Bytes& data, const Searcher& searcher, const Replacement& replacement,
           const std::function<Bytes(const Bytes& data, std::span<const Capture>)>& make) {
    Document document(std::make_shared<MemorySource>(data));
    for (int i = numberTo(3); i > 0; --i) {  // other pieces, other bytes
        const ByteOffset at = sizeUpTo(document.size());
        RC_ASSERT(
            document
                .apply(Edit::insert(at, Content::ofBytes(bytesOf(oneOf<std::string>({"a", "ab", "xba"})))))
                .has_value());
    }
    const Bytes before = contentOf(document.snapshot());
    const ByteRange range = someRange(before.size());
    const Bytes expected =
        replaced(document.snapshot(), searcher, range,
                 [&](std::span<const Capture> captures) { return make(before, captures); });
    const auto plan = planReplaceAll(document.snapshot(), searcher, setOf(range), replacement,
                                     {.workers = oneIn(2) ? &crew() : nullptr});
    RC_ASSERT((plan.has_value() && plan->isComplete && !plan->gaveUp));
    RC_ASSERT(plan->sizeAfter == expected.size());
    const std::size_t statesBefore = document.history().stateCount();
    RC_ASSERT(document.apply(plan->edit).has_value());
    RC_ASSERT(contentOf(document.snapshot()) == expected);
    RC_ASSERT(document.history().stateCount() == statesBefore + (plan->edit.ranges.empty() ? 0 : 1));
    if (!plan->edit.ranges.empty()) {
        document.undo();
        RC_ASSERT(contentOf(document.snapshot()) == before);
        document.redo();
        RC_ASSERT(contentOf(document.snapshot()) == expected);
    }
}

SearchQuery someQuery() {
    return oneOf<SearchQuery>({HexQuery{"61"}, HexQuery{"61 {0-2} 62"},
                               RegexQuery{.expression = "(a+)(b)?(?<tail>x)?"},
                               RegexQuery{.expression = "(?<tail>b|x)(a?)"}});
}

void bytesReplaceWhatMatches() {
    startCase();
    const Bytes with = someBytes(sizeUpTo(5), {'a', 'y', 0});
    const auto searcher = Searcher::compile(someQuery(), someOptions());
    check(someBytes(sizeUpTo(200), {'a', 'b', 'x'}), *searcher, Content::ofBytes(with),
          [&](const Bytes&, std::span<const Capture>) { return with; });
}

void templatesReplaceWhatMatches() {
    startCase();
    const RegexQuery query{.expression = "(a+)(b)?(?<tail>x)?"};
    const auto searcher = Searcher::compile(query, someOptions());
    const std::map<std::string, int> parts{{"$0", 0}, {"${0}", 0}, {"$1", 1},
                                           {"$2", 2}, {"${3}", 3}, {"${tail}", 3}};
    const std::map<std::string, std::string> texts{{"-", "-"},    {"\\x00", std::string(1, '\0')},
                                                   {"\\$", "$"},  {"\\\\", "\\"},
                                                   {"\\n", "\n"}, {"\\xfF", "\xFF"}};
    std::string text;
    std::vector<std::pair<int, Bytes>> meaning;
    for (int i = numberTo(4); i > 0; --i) {
        if (oneIn(2)) {
            const auto part = *std::next(parts.begin(), numberTo(static_cast<int>(parts.size()) - 1));
            text += part.first;
            meaning.emplace_back(part.second, Bytes{});
        } else {
            const auto part = *std::next(texts.begin(), numberTo(static_cast<int>(texts.size()) - 1));
            text += part.first;
            meaning.emplace_back(-1, bytesOf(part.second));
        }
    }
    RC_LOG() << "template " << text << '\n';
    const auto replacement = ReplacementTemplate::parse(text, searcher->captureNames());
    RC_ASSERT(replacement.has_value());
    check(someBytes(sizeUpTo(200), {'a', 'b', 'x'}), *searcher, *replacement,
          [&](const Bytes& data, std::span<const Capture> captures) {
              Bytes made;
              for (const auto& [number, bytes] : meaning) {
                  made.insert(made.end(), bytes.begin(), bytes.end());
                  if (number >= 0 && captures[static_cast<std::size_t>(number)]) {
                      const ByteRange part = *captures[static_cast<std::size_t>(number)];
                      made.insert(made.end(), data.begin() + static_cast<std::ptrdiff_t>(part.begin),
                                  data.begin() + static_cast<std::ptrdiff_t>(part.end));
                  }
              }
              return made;
          });
}

void overlappingQueriesReplaceTheFirst() {
    startCase();
    const std::vector<SearchQuery> queries{RegexQuery{.expression = "a+"}, HexQuery{"61 62"},
                                           HexQuery{"62 61"}};
    const auto searcher = Searcher::compileAll(queries, someOptions());
    const Bytes with = bytesOf("zz");
    check(someBytes(sizeUpTo(200), {'a', 'b'}), *searcher, Content::ofBytes(with),
          [&](const Bytes&, std::span<const Capture>) { return with; });
}

void oneMatchIsReplacedAlone() {
    const Bytes data = bytesOf("k=v; key=value");
    const Snapshot snapshot = Snapshot::ofBytes(data);
    const auto searcher = Searcher::compile(RegexQuery{.expression = "(\\w+)=(\\w+)"});
    const auto replacement = ReplacementTemplate::parse("$2=$1", searcher->captureNames());
    const auto made = replacementFor(snapshot, *searcher, {.range = {5, 14}}, *replacement);
    RC_ASSERT((made.has_value() && *made == bytesOf("value=key")));
    RC_ASSERT(!replacementFor(snapshot, *searcher, {.range = {5, 13}}, *replacement)->has_value());
}

void malformedTemplatesSayWhatWasExpected() {
    struct Row {
        const char* text;
        std::size_t offset;
        const char* expected;
    };
    const std::vector<std::string> names{"", "one", ""};
    for (const Row& row : std::vector<Row>{{"$3", 1, "part of the match"},
                                           {"a$", 2, "part of the match"},
                                           {"${two}", 2, "part of the match"},
                                           {"${one", 5, "}"},
                                           {"\\", 1, "escape"},
                                           {"\\q", 1, "escape"},
                                           {"\\x4", 3, "hex digit"},
                                           {"\\xg0", 2, "hex digit"},
                                           {"$a", 1, "part of the match"},
                                           {"${}", 2, "part of the match"}}) {
        const auto parsed = ReplacementTemplate::parse(row.text, names);
        RC_ASSERT((!parsed && parsed.error().offset == row.offset && parsed.error().detail == row.expected));
    }
    RC_ASSERT(ReplacementTemplate::parse("$0", {}).has_value());
}

void longTemplatesGoThroughATemporaryFile() {
    const Bytes data(std::size_t{1} << 20, std::byte{'a'});
    Document document(std::make_shared<MemorySource>(data));
    const auto searcher = Searcher::compile(RegexQuery{.expression = "(a)"});
    const auto replacement = ReplacementTemplate::parse("<$1>", searcher->captureNames());
    const auto plan =
        planReplaceAll(document.snapshot(), *searcher, setOf(document.snapshot().all()), *replacement);
    RC_ASSERT(
        (plan.has_value() && plan->edit.ranges.size() == data.size() && plan->sizeAfter == 3 * data.size()));
    RC_ASSERT(document.apply(plan->edit).has_value());
    const Bytes after = contentOf(document.snapshot());
    for (std::size_t i = 0; i < after.size(); ++i)
        RC_ASSERT(after[i] == static_cast<std::byte>("<a>"[i % 3]));
    document.undo();
    RC_ASSERT(contentOf(document.snapshot()) == data);
}

void searchesThatGiveUpSaySo() {
    Bytes data(5000, std::byte{'a'});
    data.insert(data.end(), {std::byte{'-'}, std::byte{'c'}});
    const Snapshot snapshot = Snapshot::ofBytes(data);
    const auto searcher = Searcher::compile(RegexQuery{.expression = "(?:a*)*c"});
    const auto plan = planReplaceAll(snapshot, *searcher, setOf(snapshot.all()), Content());
    RC_ASSERT((plan.has_value() && plan->gaveUp && !plan->isComplete));
}

}  // namespace
}  // namespace octavo

int main() {
    using namespace octavo;
    bool ok = rc::check("bytes replace what matches", bytesReplaceWhatMatches);
    ok &= rc::check("templates replace what matches", templatesReplaceWhatMatches);
    ok &= rc::check("overlapping queries replace the first", overlappingQueriesReplaceTheFirst);
    const auto once = [&ok](const char* name, void (*property)()) {
        ok &= rc::check(name, [property, isDone = std::make_shared<bool>(false)] {
            if (!std::exchange(*isDone, true))
                property();
        });
    };
    once("one match is replaced alone", oneMatchIsReplacedAlone);
    once("malformed templates say what was expected", malformedTemplatesSayWhatWasExpected);
    once("long templates go through a temporary file", longTemplatesGoThroughATemporaryFile);
    once("searches that give up say so", searchesThatGiveUpSaySo);
    return ok ? 0 : 1;
}
