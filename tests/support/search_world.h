#pragma once

#include <algorithm>
#include <functional>
#include <memory>
#include <optional>
#include <random>
#include <rapidcheck.h>
#include <string>
#include <vector>

#include "core/base/thread_workers.h"
#include "core/buffer/document.h"
#include "core/search/find.h"
#include "core/source/memory_source.h"

namespace octavo::search_world {

/// \file What the property tests of searching share: random data in random pieces, and the obvious loop.

using Bytes = std::vector<std::byte>;

/// Random numbers of one case. RapidCheck's own grow with the number of the case and are kept for shrinking,
/// which is too much for so many; here it gives the seed.
inline std::mt19937& dice() {
    static std::mt19937 engine;
    return engine;
}
inline void startCase() {
    const auto seed =
        *rc::gen::noShrink(rc::gen::resize(rc::kNominalSize, rc::gen::arbitrary<std::uint32_t>()));
    RC_LOG() << "dice " << seed << '\n';
    dice().seed(seed);
}
inline int numberTo(int most) {
    return static_cast<int>(dice()() % static_cast<unsigned>(most + 1));
}
inline bool oneIn(int count) {
    return numberTo(count - 1) == 0;
}
template <typename T>
T oneOf(const std::vector<T>& items) {
    return items[static_cast<std::size_t>(numberTo(static_cast<int>(items.size()) - 1))];
}
inline std::size_t sizeUpTo(std::size_t most) {
    return dice()() % (most + 1);
}

/// Bytes of a small alphabet, in runs of different lengths.
inline Bytes someBytes(std::size_t size, const std::vector<unsigned>& alphabet) {
    std::mt19937& random = dice();
    const unsigned longestRun = oneOf<unsigned>({1, 1, 3, 20});
    Bytes bytes;
    while (bytes.size() < size) {
        const auto value = static_cast<std::byte>(alphabet[(random() >> 8) % alphabet.size()]);
        bytes.insert(bytes.end(), 1 + (random() >> 8) % longestRun, value);
    }
    bytes.resize(size);
    return bytes;
}

/// The same bytes as a document of many pieces, some of which were edited.
inline Snapshot inPieces(const Bytes& data) {
    std::mt19937& random = dice();
    const std::size_t longest = oneOf<std::size_t>({1, 3, 50, 5000});
    Document document;
    for (std::size_t at = 0; at < data.size();) {
        const std::size_t size = std::min<std::size_t>(1 + random() % longest, data.size() - at);
        Bytes part(data.begin() + static_cast<std::ptrdiff_t>(at),
                   data.begin() + static_cast<std::ptrdiff_t>(at + size));
        auto source = std::make_shared<MemorySource>(std::move(part));
        RC_ASSERT(
            document.apply(Edit::insert(at, Content::ofSource(std::move(source), {0, size}))).has_value());
        at += size;
    }
    for (int i = 0; i < 3 && !data.empty(); ++i) {  // an edit that leaves the bytes as they were
        const std::size_t at = random() % data.size();
        const std::size_t size = std::min<std::size_t>(1 + random() % 5, data.size() - at);
        RC_ASSERT(document
                      .apply(Edit::replace(ByteRange::ofLength(at, size),
                                           Content::ofBytes(std::span(data).subspan(at, size))))
                      .has_value());
    }
    return document.snapshot();
}

inline ByteRange someRange(ByteCount size) {
    if (oneIn(2))
        return {0, size};
    const ByteOffset begin = sizeUpTo(size);
    return {begin, begin + sizeUpTo(size - begin)};
}

/// Sizes at which small data reaches every border, or those that people get.
inline SearcherOptions someOptions() {
    SearcherOptions options;
    options.engine = oneOf<SearchEngine>({SearchEngine::Best, SearchEngine::Portable});
    if (oneIn(4))
        return options;
    options.segment = oneOf<ByteCount>({1, 7, 64, 200});
    options.places = oneOf<std::size_t>({1, 5, 40});
    options.ahead = oneOf<std::size_t>({1, 2, 9, 50});
    return options;
}

/// The match that begins at a place, if one does.
using Oracle = std::function<std::optional<ByteRange>(ByteOffset place)>;

inline std::vector<ByteRange> obviousLoop(ByteRange range, Overlap overlap, const Oracle& oracle) {
    std::vector<ByteRange> matches;
    for (ByteOffset at = range.begin; at < range.end;) {
        const auto match = oracle(at);
        if (match)
            matches.push_back(*match);
        at = match && overlap == Overlap::Excluded ? std::max(at + 1, match->end) : at + 1;
    }
    return matches;
}

inline std::vector<ByteRange> found(const Snapshot& snapshot, const Searcher& searcher, ByteRange range,
                                    Overlap overlap, WorkerPool* workers) {
    std::vector<ByteRange> matches;
    const auto report =
        findAll(snapshot, searcher, range, {.overlap = overlap, .workers = workers}, [&](const Match& match) {
            matches.push_back(match.range);
            return true;
        });
    RC_ASSERT(report.has_value());
    RC_ASSERT(!report->gaveUp);
    RC_ASSERT((report->isComplete && report->count == matches.size()));
    return matches;
}

/// A crew that is kept from case to case.
inline WorkerPool& crew() {
    static ThreadWorkers workers(2);
    return workers;
}

/// For the log of a case that failed.
inline std::string textOf(const std::vector<ByteRange>& ranges) {
    std::string text;
    for (const ByteRange range : ranges)
        text += std::to_string(range.begin) + "-" + std::to_string(range.end) + " ";
    return text;
}
inline std::string textOf(const Bytes& data) {
    static constexpr char kDigits[] = "0123456789abcdef";
    std::string text;
    for (const std::byte value : data) {
        text += kDigits[std::to_integer<unsigned>(value) >> 4];
        text += kDigits[std::to_integer<unsigned>(value) & 15];
    }
    return text;
}

/// Forward, backward, overlapping, on one core and on several: as the obvious loop.
inline void checkAllWays(const Snapshot& snapshot, const Searcher& searcher, ByteRange range,
                         const Oracle& oracle) {
    const auto overlapping = obviousLoop(range, Overlap::Included, oracle);
    const auto apart = obviousLoop(range, Overlap::Excluded, oracle);
    RC_LOG() << "range " << textOf(std::vector{range}) << "expected " << textOf(overlapping) << '\n';
    for (WorkerPool* workers : {static_cast<WorkerPool*>(nullptr), &crew()}) {
        const auto all = found(snapshot, searcher, range, Overlap::Included, workers);
        RC_LOG() << "found " << textOf(all) << '\n';
        RC_ASSERT(all == overlapping);
        RC_ASSERT(found(snapshot, searcher, range, Overlap::Excluded, workers) == apart);
    }
    const auto next = findNext(snapshot, searcher, range);
    const auto previous = findPrevious(snapshot, searcher, range);
    RC_ASSERT((next.has_value() && previous.has_value() && !next->gaveUp && !previous->gaveUp));
    RC_ASSERT(next->match.has_value() == !overlapping.empty());
    RC_ASSERT(previous->match.has_value() == !overlapping.empty());
    if (!overlapping.empty()) {
        RC_ASSERT(next->match->range == overlapping.front());
        RC_ASSERT(previous->match->range == overlapping.back());
    }
    std::uint64_t limit = static_cast<std::uint64_t>(numberTo(5));
    const auto limited = countAll(snapshot, searcher,
                                  [&] {
                                      RangeSet set;
                                      set.add(range);
                                      return set;
                                  }(),
                                  {.limit = limit});
    RC_ASSERT((range.isEmpty() || limited->count == std::min<std::uint64_t>(limit, apart.size())));
}

}  // namespace octavo::search_world
