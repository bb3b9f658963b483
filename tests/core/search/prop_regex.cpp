// Regular expressions and the hex language against the obvious loop: random expressions, tiny alphabets, tiny
// blocks. What a regular expression means is asked of PCRE2 itself, without JIT, over the whole data at once.

#include <chrono>
#include <utility>

#include "tests/support/search_world.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include "core/search/hex_language.h"

namespace octavo {
namespace {

using namespace search_world;

// --- Regular expressions ----------------------------------------------------------------------------------

const std::vector<unsigned> kAlphabet{'a', 'b', 'B', '\n', 0, 0xFF};

std::string someAtom(int depth, int& groups);

std::string someSequence(int depth, int& groups) {
    std::string text;
    for (int i = 1 + numberTo(3); i > 0; --i) {
        text += someAtom(depth, groups);
        if (oneIn(3)) {
            text += oneOf<std::string>({"*", "+", "?", "{2}", "{1,3}", "{2,}", "{0,2}"});
            text += oneOf<std::string>({"", "", "?", "+"});
        }
    }
    return text;
}

std::string someChoice(int depth, int& groups) {
    std::string text = someSequence(depth, groups);
    while (oneIn(4))
        text += "|" + someSequence(depth, groups);
    return text;
}

std::string someGroup(int depth, int& groups) {
    const std::string head = oneOf<std::string>({"(", "(?:", "(?i:", "(?=", "(?!", "(?>", "(?s:"});
    if (head == "(")
        ++groups;
    return head + someChoice(depth - 1, groups) + ")";
}

std::string someAtom(int depth, int& groups) {
    if (depth > 0 && oneIn(4))
        return someGroup(depth, groups);
    if (groups > 0 && oneIn(12))
        return "\\" + std::to_string(1 + numberTo(groups - 1));
    if (oneIn(6)) {
        return oneOf<std::string>({"^", "$", "\\A", "\\z", "\\Z", "\\b", "\\B", "(?<=a)", "(?<!ab)",
                                   "(?<=(?<=a)b)", "\\K"}) +
               "a";
    }
    return oneOf<std::string>({"a", "b", "B", "\\n", "\\x00", "\\xff", ".", "[ab]", "[^a]", "[\\x00-\\x10]",
                               "[a\\xff-]", "\\w", "\\W", "\\s", "aab", "\\Qab\\E", "\\N", "[[:alpha:]]"});
}

struct Code {
    explicit Code(const RegexQuery& query) {
        int error = 0;
        PCRE2_SIZE offset = 0;
        std::uint32_t options = PCRE2_ALT_CIRCUMFLEX | (query.ignoreCase ? PCRE2_CASELESS : 0);
        options |= query.dotMatchesAll ? PCRE2_DOTALL : 0;
        options |= query.multiLine ? PCRE2_MULTILINE : 0;
        options |= query.extended ? PCRE2_EXTENDED : 0;
        options |= query.utf8 ? PCRE2_UTF | PCRE2_UCP | PCRE2_MATCH_INVALID_UTF : 0;
        code = pcre2_compile(reinterpret_cast<PCRE2_SPTR>(query.expression.data()), query.expression.size(),
                             options, &error, &offset, nullptr);
        if (code != nullptr)
            data = pcre2_match_data_create_from_pattern(code, nullptr);
    }
    ~Code() {
        pcre2_match_data_free(data);
        pcre2_code_free(code);
    }
    Code(const Code&) = delete;
    Code& operator=(const Code&) = delete;

