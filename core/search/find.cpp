#include "core/search/find.h"

#include <algorithm>
#include <tuple>
#include <utility>
#include <vector>

#include "core/base/contracts.h"
#include "core/search/range_hunt.h"

namespace octavo {

namespace {

using Stop = SegmentResult::Stop;

using FoundSink = std::function<bool(const RangeHunt::Found&)>;

/// Searches one range and adds to the report; false when that ended the search.
Result<bool> huntIn(const Snapshot& snapshot, const Searcher& searcher, ByteRange range,
                    const FindAllOptions& options, bool wantsCaptures, const FoundSink& sink,
                    const JobContext& context, FindAllReport& report) {
    OCTAVO_EXPECTS(range.isValid() && range.end <= snapshot.size());
    RangeHunt hunt(snapshot, searcher, range,
                   {.gather = {.overlaps = options.overlap == Overlap::Included,
                               .wantsCaptures = wantsCaptures,
                               .room = options.limit - report.count},
                    .workers = options.workers},
                   context);
    std::vector<RangeHunt::Found> found;
    bool goesOn = report.count < options.limit;
    while (goesOn && hunt.next(found)) {
        for (const RangeHunt::Found& each : found) {
            ++report.count;
            goesOn = sink(each) && report.count < options.limit;
            if (!goesOn)
                break;
        }
    }
    if (hunt.wasCancelled())
        return fail(ErrorCode::Cancelled);
    report.unreadable.add(hunt.unreadable());
    if (goesOn)
        report.gaveUp = hunt.gaveUp();
    return goesOn && !report.gaveUp;
}

Result<FindAllReport> huntAll(const Snapshot& snapshot, const Searcher& searcher, const RangeSet& ranges,
                              const FindAllOptions& options, bool wantsCaptures, const FoundSink& sink,
                              const JobContext& context) {
    FindAllReport report;
    context.setTotal(ranges.totalSize());
    for (const ByteRange range : ranges.ranges()) {
        const auto goesOn = huntIn(snapshot, searcher, range, options, wantsCaptures, sink, context, report);
        if (!goesOn)
            return fail(goesOn.error());
        report.isComplete = *goesOn;
        if (!report.isComplete)
            break;
    }
    return report;
}

/// Of one finder, the last match among some places.
Result<SegmentResult> lastAmong(ByteRange places, SearchSpace& space, SegmentSearch& search) {
    for (;;) {
        SegmentResult result;
        search.runBackward(places, result);
        if (result.stop == Stop::Cancelled)
            return fail(ErrorCode::Cancelled);
        if (result.stop != Stop::Damaged)
            return result;
        space.addHoles(result.holes);
    }
}

/// True when findAll() hands out `a` behind `b`.
bool isLater(const Match& a, const Match& b) {
    return std::tuple(a.range.begin, a.pattern, a.range.end) >
           std::tuple(b.range.begin, b.pattern, b.range.end);
}

RangeSet setOf(ByteRange range) {
    RangeSet set;
    if (!range.isEmpty())
        set.add(range);
    return set;
}

/// Searches one range from its end.
class BackwardHunt {
public:
    BackwardHunt(const Snapshot& snapshot, const Searcher& searcher, ByteRange range,
                 const JobContext& context)
        : context_(context),
          space_(snapshot, range),
          parts_(searcher.parts()),
          firstStep_(std::max<ByteCount>(1, searcher.segmentSize() / 16)),
          largestStep_(searcher.segmentSize()) {
        for (const Searcher::Part& part : parts_) {
            searches_.push_back(
                std::make_unique<SegmentSearch>(space_, *part.finder, context_, searcher.segmentSize()));
            largestStep_ = std::max(largestStep_, 2 * part.finder->lookAhead());
        }
    }

