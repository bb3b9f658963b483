// Hex patterns as people type them, and finding them: against the obvious loop, whatever the pieces.

#include <algorithm>
#include <string>
#include <vector>

#include "core/buffer/document.h"
#include "core/codec/text_codecs.h"
#include "core/search/find.h"
#include "tests/fuzz/fuzz_target.h"

namespace octavo::fuzz {

namespace {

std::string written(const Pattern& pattern) {
    std::string text;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const auto value = std::to_integer<unsigned>(pattern.values()[i]);
        const auto mask = std::to_integer<unsigned>(pattern.masks()[i]);
        text += (mask >> 4) == 0 ? '?' : "0123456789ABCDEF"[value >> 4];
        text += (mask & 15) == 0 ? '?' : "0123456789ABCDEF"[value & 15];
    }
    return text;
}

/// The document holds `bytes` in pieces of different sizes.
void fill(Document& document, std::span<const std::byte> bytes) {
    for (std::size_t size = 1; !bytes.empty(); size = size % 7 + 1) {
        const auto part = bytes.first(std::min(size, bytes.size()));
        require(document.apply(Edit::insert(document.size(), Content::ofBytes(part))).has_value());
        bytes = bytes.subspan(part.size());
    }
}

void findIn(std::span<const std::byte> bytes, const Pattern& pattern) {
    Document document;
    fill(document, bytes);
    std::vector<ByteOffset> expected;
    for (std::size_t at = 0; at + pattern.size() <= bytes.size(); ++at) {
        if (pattern.matches(bytes.subspan(at)))
            expected.push_back(at);
    }
    std::vector<ByteOffset> found;
    const auto report = findAll(document.snapshot(), pattern, document.snapshot().all(),
                                {.overlap = Overlap::Included}, [&](const Match& match) {
                                    found.push_back(match.range.begin);
                                    return match.range.size() == pattern.size();
                                });
    require(report.has_value() && report->isComplete && report->count == expected.size());
    require(found == expected);
    const auto first = findNext(document.snapshot(), pattern, document.snapshot().all());
    const auto last = findPrevious(document.snapshot(), pattern, document.snapshot().all());
    require(first.has_value() && last.has_value());
    require(first->match.has_value() == !expected.empty() && last->match.has_value() == !expected.empty());
    if (!expected.empty())
        require(first->match->range.begin == expected.front() && last->match->range.begin == expected.back());
}

}  // namespace

void tryInput(std::span<const std::byte> input) {
    // The first line is a pattern, what follows is where it is looked for.
    const auto lineEnd = std::find(input.begin(), input.end(), std::byte{'\n'});
    const auto line = input.first(static_cast<std::size_t>(lineEnd - input.begin()));
    const auto data = input.subspan(std::min(line.size() + 1, input.size()));
    const std::string_view text = textOf(line);
    const auto pattern = parseHexPattern(text);
    if (!pattern) {
        require(pattern.error().code == ErrorCode::Malformed);
        require(pattern.error().offset && *pattern.error().offset <= text.size());
    } else {
        require(0 < pattern->size() && pattern->size() <= text.size());
        require(parseHexPattern(written(*pattern)) == pattern);
        require(pattern->matches(pattern->values()));
        findIn(data, *pattern);
        findIn(input, *pattern);
    }
    if (const auto bytes = decodeHex(text); bytes && !bytes->empty()) {
        require(decodeHex(encodeHex(*bytes, HexCase::Upper, " ")) == bytes);
        require(pattern.has_value() && *pattern == Pattern::ofBytes(*bytes));
    }
    if (!line.empty()) {
        findIn(data, textPattern(line, LetterCase::Exact));
        const Pattern folded = textPattern(line, LetterCase::IgnoreAscii);
        require(folded.matches(line));
        findIn(data, folded);
    }
}

}  // namespace octavo::fuzz
