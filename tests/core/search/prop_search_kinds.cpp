// Text, numbers, runs, strings and lists of queries against the obvious loop; case folding against python3.

#include <array>
#include <bit>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <stop_token>

#include "core/base/byte_order.h"
#include "core/search/case_folding.h"
#include "core/search/text_encoder.h"
#include "core/source/pattern_source.h"
#include "tests/support/search_world.h"

namespace octavo {
namespace {

using namespace search_world;

Bytes bytesOf(std::string_view text) {
    const auto bytes = std::as_bytes(std::span(text));
    return {bytes.begin(), bytes.end()};
}

void append(Bytes& data, const Bytes& more) {
    data.insert(data.end(), more.begin(), more.end());
}

// --- Text -------------------------------------------------------------------------------------------------

std::u32string foldedOf(std::u32string_view text) {
    std::u32string folded;
    for (const char32_t character : text)
        appendFolded(character, folded);
    return folded;
}

void foldingIsPythons() {
    FILE* pipe = popen(
        "python3 -c \"import unicodedata\n"
        "for c in range(0x110000):\n"
        " if unicodedata.category(chr(c)) not in ('Cn', 'Cs'):\n"
        "  print(c, *map(ord, chr(c).casefold()))\"",
        "r");
    RC_ASSERT(pipe != nullptr);
    std::array<char, 256> line{};
    std::size_t count = 0;
    std::map<std::u32string, std::vector<char32_t>> back;
    while (std::fgets(line.data(), line.size(), pipe) != nullptr) {
        char* at = line.data();
        const auto character = static_cast<char32_t>(std::strtoul(at, &at, 10));
        std::u32string expected;
        while (*at == ' ')
            expected += static_cast<char32_t>(std::strtoul(at, &at, 10));
        std::u32string folded;
        appendFolded(character, folded);
        RC_ASSERT(folded == expected);
        if (expected != std::u32string(1, character))
            back[expected].push_back(character);
        ++count;
    }
    RC_ASSERT((pclose(pipe) == 0 && count > 140'000));
    for (auto& [folded, characters] : back) {
        auto found = charactersFoldingTo(folded);
        std::u32string itself;
        appendFolded(folded.front(), itself);
        if (folded.size() == 1 && itself == folded)
            characters.push_back(folded.front());
        std::ranges::sort(found);
        std::ranges::sort(characters);
        RC_ASSERT(std::ranges::includes(found, characters));
    }
}

const std::vector<std::u32string> kPieces{
    U"s",          U"S",          U"ss",     U"\u00DF", U"\u1E9E", U"\u017F", U"k",     U"\u212A",
    U"a",          U"A",          U"\u00E4", U"\u00C4", U"\uFB03", U"f",      U"fi",    U"x",
    U"\U00010400", U"\U00010428", U"\u0440", U"\u0420", U"i",      U"I",      U"\u0130"};

std::u32string someText(int pieces) {
    std::u32string text;
    for (int i = numberTo(pieces); i > 0; --i)
        text += oneOf(kPieces);
    return text;
}

Bytes encoded(std::u32string_view text, TextEncoding encoding) {
    Bytes bytes;
    for (const char32_t character : text) {
        if (const auto each = encoderFor(encoding)(character))
            append(bytes, *each);
    }
    return bytes;
}

/// All that text may look like at a place: every row of known pieces' characters that folds to `folded`.
std::optional<ByteOffset> matchText(const Bytes& data, ByteOffset at, ByteOffset end,
                                    std::u32string_view folded,
                                    const std::vector<std::pair<Bytes, std::u32string>>& characters) {
    if (folded.empty())
        return at;
    for (const auto& [bytes, folding] : characters) {
        if (bytes.empty() || at + bytes.size() > end || !folded.starts_with(folding) ||
            !std::equal(bytes.begin(), bytes.end(), data.begin() + static_cast<std::ptrdiff_t>(at)))
            continue;
        if (const auto rest =
                matchText(data, at + bytes.size(), end, folded.substr(folding.size()), characters))
            return rest;
    }
    return std::nullopt;
}

void foldedTextIsFoundInEveryEncoding() {
    startCase();
    const auto encoding = static_cast<TextEncoding>(numberTo(6));
    std::u32string alphabet;
    for (const std::u32string& piece : kPieces)
        alphabet += piece;
    std::vector<std::pair<Bytes, std::u32string>> characters;
    for (const char32_t character : alphabet)
        characters.emplace_back(encoded(std::u32string(1, character), encoding),
                                foldedOf(std::u32string(1, character)));
    std::u32string text = someText(3);
    if (text.empty())
        text = U"s";
    Bytes data;
    for (int i = numberTo(30); i > 0; --i) {
        append(data, encoded(oneIn(3) ? text : someText(3), encoding));
        if (oneIn(5))
            data.push_back(oneOf<std::byte>({std::byte{0xFF}, std::byte{0}, std::byte{0xC3}}));
    }
    const TextQuery query{.utf8 = {reinterpret_cast<const char*>(encoded(text, TextEncoding::Utf8).data()),
                                   encoded(text, TextEncoding::Utf8).size()},
                          .textCase = TextCase::Folded,
                          .encodings = {encoderFor(encoding)}};
    const auto searcher = Searcher::compile(query, someOptions());
    const std::u32string folded = foldedOf(text);
    if (!searcher) {
        RC_ASSERT(searcher.error().code == ErrorCode::Unsupported);
        RC_ASSERT((encoded(text, encoding).empty() || encoding <= TextEncoding::Latin1));
        return;
    }
    const ByteRange range = someRange(data.size());
    RC_LOG() << "text " << query.utf8 << " encoding " << static_cast<int>(encoding) << '\n';
    checkAllWays(inPieces(data), *searcher, range, [&](ByteOffset place) -> std::optional<ByteRange> {
        const auto end = matchText(data, place, range.end, folded, characters);
        return end ? std::optional(ByteRange{place, *end}) : std::nullopt;
    });
}

std::string textOf(const std::vector<Match>& matches) {
    std::string text;
    for (const Match& each : matches)
        text += std::to_string(each.pattern) + "/" + std::to_string(each.form) + ":" +
                search_world::textOf(std::vector{each.range});
    return text;
}

std::vector<Match> allMatches(const Snapshot& snapshot, const Searcher& searcher) {
    std::vector<Match> matches;
    const auto report =
        findAll(snapshot, searcher, snapshot.all(), {.workers = &crew()}, [&](const Match& match) {
            matches.push_back(match);
            return true;
        });
    RC_ASSERT((report.has_value() && report->isComplete));
    return matches;
}

void matchesTellTheirEncoding() {
    Bytes data;
    const std::u32string text = U"Gr\u00FC\u00DFe";
    const std::vector<TextEncoding> encodings{TextEncoding::Utf8, TextEncoding::Utf16LE,
                                              TextEncoding::Utf16BE, TextEncoding::Latin1,
                                              TextEncoding::Ascii};
    TextQuery query{.utf8 = "gr\xC3\xBCSSE", .textCase = TextCase::Folded, .encodings = {}};
    std::vector<Match> expected;
    for (std::uint32_t i = 0; i < 4; ++i) {
        data.push_back(std::byte{'-'});
        data.push_back(std::byte{'-'});
        const Bytes bytes = encoded(text, encodings[i]);
        expected.push_back({.range = ByteRange::ofLength(data.size(), bytes.size()), .form = i});
        append(data, bytes);
    }
    for (const TextEncoding encoding : encodings)
        query.encodings.push_back(encoderFor(encoding));
    RC_ASSERT(allMatches(Snapshot::ofBytes(data), *Searcher::compile(query)) == expected);
    query.utf8 = "plain";  // the same in three of them
    RC_ASSERT(Searcher::compile(query)->parts().size() == 3);
    query.encodings = {encoderFor(TextEncoding::Ascii)};
    query.utf8 = "a\xE2\x82\xAC";
    RC_ASSERT(Searcher::compile(query).error() ==
              (Error{.code = ErrorCode::Unsupported, .offset = 1, .systemCode = 0, .detail = {}}));
}

void longTextThatFoldsTogetherIsFound() {
    const TextQuery query{.utf8 = std::string(40, 's'),
                          .textCase = TextCase::Folded,
                          .encodings = {encoderFor(TextEncoding::Utf8)}};
    const auto searcher = Searcher::compile(query);
    RC_ASSERT(searcher.has_value());
    const Bytes data(100, std::byte{'S'});
    RC_ASSERT(allMatches(Snapshot::ofBytes(data), *searcher).size() == 2);
}

// --- Numbers ----------------------------------------------------------------------------------------------

double halfOf(std::uint64_t bits) {
    const int exponent = static_cast<int>(bits >> 10 & 31);
    const double fraction = static_cast<double>(bits & 1023) / 1024;
    if (exponent == 31)
        return fraction == 0 ? ((bits & 0x8000) != 0 ? -INFINITY : INFINITY) : NAN;
    const double value = exponent == 0 ? std::ldexp(fraction, -14) : std::ldexp(1 + fraction, exponent - 15);
    return (bits & 0x8000) != 0 ? -value : value;
}

/// The number at a place, as one that holds all of them exactly enough to compare.
long double numberAt(const Bytes& data, ByteOffset place, NumberType type, ByteOrder order) {
    const auto bits = loadUnsigned<std::uint64_t>(std::span(data).subspan(place, sizeOf(type)), order);
    switch (type) {
        case NumberType::I8:
            return static_cast<std::int8_t>(bits);
        case NumberType::I16:
            return static_cast<std::int16_t>(bits);
        case NumberType::I32:
            return static_cast<std::int32_t>(bits);
        case NumberType::I64:
            return static_cast<long double>(static_cast<std::int64_t>(bits));
        case NumberType::F16:
            return halfOf(bits);
        case NumberType::F32:
            return std::bit_cast<float>(static_cast<std::uint32_t>(bits));
        case NumberType::F64:
            return std::bit_cast<double>(bits);
        default:
            return static_cast<long double>(bits);
    }
}

constexpr std::array<const char*, 11> kTypeNames{"u8",  "i8",  "u16", "i16", "u32", "i32",
                                                 "u64", "i64", "f16", "f32", "f64"};

void numbersAreFoundByTheirValue() {
    startCase();
    const auto type = static_cast<NumberType>(numberTo(10));
    const ByteOrder order = oneIn(2) ? ByteOrder::Little : ByteOrder::Big;
    const Bytes data =
        someBytes(sizeUpTo(oneIn(4) ? 5000 : 200), {0, 1, 0x3C, 0x40, 0x7F, 0x80, 0xBF, 0xC0, 0xFF});
    long double low = numberTo(400) - 200;
    if (data.size() >= 8 && oneIn(2))
        low = numberAt(data, sizeUpTo(data.size() - 8), type, order);
    if (!isFloat(type) && low < 0 && kTypeNames[static_cast<std::size_t>(type)][0] == 'u')
        low = -low;
    if (!std::isfinite(low))
        low = 0;
    std::array<char, 64> number{};
    std::snprintf(number.data(), number.size(), isFloat(type) ? "%.17Lg" : "%.0Lf", low);
    std::string text = std::string(kTypeNames[static_cast<std::size_t>(type)]) + ":" + number.data();
    long double high = low;
    if (isFloat(type) && oneIn(2)) {
        text += "~0.5";
        high = static_cast<double>(low) + 0.5;
        low = static_cast<double>(low) - 0.5;
    } else if (oneIn(2)) {
        high = std::fabs(low) * 2 + 3;
        std::snprintf(number.data(), number.size(), isFloat(type) ? "%.17Lg" : "%.0Lf", high);
        text += std::string("..") + number.data();
        high = isFloat(type) ? static_cast<long double>(std::strtod(number.data(), nullptr)) : high;
    }
    auto query = parseNumberQuery(text, order);
    RC_LOG() << text << '\n';
    if (!query) {  // the range is beyond the type, or holds none of its numbers
        RC_ASSERT((query.error().code == ErrorCode::Malformed && query.error().detail == "number in range"));
        return;
    }
    if (isFloat(type) && low == high) {
        RC_ASSERT(floatOfBits(type, query->low) == floatOfBits(type, query->high));
        low = high = static_cast<long double>(floatOfBits(type, query->low));
    }
    query->alignment = oneOf<ByteCount>({1, 1, 2, 3, 4, 8, 16, 100});
    const auto searcher = Searcher::compile(*query, someOptions());
    RC_ASSERT((searcher.has_value() && searcher->fixedLength() == sizeOf(type)));
    const ByteRange range = someRange(data.size());
    checkAllWays(inPieces(data), *searcher, range, [&](ByteOffset place) -> std::optional<ByteRange> {
        if (place % query->alignment != 0 || place + sizeOf(type) > range.end)
            return std::nullopt;
        const long double value = numberAt(data, place, type, order);
        // A number alone is looked for as its bits.
        const bool isSame =
            query->low != query->high || query->alignment != 1 || value != 0 ||
            loadUnsigned<std::uint64_t>(std::span(data).subspan(place, sizeOf(type)), order) == query->low;
        if (!(value >= low && value <= high) || !isSame)
            return std::nullopt;
        return ByteRange::ofLength(place, sizeOf(type));
    });
}

void malformedNumbersSayWhatWasExpected() {
    struct Row {
        const char* text;
        std::size_t offset;
        const char* expected;
    };
    for (const Row& row : std::vector<Row>{{"u33:1", 0, "type"},
                                           {"u32", 3, "number"},
                                           {"u8:256", 3, "number in range"},
                                           {"i8:-129", 3, "number in range"},
                                           {"u8:-1", 3, "number in range"},
                                           {"u16:x", 4, "number"},
                                           {"u16:5..4", 7, "larger number"},
                                           {"u16:1 ", 5, "number"},
                                           {"f32:1~-1", 6, "tolerance"},
                                           {"f64:nan", 4, "number"},
                                           {"i16:3..-3", 7, "larger number"},
                                           {"f16:1e30..2e30", 14, "number in range"}}) {
        const auto query = parseNumberQuery(row.text, ByteOrder::Little);
        RC_LOG() << row.text << '\n';
        RC_ASSERT(!query.has_value());
        RC_LOG() << *query.error().offset << ' ' << query.error().detail << '\n';
        RC_ASSERT((query.error().offset == row.offset && query.error().detail == row.expected));
    }
    RC_ASSERT(parseNumberQuery("f32:0", ByteOrder::Big)->low == 0x80000000);
    RC_ASSERT(parseNumberQuery("i32:-0x80000000", ByteOrder::Big)->low == 0x80000000);
    RC_ASSERT(parseNumberQuery("f16:0.1", ByteOrder::Big)->low == 0x2E66);
}

// --- Runs and strings -------------------------------------------------------------------------------------

void runsAreFoundWhole() {
    startCase();
    const Bytes data = someBytes(sizeUpTo(400), {0, 0, 1, 2});
    RunQuery query;
    switch (numberTo(3)) {
        case 0:
            query = RunQuery::of(std::byte{0}, 1 + sizeUpTo(20));
            break;
        case 1:
            query = RunQuery::ofAnyByte(1 + sizeUpTo(20));
            break;
        case 2:
            query = RunQuery::otherThan(std::byte{0});
            break;
        default:
            query = {.bytes = ByteSet::ofRange(std::byte{1}, std::byte{7}), .least = 1 + sizeUpTo(4)};
    }
    const auto searcher = Searcher::compile(query, someOptions());
    const ByteRange range = someRange(data.size());
    checkAllWays(inPieces(data), *searcher, range, [&](ByteOffset place) -> std::optional<ByteRange> {
        const auto belongs = [&](ByteOffset at, std::byte first) {
            return query.bytes.contains(data[at]) && (!query.isOfOneByte || data[at] == first);
        };
        const std::byte first = data[place];
        if (!belongs(place, first) || (place > range.begin && belongs(place - 1, first)))
            return std::nullopt;
        ByteOffset end = place;
        while (end < range.end && belongs(end, first))
            ++end;
        return end - place >= query.least ? std::optional(ByteRange{place, end}) : std::nullopt;
    });
}

/// The length of the printable character at a place, by python's rules as far as the alphabet below needs.
std::size_t characterAt(const Bytes& data, ByteOffset at, ByteOffset end, StringEncoding encoding,
                        bool anyScript) {
    const auto byte = [&](ByteOffset i) { return i < end ? std::to_integer<unsigned>(data[i]) : 0x1000U; };
    const unsigned first = byte(at);
    if (first >= 0x1000)
        return 0;
    const bool isAscii = first == 9 || (first >= 0x20 && first < 0x7F);
    switch (encoding) {
        case StringEncoding::Ascii:
            return isAscii ? 1 : 0;
        case StringEncoding::Latin1:
            return isAscii || first >= 0xA0 ? 1 : 0;
        case StringEncoding::Utf8:
            if (isAscii)
                return 1;
            if (first >= 0xC2 && first < 0xE0 && (byte(at + 1) & 0x10C0) == 0x80 &&
                ((first & 31) << 6 | (byte(at + 1) & 63)) >= 0xA0)
                return 2;
            if (first == 0xE2 && byte(at + 1) == 0x82 && byte(at + 2) == 0xAC)
                return 3;
            return first == 0xF0 && byte(at + 1) == 0x9F && byte(at + 2) == 0x98 && byte(at + 3) == 0x80 ? 4
                                                                                                         : 0;
        default:
            break;
    }
    const bool isBig = encoding == StringEncoding::Utf16BE;
    const auto unit = [&](ByteOffset i) {
        return byte(i) >= 0x1000 || byte(i + 1) >= 0x1000 ? 0U
               : isBig                                    ? byte(i) << 8 | byte(i + 1)
                                                          : byte(i + 1) << 8 | byte(i);
    };
    const unsigned value = unit(at);
    if (value == 9 || (value >= 0x20 && value < 0x7F) || (value >= 0xA0 && value < 0x100))
        return 2;
    if (!anyScript || value < 0x100)
        return 0;
    if (value >= 0xD800 && value < 0xDC00) {
        const unsigned low = unit(at + 2);
        const unsigned point = 0x10000 + ((value - 0xD800) << 10) + (low - 0xDC00);
        return low >= 0xDC00 && low < 0xE000 && point < 0xF0000 && (point & 0xFFFE) != 0xFFFE ? 4 : 0;
    }
    const bool isNone = (value >= 0xDC00 && value <= 0xF8FF) || (value >= 0xFDD0 && value <= 0xFDEF) ||
                        value == 0xFEFF || (value & 0xFFFE) == 0xFFFE;
    return isNone ? 0 : 2;
}

void stringsAreFoundInEveryEncoding() {
    startCase();
    Bytes data;
    for (int i = numberTo(60); i > 0; --i) {
        append(data, oneOf<Bytes>({bytesOf("a"),
                                   bytesOf("bc \t"),
                                   bytesOf("\xC3\xA4"),
                                   bytesOf("\xE2\x82\xAC"),
                                   bytesOf("\xF0\x9F\x98\x80"),
                                   bytesOf("\xC3"),
                                   bytesOf("\x80"),
                                   {std::byte{0}},
                                   encoded(U"x\u20AC\U0001F600", TextEncoding::Utf16LE),
                                   encoded(U"yz", TextEncoding::Utf16BE),
                                   encoded(U"zz", TextEncoding::Utf16LE),
                                   bytesOf("\xD8"),
                                   bytesOf("\x01"),
                                   bytesOf("\xFF")}));
    }
    const auto encoding = static_cast<StringEncoding>(numberTo(4));
    StringsQuery query{.encodings = {encoding}, .least = 1 + sizeUpTo(4)};
    query.utf16Scripts = oneIn(2) ? StringScripts::Any : StringScripts::Latin;
    const bool anyScript = query.utf16Scripts == StringScripts::Any;
    const auto searcher = Searcher::compile(query, someOptions());
    const ByteRange range = someRange(data.size());
    RC_LOG() << search_world::textOf(data) << " encoding " << static_cast<int>(encoding) << '\n';
    const auto lengthAt = [&](ByteOffset at) {
        return characterAt(data, at, range.end, encoding, anyScript);
    };
    checkAllWays(inPieces(data), *searcher, range, [&](ByteOffset place) -> std::optional<ByteRange> {
        for (ByteOffset back = 1; back <= 4 && range.begin + back <= place; ++back) {
            if (characterAt(data, place - back, place, encoding, anyScript) == back)
                return std::nullopt;
        }
        ByteOffset end = place;
        std::uint64_t count = 0;
        for (std::size_t length = lengthAt(end); length > 0; length = lengthAt(end)) {
            end += length;
            ++count;
        }
        return count >= query.least ? std::optional(ByteRange{place, end}) : std::nullopt;
    });
}

void stringsTellTheirEncodingOnce() {
    Bytes data = bytesOf("plain");
    data.push_back(std::byte{0});
    append(data, bytesOf("Gr\xC3\xBC\xC3\x9F"
                         "e"));
    data.resize(data.size() + 3);
    append(data, encoded(U"wide", TextEncoding::Utf16LE));
    const StringsQuery query{
        .encodings = {StringEncoding::Ascii, StringEncoding::Utf8, StringEncoding::Utf16LE}};
    const std::vector<Match> expected{
        {.range = {0, 5}, .form = 0}, {.range = {6, 13}, .form = 1}, {.range = {16, 24}, .form = 2}};
    const auto matches = allMatches(Snapshot::ofBytes(data), *Searcher::compile(query));
    RC_LOG() << textOf(matches) << '\n';
    RC_ASSERT(matches == expected);
}

void runsOfAnyLengthAreFound() {
    const ByteCount size = ByteCount{3} << 30;
    const auto source = std::make_shared<PatternSource>(Bytes(1), size);
    Document document(source);
    RC_ASSERT(
        document.apply(Edit::replace({size - 1, size}, Content::ofBytes(Bytes{std::byte{1}}))).has_value());
    const auto searcher = Searcher::compile(RunQuery::of(std::byte{0}, 1000));
    const Snapshot snapshot = document.snapshot();
    const auto next = findNext(snapshot, *searcher, {5, size});
    RC_ASSERT((next.has_value() && next->match && next->match->range == (ByteRange{5, size - 1})));
    const auto other =
        findNext(snapshot, *Searcher::compile(RunQuery::otherThan(std::byte{0})), snapshot.all());
    RC_ASSERT((other->match && other->match->range == (ByteRange{size - 1, size})));
}

// --- Lists ------------------------------------------------------------------------------------------------

void listsFindWhatTheirQueriesFind() {
    startCase();
    const Bytes data = someBytes(sizeUpTo(300), {'a', 'b', 0});
    const std::vector<SearchQuery> all{HexQuery{"61 62"},
                                       RegexQuery{.expression = "a+b?"},
                                       HexQuery{"61 ?? 61"},
                                       RunQuery::of(std::byte{0}, 2),
                                       StringsQuery{.least = 2},
                                       RegexQuery{.expression = "(b)(a)?"},
                                       Pattern::ofBytes(bytesOf("ba"))};
    std::vector<SearchQuery> queries;
    for (int i = 1 + numberTo(3); i > 0; --i)
        queries.push_back(oneOf(all));
    const SearcherOptions options = someOptions();
    const Snapshot snapshot = inPieces(data);
    const ByteRange range = someRange(data.size());
    const Overlap overlap = oneIn(2) ? Overlap::Excluded : Overlap::Included;
    std::vector<Match> expected;
    for (std::size_t i = 0; i < queries.size(); ++i) {
        for (const ByteRange each :
             found(snapshot, *Searcher::compile(queries[i], options), range, overlap, nullptr))
            expected.push_back({.range = each, .pattern = static_cast<std::uint32_t>(i)});
    }
    std::ranges::sort(expected, {}, [](const Match& each) {
        return std::tuple(each.range.begin, each.pattern, each.range.end);
    });
    const auto searcher = Searcher::compileAll(queries, options);
    RC_ASSERT(searcher.has_value());
    for (WorkerPool* workers : {static_cast<WorkerPool*>(nullptr), &crew()}) {
        std::vector<Match> matches;
        RangeSet ranges;
        if (!range.isEmpty())
            ranges.add(range);
        const auto report =
            findAllWithCaptures(snapshot, *searcher, ranges, {.overlap = overlap, .workers = workers},
                                [&](const Match& match, std::span<const Capture> parts) {
                                    RC_ASSERT((!parts.empty() && parts.front() == match.range));
                                    matches.push_back(match);
                                    return true;
                                });
        RC_ASSERT((report.has_value() && report->isComplete));
        RC_LOG() << textOf(matches) << '\n' << textOf(expected) << '\n';
        RC_ASSERT(matches == expected);
    }
    const auto previous = findPrevious(snapshot, *searcher, range);
    RC_ASSERT(previous.has_value());
    if (overlap == Overlap::Included && !expected.empty())
        RC_ASSERT(previous->match == expected.back());
}

void aListNamesItsBadQuery() {
    const std::vector<SearchQuery> queries{HexQuery{"00"}, HexQuery{"0"}};
    const auto searcher = Searcher::compileAll(queries);
    RC_ASSERT((!searcher && searcher.error().index == 1 && searcher.error().error.offset == 1U));
}

void severalRangesAreSearchedEachForItself() {
    startCase();
    const Bytes data = someBytes(300, {'a', 'b'});
    RangeSet ranges;
    for (int i = numberTo(4); i > 0; --i) {
        if (const ByteRange range = someRange(data.size()); !range.isEmpty())
            ranges.add(range);
    }
    const auto searcher = Searcher::compile(RegexQuery{.expression = "ab+a"}, someOptions());
    const Snapshot snapshot = inPieces(data);
    std::vector<ByteRange> expected;
    for (const ByteRange range : ranges.ranges()) {
        for (const ByteRange each : found(snapshot, *searcher, range, Overlap::Excluded, nullptr))
            expected.push_back(each);
    }
    std::vector<ByteRange> matches;
    const auto report = findAll(snapshot, *searcher, ranges, {}, [&](const Match& match) {
        matches.push_back(match.range);
        return true;
    });
    RC_ASSERT((report.has_value() && matches == expected));
    RC_ASSERT(findNext(snapshot, *searcher, ranges)->match.has_value() == !expected.empty());
    RC_ASSERT(countAll(snapshot, *searcher, ranges)->count == expected.size());
    if (!expected.empty())
        RC_ASSERT(findNext(snapshot, *searcher, ranges)->match->range == expected.front());
}

void everyKindStopsWhenAsked() {
    const Snapshot snapshot =
        Snapshot::ofSource(std::make_shared<PatternSource>(Bytes(1), ByteCount{1} << 50));
    std::stop_source stop;
    stop.request_stop();
    const JobContext context(stop.get_token(), nullptr);
    for (const SearchQuery& query :
         std::vector<SearchQuery>{HexQuery{"00 [01-05] 00"}, RegexQuery{.expression = "\\x00+\\x01"},
                                  RunQuery::of(std::byte{0}, 5), StringsQuery{},
                                  *parseNumberQuery("u32:1..2", ByteOrder::Little)}) {
        const auto searcher = Searcher::compile(query);
        RC_ASSERT(findNext(snapshot, *searcher, snapshot.all(), context).error().code ==
                  ErrorCode::Cancelled);
        RC_ASSERT(findPrevious(snapshot, *searcher, snapshot.all(), context).error().code ==
                  ErrorCode::Cancelled);
    }
}

}  // namespace
}  // namespace octavo

int main() {
    using namespace octavo;
    bool ok = rc::check("folded text is found in every encoding", foldedTextIsFoundInEveryEncoding);
    ok &= rc::check("numbers are found by their value", numbersAreFoundByTheirValue);
    ok &= rc::check("runs are found whole", runsAreFoundWhole);
    ok &= rc::check("strings are found in every encoding", stringsAreFoundInEveryEncoding);
    ok &= rc::check("lists find what their queries find", listsFindWhatTheirQueriesFind);
    ok &= rc::check("several ranges are searched each for itself", severalRangesAreSearchedEachForItself);
    const auto once = [&ok](const char* name, void (*property)()) {
        ok &= rc::check(name, [property, isDone = std::make_shared<bool>(false)] {
            if (!std::exchange(*isDone, true))
                property();
        });
    };
    once("folding is python's", foldingIsPythons);
    once("matches tell their encoding", matchesTellTheirEncoding);
    once("long text that folds together is found", longTextThatFoldsTogetherIsFound);
    once("malformed numbers say what was expected", malformedNumbersSayWhatWasExpected);
    once("strings tell their encoding once", stringsTellTheirEncodingOnce);
    once("runs of any length are found", runsOfAnyLengthAreFound);
    once("a list names its bad query", aListNamesItsBadQuery);
    once("every kind stops when asked", everyKindStopsWhenAsked);
    return ok ? 0 : 1;
}
