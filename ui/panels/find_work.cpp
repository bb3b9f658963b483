#include "ui/panels/find_work.h"

#include <algorithm>

#include "core/base/thread_workers.h"

namespace octavo {

namespace {

/// How far back matches of different lengths are looked for at first.
constexpr ByteCount kFirstWindow = ByteCount{64} * 1024;
constexpr ByteCount kWindowGrowth = 8;
/// More threads do not make memory faster.
constexpr std::size_t kThreadsMost = 4;

Result<FindResult> lastOf(const Snapshot& snapshot, const Searcher& searcher, ByteRange range,
                          const JobContext& job) {
    FindResult last;
    std::size_t count = 0;
    const auto report = findAll(
        snapshot, searcher, range, {},
        [&](const Match& match) {
            last.match = match;
            ++count;
            return true;
        },
        job);
    if (!report)
        return fail(report.error());
    last.unreadable = report->unreadable;
    last.gaveUp = report->gaveUp;
    // The first one of a window may be the rest of one that began before it.
    if (count == 1 && range.begin > 0)
        last.match.reset();
    return last;
}

/// The last of those that do not overlap, counted from the left: in windows that grow towards the left.
Result<FindResult> previousOf(const Snapshot& snapshot, const Searcher& searcher, ByteRange range,
                              const JobContext& job) {
    if (searcher.fixedLength())
        return findPrevious(snapshot, searcher, range, job);
    for (ByteCount window = kFirstWindow;; window *= kWindowGrowth) {
        const ByteRange part{range.end - std::min(window, range.size()), range.end};
        Result<FindResult> found = lastOf(snapshot, searcher, part, job);
        if (!found || found->match || found->gaveUp || part.begin == range.begin)
            return found;
    }
}

}  // namespace

Result<FoundMatch> findFrom(const Snapshot& snapshot, const Searcher& searcher, ByteRange selection,
                            FindDirection direction, const JobContext& job) {
    const ByteCount size = snapshot.size();
    const bool isNext = direction == FindDirection::Next;
    const std::optional<ByteCount> length = searcher.fixedLength();
    // One byte into the selection begin overlapping neighbours, and never the selected match itself.
    const ByteOffset from = selection.isEmpty() ? selection.begin
                            : length            ? std::min(selection.begin + 1, size)
                                                : selection.end;
    const ByteOffset until = selection.isEmpty() ? selection.begin
                             : length            ? std::max(selection.end, ByteOffset{1}) - 1
                                                 : selection.begin;
    // After going around, a match may begin before the point and end behind it.
    const ByteCount reach = length ? *length - 1 : size;
    const ByteRange first = isNext ? ByteRange{from, size} : ByteRange{0, until};
    const ByteRange rest = isNext ? ByteRange{0, from + std::min(size - from, reach)}
                                  : ByteRange{until - std::min(until, reach), size};
    FoundMatch found{
        .match = {}, .hasWrapped = false, .unreadable = {}, .gaveUp = {}, .revision = snapshot.revision()};
    for (const ByteRange& range : {first, rest}) {
        auto part = isNext ? octavo::findNext(snapshot, searcher, range, job)
                           : previousOf(snapshot, searcher, range, job);
        if (!part)
            return fail(part.error());
        found.unreadable.add(part->unreadable);
        found.match = part->match;
        found.gaveUp = part->gaveUp;
        if (found.match || found.gaveUp)
            break;
        found.hasWrapped = true;
    }
    return found;
}

Result<std::optional<std::vector<std::byte>>> replacementAt(const Snapshot& snapshot,
                                                            const Searcher& searcher, ByteRange range,
                                                            const TypedReplacement& replacement,
                                                            const JobContext& job) {
    if (range.isEmpty() || searcher.fixedLength().value_or(range.size()) != range.size())
        return std::nullopt;
    const Result<FindResult> found = findNext(snapshot, searcher, range, job);
    if (!found)
        return fail(found.error());
    if (!found->match || found->match->range != range)
        return std::nullopt;
    if (const auto* bytes = std::get_if<std::vector<std::byte>>(&replacement))
        return *bytes;
    return replacementFor(snapshot, searcher, *found->match, std::get<ReplacementTemplate>(replacement), job);
}

Result<ReplacePlan> planReplacing(const Snapshot& snapshot, const Searcher& searcher, const RangeSet& ranges,
                                  const TypedReplacement& replacement, const JobContext& job) {
    ThreadWorkers workers(kThreadsMost);
    const auto* bytes = std::get_if<std::vector<std::byte>>(&replacement);
    const Replacement wanted = bytes != nullptr ? Replacement(Content::ofBytes(*bytes))
                                                : Replacement(std::get<ReplacementTemplate>(replacement));
    return planReplaceAll(snapshot, searcher, ranges, wanted, {.workers = &workers}, job);
}

Result<MatchSelection> selectMatches(const Snapshot& snapshot, const Searcher& searcher,
                                     const JobContext& job) {
    ThreadWorkers workers(kThreadsMost);
    std::vector<ByteRange> found;
    const auto report = findAll(
        snapshot, searcher, snapshot.all(), {.limit = kSelectedMost + 1, .workers = &workers},
        [&found](const Match& match) {
            found.push_back(match.range);
            return true;
        },
        job);
    if (!report)
        return fail(report.error());
    const bool isCut = found.size() > kSelectedMost;
    if (isCut)
        found.pop_back();
    // Of several queries matches may overlap.
    return MatchSelection{.ranges = RangeList::joining(std::move(found)),
                          .isCut = isCut,
                          .gaveUp = report->gaveUp,
                          .revision = snapshot.revision()};
}

Result<std::vector<MatchCount>> countPatterns(const Snapshot& snapshot, const Searcher& searcher,
                                              std::size_t patterns, const JobContext& job) {
    std::vector<MatchCount> counts(patterns);
    ThreadWorkers workers(kThreadsMost);
    const auto report = findAll(
        snapshot, searcher, snapshot.all(), {.workers = &workers},
        [&counts](const Match& match) {
            MatchCount& count = counts[match.pattern];
            ++count.count;
            if (count.first.size() < kHighlightLimit)
                count.first.push_back(match.range);
            return true;
        },
        job);
    if (!report)
        return fail(report.error());
    for (MatchCount& each : counts) {
        each.unreadable = report->unreadable;
        each.gaveUp = report->gaveUp;
        each.revision = snapshot.revision();
    }
    return counts;
}

Result<MatchCount> countMatches(const Snapshot& snapshot, const Searcher& searcher, const JobContext& job) {
    return countPatterns(snapshot, searcher, 1, job).map([](std::vector<MatchCount>&& counts) {
        return std::move(counts.front());
    });
}

}  // namespace octavo
