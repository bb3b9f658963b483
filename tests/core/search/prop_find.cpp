// Searching against the obvious loop: small alphabets, many tiny pieces, both filters, both directions.

#include <algorithm>
#include <memory>
#include <random>
#include <rapidcheck.h>
#include <stop_token>
#include <vector>

#include "core/buffer/document.h"
#include "core/search/find.h"
#include "core/search/matcher.h"
#include "core/search/replace.h"
#include "core/source/memory_source.h"
#include "core/source/pattern_source.h"

namespace octavo {
namespace {

using Bytes = std::vector<std::byte>;

bool fitsAt(const Pattern& pattern, std::span<const std::byte> data, std::size_t at) {
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if ((data[at + i] & pattern.masks()[i]) != pattern.values()[i])
            return false;
    }
    return true;
}

std::vector<Match> obviousLoop(const Bytes& data, const Pattern& pattern, ByteRange range, Overlap overlap,
                               const RangeSet& holes = {}) {
    std::vector<Match> matches;
    for (ByteOffset at = range.begin; at + pattern.size() <= range.end;) {
        const auto place = ByteRange::ofLength(at, pattern.size());
        if (!holes.intersects(place) && fitsAt(pattern, data, static_cast<std::size_t>(at))) {
            matches.push_back({place});
            at += overlap == Overlap::Included ? 1 : pattern.size();
        } else {
            ++at;
        }
    }
    return matches;
}

Bytes someBytes(std::size_t size, int alphabet) {
    std::minstd_rand random(*rc::gen::arbitrary<unsigned>());
    Bytes bytes(size);
    for (std::byte& byte : bytes)
        byte = static_cast<std::byte>(static_cast<int>(random() >> 8) % alphabet);
    return bytes;
}

std::size_t someSize(std::size_t limit) {
    return *rc::gen::oneOf(rc::gen::inRange<std::size_t>(1, 20), rc::gen::inRange<std::size_t>(1, limit));
}

/// A pattern that is likely to occur: often cut from the data, sometimes with bits ignored.
Pattern somePattern(const Bytes& data, int alphabet) {
    Bytes values = someBytes(someSize(12), alphabet);
    if (!data.empty() && *rc::gen::inRange(0, 3) != 0) {
        const std::size_t size = std::min(someSize(100), data.size());
        const auto from = *rc::gen::inRange<std::size_t>(0, data.size() - size + 1);
        values.assign(data.begin() + static_cast<std::ptrdiff_t>(from),
                      data.begin() + static_cast<std::ptrdiff_t>(from + size));
    }
    Bytes masks(values.size(), std::byte{0xFF});
    if (*rc::gen::arbitrary<bool>()) {
        for (std::byte& mask : masks)
            mask = *rc::gen::element(std::byte{0xFF}, std::byte{0xFF}, std::byte{0x0F}, std::byte{0xFE},
                                     std::byte{});
    }
    return {values, masks};
}

/// The same bytes as a document made of many pieces.
Snapshot snapshotOf(const Bytes& data, std::size_t longestPiece) {
    std::minstd_rand random(*rc::gen::arbitrary<unsigned>());
    Document document;
    for (std::size_t at = 0; at < data.size();) {
        const std::size_t size = std::min<std::size_t>(1 + random() % longestPiece, data.size() - at);
        Bytes part(data.begin() + static_cast<std::ptrdiff_t>(at),
                   data.begin() + static_cast<std::ptrdiff_t>(at + size));
        auto source = std::make_shared<MemorySource>(std::move(part));
        RC_ASSERT(
            document.apply(Edit::insert(at, Content::ofSource(std::move(source), {0, size}))).has_value());
        at += size;
    }
    return document.snapshot();
}

ByteRange someRange(ByteCount size) {
    if (*rc::gen::inRange(0, 3) == 0)
        return {0, size};
    const auto begin = *rc::gen::inRange<ByteOffset>(0, size + 1);
    return {begin, *rc::gen::inRange<ByteOffset>(begin, size + 1)};
}

std::vector<Match> allMatches(const Snapshot& snapshot, const Pattern& pattern, ByteRange range,
                              Overlap overlap) {
    std::vector<Match> matches;
    const auto report = findAll(snapshot, pattern, range, {.overlap = overlap}, [&](const Match& match) {
        matches.push_back(match);
        return true;
    });
    RC_ASSERT((report.has_value() && report->isComplete && report->count == matches.size()));
    return matches;
}

void checkAllWays(const Bytes& data, const Snapshot& snapshot, const Pattern& pattern, ByteRange range,
                  const RangeSet& holes = {}) {
    const auto overlapping = obviousLoop(data, pattern, range, Overlap::Included, holes);
    RC_ASSERT(allMatches(snapshot, pattern, range, Overlap::Included) == overlapping);
    RC_ASSERT(allMatches(snapshot, pattern, range, Overlap::Excluded) ==
              obviousLoop(data, pattern, range, Overlap::Excluded, holes));
    const auto next = findNext(snapshot, pattern, range);
    const auto previous = findPrevious(snapshot, pattern, range);
    RC_ASSERT((next.has_value() && previous.has_value()));
    RC_ASSERT(next->match.has_value() == !overlapping.empty());
    RC_ASSERT(previous->match.has_value() == !overlapping.empty());
    if (!overlapping.empty()) {
        RC_ASSERT(next->match == overlapping.front());
        RC_ASSERT(previous->match == overlapping.back());
    }
}

void findsWhatTheLoopFinds() {
    const int alphabet = *rc::gen::element(1, 2, 3, 20, 256);
    const Bytes data = someBytes(*rc::gen::inRange<std::size_t>(0, 600), alphabet);
    const Snapshot snapshot = snapshotOf(data, *rc::gen::element<std::size_t>(1, 3, 50, 1000));
    checkAllWays(data, snapshot, somePattern(data, alphabet), someRange(data.size()));
}

void findsAcrossStepsOfLargeData() {
    const int alphabet = *rc::gen::element(2, 4, 256);
    const Bytes data = someBytes((std::size_t{5} << 19) + 77, alphabet);
    const Snapshot snapshot = snapshotOf(data, 300000);
    const std::size_t size = *rc::gen::element<std::size_t>(24, 5000, 900000);
    // Lies across the first boundary between steps.
    const std::size_t from = (std::size_t{1} << 20) - *rc::gen::inRange<std::size_t>(1, size);
    const Pattern pattern = Pattern::ofBytes(std::span(data).subspan(from, size));
    checkAllWays(data, snapshot, pattern, {*rc::gen::inRange<ByteOffset>(0, 100), data.size()});
}

void bothFiltersAgreeInEveryBlock() {
    const int alphabet = *rc::gen::element(1, 2, 3, 256);
    const Bytes data = someBytes(*rc::gen::inRange<std::size_t>(0, 900), alphabet);
    const Pattern pattern = somePattern(data, alphabet);
    const auto matches = obviousLoop(data, pattern, {0, data.size()}, Overlap::Included);
    const std::optional<std::size_t> none;
    for (const auto engine : {Matcher::Engine::Best, Matcher::Engine::Portable}) {
        const Matcher matcher(pattern, engine);
        for (std::size_t from = 0; from <= data.size(); ++from) {
            const auto next = std::find_if(matches.begin(), matches.end(),
                                           [from](const Match& match) { return match.range.begin >= from; });
            RC_ASSERT(matcher.findFirst(data, from) == (next == matches.end() ? none : next->range.begin));
            const auto behind = std::find_if(matches.begin(), matches.end(),
                                             [from](const Match& match) { return match.range.end > from; });
            RC_ASSERT(matcher.findLast(std::span(data).first(from)) ==
                      (behind == matches.begin() ? none : std::prev(behind)->range.begin));
        }
    }
}

/// Data made of near-misses, long enough for the automaton to take over.
void nearMissesAreStillFound() {
    Bytes data(60000, std::byte{'a'});
    Bytes needle(*rc::gen::inRange<std::size_t>(20, 300), std::byte{'a'});
    needle[needle.size() / 2] = std::byte{'b'};
    needle[needle.size() / 3] = std::byte{'b'};
    const std::size_t step = *rc::gen::inRange<std::size_t>(2, 40);
    for (std::size_t at = 0; at < data.size(); at += step)
        data[at] = std::byte{'b'};
    const auto place = *rc::gen::inRange<std::size_t>(0, data.size() - needle.size());
    std::copy(needle.begin(), needle.end(), data.begin() + static_cast<std::ptrdiff_t>(place));
    checkAllWays(data, Snapshot::ofBytes(data), Pattern::ofBytes(needle), {0, data.size()});
}

void limitAndSinkStopTheSearch() {
    const Bytes data(100, std::byte{1});
    const Snapshot snapshot = Snapshot::ofBytes(data);
    const Pattern pattern = Pattern::ofBytes(std::span(data).first(2));
    const auto limit = *rc::gen::inRange<std::uint64_t>(0, 60);
    std::uint64_t seen = 0;
    const auto limited = findAll(snapshot, pattern, snapshot.all(), {.limit = limit}, [&](const Match&) {
        ++seen;
        return true;
    });
    RC_ASSERT((limited.has_value() && limited->count == std::min<std::uint64_t>(limit, 50) &&
               seen == limited->count));
    RC_ASSERT(limited->isComplete == (limit > 50));
    const auto stopped = findAll(snapshot, pattern, snapshot.all(), {}, [](const Match&) { return false; });
    RC_ASSERT((stopped.has_value() && stopped->count == 1 && !stopped->isComplete));
}

/// A source of which some bytes cannot be had. It lends like a mapping and finds out only when touched.
class DamagedSource final : public Source {
public:
    DamagedSource(Bytes bytes, RangeSet holes) : bytes_(std::move(bytes)), holes_(std::move(holes)) {}
    [[nodiscard]] ByteCount size() const override { return bytes_.size(); }
    void read(ByteOffset offset, std::span<std::byte> out, RangeSet& unreadable) const override {
        std::copy_n(bytes_.begin() + static_cast<std::ptrdiff_t>(offset), out.size(), out.begin());
        unreadable.add(holes_.clippedTo(ByteRange::ofLength(offset, out.size())));
    }
    [[nodiscard]] Loan lend(ByteRange range) const override {
        return {std::span(bytes_).subspan(static_cast<std::size_t>(range.begin),
                                          static_cast<std::size_t>(range.size())),
                {}};
    }
    [[nodiscard]] RangeSet damageIn(ByteRange range) const override { return holes_.clippedTo(range); }

private:
    Bytes bytes_;
    RangeSet holes_;
};

void unreadableBytesMatchNothing() {
    Bytes data = someBytes(*rc::gen::inRange<std::size_t>(1, 400), 2);
    RangeSet holes;
    for (int i = *rc::gen::inRange(1, 4); i > 0; --i)
        holes.add(someRange(data.size()));
    for (const ByteRange hole : holes.ranges())
        std::fill_n(data.begin() + static_cast<std::ptrdiff_t>(hole.begin), hole.size(), std::byte{});
    const Snapshot snapshot = Snapshot::ofSource(std::make_shared<DamagedSource>(data, holes));
    const Bytes zeros(*rc::gen::inRange<std::size_t>(1, 6));
    const Pattern pattern = *rc::gen::arbitrary<bool>() ? Pattern::ofBytes(zeros) : Pattern(zeros, zeros);
    checkAllWays(data, snapshot, pattern, snapshot.all(), holes);
}

void unreadableRangesAreReported() {
    const Bytes data(3 << 20, std::byte{7});
    RangeSet holes;
    holes.add({100, 200});
    holes.add({(1 << 20) - 5, (1 << 20) + 5});
    const Snapshot snapshot = Snapshot::ofSource(std::make_shared<DamagedSource>(data, holes));
    const Pattern pattern = Pattern::ofBytes(Bytes{std::byte{8}});
    const auto all = findAll(snapshot, pattern, snapshot.all(), {}, [](const Match&) { return true; });
    RC_ASSERT((all.has_value() && all->unreadable == holes));
    RC_ASSERT(findNext(snapshot, pattern, snapshot.all())->unreadable == holes);
    RC_ASSERT(findPrevious(snapshot, pattern, snapshot.all())->unreadable == holes);
}

void cancellingStopsASearchWithoutEnd() {
    const auto source = std::make_shared<PatternSource>(Bytes(1), ByteCount{1} << 50);
    const Snapshot snapshot = Snapshot::ofSource(source);
    const Pattern pattern = Pattern::ofBytes(Bytes{std::byte{1}});
    std::stop_source stop;
    stop.request_stop();
    const JobContext context(stop.get_token(), nullptr);
    RC_ASSERT(findNext(snapshot, pattern, snapshot.all(), context).error().code == ErrorCode::Cancelled);
    RC_ASSERT(findPrevious(snapshot, pattern, snapshot.all(), context).error().code == ErrorCode::Cancelled);
}

void replacingAllGivesWhatTheLoopGives() {
    const Bytes data = someBytes(*rc::gen::inRange<std::size_t>(0, 300), 2);
    const Pattern pattern = somePattern(data, 2);
    const Bytes replacement = someBytes(*rc::gen::inRange<std::size_t>(0, 5), 256);
    const ByteRange range = someRange(data.size());
    Bytes expected;
    ByteOffset copied = 0;
    for (const Match& match : obviousLoop(data, pattern, range, Overlap::Excluded)) {
        expected.insert(expected.end(), data.begin() + static_cast<std::ptrdiff_t>(copied),
                        data.begin() + static_cast<std::ptrdiff_t>(match.range.begin));
        expected.insert(expected.end(), replacement.begin(), replacement.end());
        copied = match.range.end;
    }
    expected.insert(expected.end(), data.begin() + static_cast<std::ptrdiff_t>(copied), data.end());

    Document document(std::make_shared<MemorySource>(data));
    const auto plan = planReplaceAll(document.snapshot(), pattern, range, Content::ofBytes(replacement));
    RC_ASSERT((plan.has_value() && plan->isComplete && plan->sizeAfter == expected.size()));
    RC_ASSERT(document.apply(plan->edit).has_value());
    Bytes actual(static_cast<std::size_t>(document.size()));
    RC_ASSERT(document.snapshot().read(0, actual).isEmpty());
    RC_ASSERT(actual == expected);
}

void replacementsThatWouldBeTooLargeAreRefused() {
    const Snapshot snapshot = Snapshot::ofBytes(Bytes(10, std::byte{1}));
    const Content huge = Content::ofPattern(Bytes(1), kMaxDocumentSize / 2);
    const auto plan = planReplaceAll(snapshot, Pattern::ofBytes(Bytes{std::byte{1}}), snapshot.all(), huge);
    RC_ASSERT((!plan.has_value() && plan.error().code == ErrorCode::TooLarge));
}

}  // namespace
}  // namespace octavo

int main() {
    using namespace octavo;
    bool ok = rc::check("finds what the loop finds", findsWhatTheLoopFinds);
    ok &= rc::check("both filters agree in every block", bothFiltersAgreeInEveryBlock);
    ok &= rc::check("finds across steps of large data", [] {
        static int rounds = 0;
        if (++rounds <= 12)
            findsAcrossStepsOfLargeData();
    });
    ok &= rc::check("near-misses are still found", nearMissesAreStillFound);
    ok &= rc::check("limit and sink stop the search", limitAndSinkStopTheSearch);
    ok &= rc::check("unreadable bytes match nothing", unreadableBytesMatchNothing);
    ok &= rc::check("unreadable ranges are reported", unreadableRangesAreReported);
    ok &= rc::check("cancelling stops a search without end", cancellingStopsASearchWithoutEnd);
    ok &= rc::check("replacing all gives what the loop gives", replacingAllGivesWhatTheLoopGives);
    ok &= rc::check("replacements that would be too large are refused",
                    replacementsThatWouldBeTooLargeAreRefused);
    return ok ? 0 : 1;
}
