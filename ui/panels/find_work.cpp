#include "ui/panels/find_work.h"

#include <algorithm>

namespace octavo {

Result<FoundMatch> findFrom(const Snapshot& snapshot, const Pattern& pattern, ByteRange selection,
                            FindDirection direction, const JobContext& job) {
    const ByteCount size = snapshot.size();
    const ByteCount reach = pattern.size() - 1;  // a match may begin before the point and end behind it
    const bool isNext = direction == FindDirection::Next;
    // Starting one byte into the selection finds overlapping neighbours, and never the selected match again.
    const ByteOffset from = selection.isEmpty() ? selection.begin : std::min(selection.begin + 1, size);
    const ByteOffset until =
        selection.isEmpty() ? selection.begin : std::max(selection.end, ByteOffset{1}) - 1;
    const ByteRange first = isNext ? ByteRange{from, size} : ByteRange{0, until};
    const ByteRange rest =
        isNext ? ByteRange{0, std::min(size, from + reach)} : ByteRange{until - std::min(until, reach), size};
    FoundMatch found{.match = {}, .hasWrapped = false, .unreadable = {}, .revision = snapshot.revision()};
    for (const ByteRange& range : {first, rest}) {
        auto part = isNext ? octavo::findNext(snapshot, pattern, range, job)
                           : octavo::findPrevious(snapshot, pattern, range, job);
        if (!part)
            return fail(part.error());
        found.unreadable.add(part->unreadable);
        if (part->match) {
            found.match = part->match;
            break;
        }
        found.hasWrapped = true;
    }
    return found;
}

Result<MatchCount> countMatches(const Snapshot& snapshot, const Pattern& pattern, const JobContext& job) {
    MatchCount result{.count = 0, .first = {}, .unreadable = {}, .revision = snapshot.revision()};
    const auto report = findAll(
        snapshot, pattern, snapshot.all(), {},
        [&result](const Match& match) {
            if (result.first.size() < kHighlightLimit)
                result.first.push_back(match.range);
            return true;
        },
        job);
    if (!report)
        return fail(report.error());
    result.count = report->count;
    result.unreadable = report->unreadable;
    return result;
}

}  // namespace octavo