    pcre2_code* code = nullptr;
    pcre2_match_data* data = nullptr;
};

bool isContinuation(std::byte value) {
    return (std::to_integer<unsigned>(value) & 0xC0U) == 0x80U;
}

/// True when PCRE2 needs so many steps that ours may give up.
bool isHard(const Code& code, const Bytes& data, ByteOffset end) {
    pcre2_match_context* context = pcre2_match_context_create(nullptr);
    pcre2_set_match_limit(context, 100'000);
    bool isHard = false;
    for (std::size_t at = 0; at < end && !isHard; ++at) {
        for (const std::uint32_t ending : {0U, PCRE2_PARTIAL_HARD}) {
            const int result = pcre2_match(code.code, reinterpret_cast<PCRE2_SPTR>(data.data()), end, at,
                                           PCRE2_ANCHORED | PCRE2_NOTEMPTY | ending, code.data, context);
            isHard = isHard || (result < PCRE2_ERROR_PARTIAL && result != PCRE2_ERROR_BADUTFOFFSET);
        }
    }
    pcre2_match_context_free(context);
    return isHard;
}

/// What PCRE2 says about one place of all the data up to `end`.
Oracle oracleOf(const Code& code, const Bytes& data, ByteOffset end, bool isUtf) {
    return [&code, &data, end, isUtf](ByteOffset place) -> std::optional<ByteRange> {
        if (isUtf && isContinuation(data[static_cast<std::size_t>(place)]))
            return std::nullopt;
        const int result = pcre2_match(code.code, reinterpret_cast<PCRE2_SPTR>(data.data()), end, place,
                                       PCRE2_ANCHORED | PCRE2_NOTEMPTY, code.data, nullptr);
        // Version 10.42 goes on behind bytes that are not UTF-8 although it is anchored.
        if (result < 0 || pcre2_get_startchar(code.data) != place)
            return std::nullopt;
        const PCRE2_SIZE* offsets = pcre2_get_ovector_pointer(code.data);
        return ByteRange{offsets[0], offsets[1]};
    };
}

void check(const RegexQuery& query, const Bytes& data) {
    const Code code(query);
    const ByteRange range = someRange(data.size());
    const bool isUsable = code.code != nullptr && !isHard(code, data, range.end);
    RC_PRE(isUsable);
    const auto searcher = Searcher::compile(query, someOptions());
    RC_ASSERT(searcher.has_value());
    RC_LOG() << "expression " << query.expression << "\ndata " << textOf(data) << '\n';
    checkAllWays(inPieces(data), *searcher, range, oracleOf(code, data, range.end, query.utf8));
}

void expressionsMatchAsOverTheWhole() {
    startCase();
    int groups = 0;
    const RegexQuery query{.expression = someChoice(2, groups),
                           .ignoreCase = oneIn(3),
                           .dotMatchesAll = oneIn(2),
                           .multiLine = oneIn(2)};
    check(query, someBytes(static_cast<std::size_t>(numberTo(300)), kAlphabet));
}

/// With bytes that every match must have, and something before them.
void literalsInExpressionsHideNothing() {
    startCase();
    int groups = 0;
    const auto literal = [] {
        return oneOf<std::string>({"q", "xyz", "zq", "(?i)zQ", "z[qy]x", "(?:qx|yz)"});
    };
    std::string text = oneIn(2) ? someSequence(1, groups) : "";
    text += literal();
    if (oneIn(2))
        text += someSequence(1, groups) + (oneIn(2) ? literal() : "");
    if (oneIn(3))
        text += "|" + literal() + someSequence(1, groups);
    const RegexQuery query{.expression = text, .dotMatchesAll = oneIn(2), .multiLine = oneIn(2)};
    check(query,
          someBytes(static_cast<std::size_t>(numberTo(300)), {'a', 'b', '\n', 'q', 'x', 'y', 'z', 'Q'}));
}

void charactersAreCutNowhere() {
    startCase();
    Bytes data;
    for (int i = numberTo(60); i > 0; --i) {
        for (const char c :
             oneOf<std::string>({"a", "K", "\xC3\xA4", "\xC3\x84", "\xE2\x84\xAA", "\xF0\x9F\x98\x80", "\xC3",
                                 "\x80", "\xE2\x84", "\xFF", "\n", "ss", "\xC5\xBF"}))
            data.push_back(static_cast<std::byte>(c));
    }
    std::string text;
    for (int i = 1 + numberTo(3); i > 0; --i) {
        text += oneOf<std::string>({"a", "k", "\xC3\xA4", ".", "\\w", "[\xC3\xA4k]", "[^a]", "\\x{1F600}",
                                    "s", "\\b", "(?<=\xC3\xA4)", "\\p{L}", "(?:a|\xE2\x84\xAA)",
                                    "\\Q\xC3\xA4\\E", "\xC3\xA4?"});
        if (oneIn(3) && text.back() != 'b')
            text += oneOf<std::string>({"*", "+", "?", "{2}", "+?"});
    }
    check({.expression = text, .ignoreCase = oneIn(2), .utf8 = true}, data);
}

// --- The hex language -------------------------------------------------------------------------------------

/// One item of a pattern: how it is written, and how it goes on from a place.
struct Item {
    std::string text;
    std::function<std::optional<std::size_t>(std::size_t,
                                             const std::function<std::optional<std::size_t>(std::size_t)>&)>
        match;
};
using GoOn = std::function<std::optional<std::size_t>(std::size_t)>;

std::string hexOf(unsigned value) {
    static constexpr char kDigits[] = "0123456789abcdef";
    return {kDigits[value >> 4 & 15], kDigits[value & 15]};
}

Item byteItem(const Bytes& data, std::string text, std::function<bool(unsigned)> fits) {
    return {.text = std::move(text),
            .match = [&data, fits](std::size_t at, const GoOn& goOn) -> std::optional<std::size_t> {
                if (at >= data.size() || !fits(std::to_integer<unsigned>(data[at])))
                    return std::nullopt;
                return goOn(at + 1);
            }};
}

std::optional<std::size_t> matchItems(const std::vector<Item>& items, std::size_t index, std::size_t at,
                                      const GoOn& goOn) {
    if (index == items.size())
        return goOn(at);
    return items[index].match(
        at, [&, index](std::size_t next) { return matchItems(items, index + 1, next, goOn); });
}

std::vector<Item> someItems(const Bytes& data, int depth);

Item groupItem(const Bytes& data, int depth) {
    std::vector<std::vector<Item>> alternatives;
    Item item{.text = "(", .match = {}};
    for (int i = 1 + numberTo(2); i > 0; --i) {
        alternatives.push_back(someItems(data, depth - 1));
        item.text += alternatives.size() > 1 ? "|" : "";
        for (const Item& each : alternatives.back())
            item.text += " " + each.text;
    }
    item.text += ")";
    item.match = [alternatives](std::size_t at, const GoOn& goOn) -> std::optional<std::size_t> {
        for (const auto& items : alternatives) {
            if (const auto end = matchItems(items, 0, at, goOn))
                return end;
        }
        return std::nullopt;
    };
    return item;
}

Item gapItem(const Bytes& data) {
    const auto least = static_cast<std::size_t>(numberTo(3));
    const std::size_t most = least + static_cast<std::size_t>(numberTo(4));
    const std::string text = least == most && oneIn(2)
                                 ? "{" + std::to_string(least) + "}"
                                 : "{" + std::to_string(least) + "-" + std::to_string(most) + "}";
    return {.text = text,
            .match = [&data, least, most](std::size_t at, const GoOn& goOn) -> std::optional<std::size_t> {
                for (std::size_t size = least; size <= most && at + size <= data.size(); ++size) {
                    if (const auto end = goOn(at + size))
                        return end;
                }
                return std::nullopt;
            }};
}

Item someItem(const Bytes& data, int depth) {
    const unsigned value = oneOf<unsigned>({0, 1, 0x10, 0x11, 0xFF});
    switch (numberTo(depth > 0 ? 7 : 6)) {
        case 0:
            return byteItem(data, "?" + hexOf(value).substr(1),
                            [value](unsigned b) { return (b & 15) == (value & 15); });
        case 1:
            return byteItem(data, hexOf(value).substr(0, 1) + "?",
                            [value](unsigned b) { return b >> 4 == value >> 4; });
        case 2:
            return byteItem(data, oneIn(2) ? "??" : "?", [](unsigned) { return true; });
        case 3:
            return byteItem(data, "[00-" + hexOf(value) + " ff]",
                            [value](unsigned b) { return b <= value || b == 0xFF; });
        case 4:
            return byteItem(data, "[^" + hexOf(value) + "]", [value](unsigned b) { return b != value; });
        case 5:
            return gapItem(data);
        case 7:
            return groupItem(data, depth);
        default:
            return byteItem(data, hexOf(value), [value](unsigned b) { return b == value; });
    }
}

std::vector<Item> someItems(const Bytes& data, int depth) {
    std::vector<Item> items;
    for (int i = 1 + numberTo(3); i > 0; --i)
        items.push_back(someItem(data, depth));
    return items;
}

void hexPatternsMatchAsTheLoopDoes() {
    startCase();
    const ByteRange whole{0, static_cast<ByteOffset>(numberTo(200))};
    const Bytes all = someBytes(static_cast<std::size_t>(whole.end), {0, 1, 0x10, 0x11, 0xFF});
    const ByteRange range = someRange(all.size());
    const Bytes data(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(range.end));
    std::vector<Item> items = someItems(data, 2);
    items.push_back(byteItem(data, "11", [](unsigned b) { return b == 0x11; }));
    std::rotate(items.begin(), items.end() - 1 - numberTo(static_cast<int>(items.size()) - 1), items.end());
    std::string text;
    for (const Item& item : items)
        text += item.text + " ";
    RC_LOG() << "pattern " << text << '\n';
    const auto searcher = Searcher::compile(HexQuery{text}, someOptions());
    RC_ASSERT(searcher.has_value());
    checkAllWays(inPieces(all), *searcher, range, [&](ByteOffset place) -> std::optional<ByteRange> {
        const auto end = matchItems(items, 0, static_cast<std::size_t>(place),
                                    [](std::size_t at) { return std::optional(at); });
        return end ? std::optional(ByteRange{place, *end}) : std::nullopt;
    });
}

void malformedHexSaysWhatWasExpected() {
    struct Row {
        const char* text;
        std::size_t offset;
        const char* expected;
    };
    for (const Row& row : std::vector<Row>{{"", 0, "hex digit"},
                                           {"DE A", 4, "hex pair"},
                                           {"DE ZZ", 3, "hex digit"},
                                           {"[00", 3, "]"},
                                           {"[]", 1, "hex digit"},
                                           {"[10-00]", 4, "larger byte"},
                                           {"00 {4", 5, "}"},
                                           {"00 {x}", 4, "number"},
                                           {"00 {4-2}", 6, "larger number"},
                                           {"(00 | 11", 8, ")"},
                                           {"(00 |)", 5, "hex digit"},
                                           {"{4-8}", 5, "something to find"},
                                           {"00 )", 3, "hex digit"},
                                           {"[0?-11]", 4, "hex digit"}}) {
        const auto expression = parseHexLanguage(row.text);
        RC_ASSERT(!expression.has_value());
        RC_ASSERT(expression.error() == (Error{.code = ErrorCode::Malformed,
                                               .offset = row.offset,
                                               .systemCode = 0,
                                               .detail = row.expected}));
    }
}

// --- Limits -----------------------------------------------------------------------------------------------

FindResult nextOf(const RegexQuery& query, const Bytes& data, SearchEngine engine = SearchEngine::Best) {
    const auto searcher = Searcher::compile(query, {.engine = engine});
    RC_ASSERT(searcher.has_value());
    const Snapshot snapshot = Snapshot::ofBytes(data);
    const auto result = findNext(snapshot, *searcher, snapshot.all());
    RC_ASSERT(result.has_value());
    return *result;
}

void catastrophesGiveUpAndSayWhere() {
    for (const SearchEngine engine : {SearchEngine::Best, SearchEngine::Portable}) {
        for (const char* text : {"(a+)+[\\x80-\\xff]", "(a|aa)+[^a-]", "(?:a*)*c", "(a+|b+|ab)*d"}) {
            Bytes data(5000, std::byte{'a'});
            data.insert(data.begin(), 10000, std::byte{'-'});
            for (const char c :
                 {'-', 'b', 'c', 'd', '\xff'})  // so that nothing is told from the bytes that are missing
                data.push_back(static_cast<std::byte>(c));
            const auto begin = std::chrono::steady_clock::now();
            const FindResult result = nextOf({.expression = text}, data, engine);
            RC_ASSERT(std::chrono::steady_clock::now() - begin < std::chrono::seconds(20));
            RC_ASSERT((!result.match && result.gaveUp));
            RC_ASSERT(result.gaveUp->at <= 15000);
        }
    }
}

void matchesBeforeACatastropheAreHandedOut() {
    Bytes data(3000, std::byte{'a'});
    data.front() = std::byte{'x'};
    data.insert(data.begin(), 30000, std::byte{'-'});
    data.push_back(std::byte{'-'});
    data.push_back(std::byte{0xFF});
    const Snapshot snapshot = Snapshot::ofBytes(data);
    const auto searcher = Searcher::compile(RegexQuery{.expression = "x|(a+)+[\\x80-\\xff]"});
    std::uint64_t seen = 0;
    const auto report = findAll(snapshot, *searcher, snapshot.all(), {}, [&](const Match& match) {
        ++seen;
        return match.range == ByteRange{30000, 30001};
    });
    RC_ASSERT((report.has_value() && report->count == 1 && seen == 1));
    RC_ASSERT((!report->isComplete && report->gaveUp && report->gaveUp->at >= 30001));
    RC_ASSERT(report->gaveUp->reason == GiveUpReason::Steps);
}

void longRunsStayLinear() {
    Bytes data(std::size_t{3} << 20);
    data.back() = std::byte{2};
    RC_ASSERT(!nextOf({.expression = "\\x00+\\x01"}, data).gaveUp);
    data[data.size() / 2] = std::byte{1};
    const FindResult result = nextOf({.expression = "\\x00+\\x01"}, data);
    RC_ASSERT((result.match && result.match->range == (ByteRange{0, data.size() / 2 + 1})));
}

void matchesBeyondTheLimitGiveUp() {
    Bytes data(std::size_t{66} << 20, std::byte{'a'});
    data.back() = std::byte{'b'};
    const FindResult result = nextOf({.expression = "a+?b"}, data);
    RC_ASSERT((!result.match && result.gaveUp && result.gaveUp->at == 0));
    RC_ASSERT(
        (result.gaveUp->reason == GiveUpReason::Length || result.gaveUp->reason == GiveUpReason::Steps));
}

void whatDependsOnTheStartIsRefused() {
    for (const char* text : {"a\\Gb", "(*COMMIT)a", "a(*SKIP)b", "(*CRLF)a"})
        RC_ASSERT(Searcher::compile(RegexQuery{.expression = text}).error().code == ErrorCode::Unsupported);
    const auto bad = Searcher::compile(RegexQuery{.expression = "ab(c"});
    RC_ASSERT((!bad && bad.error().code == ErrorCode::Malformed && bad.error().offset == 4U));
    RC_ASSERT(!bad.error().detail.empty());
    RC_ASSERT(
        (Searcher::compile(RegexQuery{.expression = "(*UTF)a"}).error().code == ErrorCode::Malformed ||
         Searcher::compile(RegexQuery{.expression = "(*UTF)a"}).error().code == ErrorCode::Unsupported));
}

void partsOfMatchesAreHandedOut() {
    const std::string text = "--key=value; k=v";
    const Snapshot snapshot = Snapshot::ofBytes(std::as_bytes(std::span(text)));
    const auto searcher = Searcher::compile(RegexQuery{.expression = "(?<name>\\w+)=(\\w+)(;)?"});
    RC_ASSERT((searcher->captureNames().size() == 4 && searcher->captureNames()[1] == "name"));
    RangeSet all;
    all.add(snapshot.all());
    std::vector<std::vector<Capture>> seen;
    const auto report = findAllWithCaptures(snapshot, *searcher, all, {.workers = &crew()},
                                            [&](const Match&, std::span<const Capture> parts) {
                                                seen.emplace_back(parts.begin(), parts.end());
                                                return true;
                                            });
    RC_ASSERT((report.has_value() && seen.size() == 2));
    RC_ASSERT(seen[0] ==
              (std::vector<Capture>{ByteRange{2, 12}, ByteRange{2, 5}, ByteRange{6, 11}, ByteRange{11, 12}}));
    RC_ASSERT(seen[1] ==
              (std::vector<Capture>{ByteRange{13, 16}, ByteRange{13, 14}, ByteRange{15, 16}, std::nullopt}));
}

}  // namespace
}  // namespace octavo

int main() {
    using namespace octavo;
    bool ok = rc::check("expressions match as over the whole", expressionsMatchAsOverTheWhole);
    ok &= rc::check("literals in expressions hide nothing", literalsInExpressionsHideNothing);
    ok &= rc::check("characters are cut nowhere", charactersAreCutNowhere);
    ok &= rc::check("hex patterns match as the loop does", hexPatternsMatchAsTheLoopDoes);
    const auto once = [&ok](const char* name, void (*property)()) {
        ok &= rc::check(name, [property, isDone = std::make_shared<bool>(false)] {
            if (!std::exchange(*isDone, true))
                property();
        });
    };
    once("malformed hex says what was expected", malformedHexSaysWhatWasExpected);
    once("catastrophes give up and say where", catastrophesGiveUpAndSayWhere);
    once("matches before a catastrophe are handed out", matchesBeforeACatastropheAreHandedOut);
    once("long runs stay linear", longRunsStayLinear);
    once("matches beyond the limit give up", matchesBeyondTheLimitGiveUp);
    once("what depends on the start is refused", whatDependsOnTheStartIsRefused);
    once("parts of matches are handed out", partsOfMatchesAreHandedOut);
    return ok ? 0 : 1;
}