    Status run(FindResult& result) {
        ByteCount step = firstStep_;
        for (ByteOffset end = space_.range().end; end > space_.range().begin && !result.match;) {
            if (context_.stopRequested())
                return fail(ErrorCode::Cancelled);
            const ByteOffset begin = end - std::min(step, end - space_.range().begin);
            if (Status status = look({begin, end}, result); !status || result.gaveUp)
                return status;
            context_.advance(end - begin);
            end = begin;
            step = std::min(largestStep_, 2 * step);
        }
        result.unreadable.add(space_.holes().clippedTo(space_.range()));
        return {};
    }

private:
    Status look(ByteRange places, FindResult& result) {
        std::optional<GivenUp> gaveUp;
        for (std::size_t i = 0; i < parts_.size(); ++i) {
            const auto last = lastAmong(places, space_, *searches_[i]);
            if (!last)
                return fail(last.error());
            if (last->stop == Stop::GaveUp)
                gaveUp = GivenUp{.at = last->reached, .reason = last->reason};
            if (last->hits.empty())
                continue;
            const Match match{
                .range = last->hits.front().range, .pattern = parts_[i].pattern, .form = parts_[i].form};
            if (!result.match || isLater(match, *result.match))
                result.match = match;
        }
        if (gaveUp) {
            result.match.reset();
            result.gaveUp = gaveUp;
        }
        return {};
    }

    const JobContext& context_;
    SearchSpace space_;
    std::span<const Searcher::Part> parts_;
    std::vector<std::unique_ptr<SegmentSearch>> searches_;
    ByteCount firstStep_;  // a near match is found quickly
    ByteCount largestStep_;
};

}  // namespace

Result<FindAllReport> findAll(const Snapshot& snapshot, const Searcher& searcher, const RangeSet& ranges,
                              const FindAllOptions& options, const MatchSink& sink,
                              const JobContext& context) {
    const auto pass = [&sink](const RangeHunt::Found& found) { return sink(found.match); };
    return huntAll(snapshot, searcher, ranges, options, false, pass, context);
}

Result<FindAllReport> findAll(const Snapshot& snapshot, const Searcher& searcher, ByteRange range,
                              const FindAllOptions& options, const MatchSink& sink,
                              const JobContext& context) {
    return findAll(snapshot, searcher, setOf(range), options, sink, context);
}

Result<FindAllReport> findAllWithCaptures(const Snapshot& snapshot, const Searcher& searcher,
                                          const RangeSet& ranges, const FindAllOptions& options,
                                          const CaptureSink& sink, const JobContext& context) {
    const auto pass = [&sink](const RangeHunt::Found& found) { return sink(found.match, found.captures); };
    return huntAll(snapshot, searcher, ranges, options, true, pass, context);
}

Result<FindAllReport> countAll(const Snapshot& snapshot, const Searcher& searcher, const RangeSet& ranges,
                               const FindAllOptions& options, const JobContext& context) {
    const auto pass = [](const RangeHunt::Found&) { return true; };
    return huntAll(snapshot, searcher, ranges, options, false, pass, context);
}

Result<FindResult> findNext(const Snapshot& snapshot, const Searcher& searcher, const RangeSet& ranges,
                            const JobContext& context) {
    FindResult result;
    const auto keep = [&result](const Match& match) {
        result.match = match;
        return true;
    };
    auto report = findAll(snapshot, searcher, ranges, {.limit = 1}, keep, context);
    if (!report)
        return fail(std::move(report.error()));
    result.unreadable = std::move(report->unreadable);
    result.gaveUp = report->gaveUp;
    return result;
}

Result<FindResult> findNext(const Snapshot& snapshot, const Searcher& searcher, ByteRange range,
                            const JobContext& context) {
    return findNext(snapshot, searcher, setOf(range), context);
}

Result<FindResult> findPrevious(const Snapshot& snapshot, const Searcher& searcher, const RangeSet& ranges,
                                const JobContext& context) {
    FindResult result;
    context.setTotal(ranges.totalSize());
    for (auto range = ranges.ranges().rbegin(); range != ranges.ranges().rend(); ++range) {
        OCTAVO_EXPECTS(range->isValid() && range->end <= snapshot.size());
        BackwardHunt hunt(snapshot, searcher, *range, context);
        if (Status status = hunt.run(result); !status)
            return fail(status.error());
        if (result.match || result.gaveUp)
            break;
    }
    return result;
}

Result<FindResult> findPrevious(const Snapshot& snapshot, const Searcher& searcher, ByteRange range,
                                const JobContext& context) {
    OCTAVO_EXPECTS(range.isValid() && range.end <= snapshot.size());
    return findPrevious(snapshot, searcher, setOf(range), context);
}

}  // namespace octavo
