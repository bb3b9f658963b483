#include "core/search/find.h"

#include <algorithm>
#include <span>
#include <utility>
#include <vector>

#include "core/base/contracts.h"
#include "core/search/matcher.h"

namespace octavo {

namespace {

/// How much is searched between two looks at the job's stop request and at the damage.
constexpr ByteCount kStep = ByteCount{1} << 20;

/// Finds matches in bytes that arrive in order, span by span, and keeps what a later span may complete.
/// Copyable: a copy taken before a step undoes it.
class MatchStream {
public:
    MatchStream(const Matcher& matcher, Overlap overlap, ByteOffset begin)
        : matcher_(&matcher),
          advance_(overlap == Overlap::Included ? 1 : matcher.pattern().size()),
          next_(begin) {}

    /// Adds matches to `found` until it holds `room` of them; false when it does.
    /// REQUIRES: `at` follows the last byte fed, or nothing is kept.
    bool feed(ByteOffset at, std::span<const std::byte> bytes, std::vector<ByteOffset>& found,
              std::uint64_t room) {
        const std::size_t size = matcher_->pattern().size();
        if (kept_.empty())
            keptBegin_ = at;
        if (bytes.size() < 2 * size) {
            kept_.insert(kept_.end(), bytes.begin(), bytes.end());
            if (kept_.size() < 4 * size)
                return true;
            const bool goesOn = search(keptBegin_, kept_, found, room);
            const std::size_t ruledOut = kept_.size() - (size - 1);
            kept_.erase(kept_.begin(), kept_.begin() + static_cast<std::ptrdiff_t>(ruledOut));
            keptBegin_ += ruledOut;
            return goesOn;
        }
        kept_.insert(kept_.end(), bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(size - 1));
        const bool goesOn = search(keptBegin_, kept_, found, room) && search(at, bytes, found, room);
        kept_.assign(bytes.end() - static_cast<std::ptrdiff_t>(size - 1), bytes.end());
        keptBegin_ = at + bytes.size() - kept_.size();
        return goesOn;
    }

    /// Nothing contiguous follows: looks through what is kept and forgets it.
    bool finish(std::vector<ByteOffset>& found, std::uint64_t room) {
        const bool goesOn = search(keptBegin_, kept_, found, room);
        kept_.clear();
        return goesOn;
    }

private:
    bool search(ByteOffset at, std::span<const std::byte> block, std::vector<ByteOffset>& found,
                std::uint64_t room) {
        while (found.size() < room) {
            const std::size_t from = next_ > at ? static_cast<std::size_t>(next_ - at) : 0;
            const auto hit = matcher_->findFirst(block, from);
            if (!hit)
                return true;
            found.push_back(at + *hit);
            next_ = at + *hit + advance_;
        }
        return false;
    }

    const Matcher* matcher_;
    ByteCount advance_;
    ByteOffset next_;              // where the next match may begin
    std::vector<std::byte> kept_;  // bytes at which a match may still begin
    ByteOffset keptBegin_ = 0;
};

/// The parts of `range` outside `holes`, in order.
std::vector<ByteRange> readableParts(ByteRange range, const RangeSet& holes) {
    std::vector<ByteRange> parts;
    ByteOffset begin = range.begin;
    const RangeSet inside = holes.clippedTo(range);
    for (const ByteRange hole : inside.ranges()) {
        parts.push_back({begin, hole.begin});
        begin = hole.end;
    }
    parts.push_back({begin, range.end});
    return parts;
}

/// Feeds one step to the stream. Bytes in `holes` are left out and part what lies before and after them.
/// Returns what was newly found to be unreadable; then the stream and `found` are worth nothing.
RangeSet feedStep(const Snapshot& snapshot, ByteRange step, const RangeSet& holes, MatchStream& stream,
                  std::vector<ByteOffset>& found, std::uint64_t room) {
    bool isFirst = true;
    for (const ByteRange part : readableParts(step, holes)) {
        if (!std::exchange(isFirst, false) && !stream.finish(found, room))
            return {};
        if (part.isEmpty())
            continue;
        const ScanReport report = snapshot.scan(part, [&](ByteOffset at, std::span<const std::byte> bytes) {
            return stream.feed(at, bytes, found, room);
        });
        if (!report.isClean())
            return report.unreadable;
    }
    return {};
}

/// Hands matches out; false when the sink has had enough.
bool handOut(const std::vector<ByteOffset>& found, ByteCount size, const MatchSink& sink,
             std::uint64_t& count) {
    for (const ByteOffset begin : found) {
        ++count;
        if (!sink(Match{ByteRange::ofLength(begin, size)}))
            return false;
    }
    return true;
}

}  // namespace

Result<FindAllReport> findAll(const Snapshot& snapshot, const Pattern& pattern, ByteRange range,
                              const FindAllOptions& options, const MatchSink& sink,
                              const JobContext& context) {
    OCTAVO_EXPECTS(range.isValid() && range.end <= snapshot.size());
    const Matcher matcher(pattern);
    MatchStream stream(matcher, options.overlap, range.begin);
    std::vector<ByteOffset> found;
    FindAllReport report;
    context.setTotal(range.size());
    for (ByteOffset begin = range.begin; begin < range.end; begin += std::min(kStep, range.end - begin)) {
        if (context.stopRequested())
            return fail(ErrorCode::Cancelled);
        const ByteRange step{begin, std::min(range.end, begin + kStep)};
        const std::uint64_t room = options.limit - report.count;
        RangeSet holes;
        for (MatchStream attempt = stream;; attempt = stream) {
            found.clear();
            const RangeSet fresh = feedStep(snapshot, step, holes, attempt, found, room);
            if (fresh.isEmpty()) {
                stream = std::move(attempt);
                break;
            }
            holes.add(fresh);
        }
        if (step.end == range.end)
            static_cast<void>(stream.finish(found, room));
        report.unreadable.add(holes);
        if (!handOut(found, pattern.size(), sink, report.count) || report.count == options.limit) {
            report.isComplete = false;
            return report;
        }
        context.advance(step.size());
    }
    return report;
}

Result<FindResult> findNext(const Snapshot& snapshot, const Pattern& pattern, ByteRange range,
                            const JobContext& context) {
    FindResult result;
    const FindAllOptions options{.overlap = Overlap::Excluded, .limit = 1};
    const auto keep = [&result](const Match& match) {
        result.match = match;
        return true;
    };
    auto report = findAll(snapshot, pattern, range, options, keep, context);
    if (!report)
        return fail(std::move(report.error()));
    result.unreadable = std::move(report->unreadable);
    return result;
}

Result<FindResult> findPrevious(const Snapshot& snapshot, const Pattern& pattern, ByteRange range,
                                const JobContext& context) {
    OCTAVO_EXPECTS(range.isValid() && range.end <= snapshot.size());
    const Matcher matcher(pattern);
    const ByteCount tail = pattern.size() - 1;
    const ByteCount largestStep = std::max<ByteCount>(kStep, 2 * tail);
    ByteCount step = kStep / 16;  // a near match is found quickly
    FindResult result;
    std::vector<std::byte> block;
    context.setTotal(range.size());
    for (ByteOffset end = range.end; end > range.begin; step = std::min(largestStep, 2 * step)) {
        if (context.stopRequested())
            return fail(ErrorCode::Cancelled);
        // The matches that begin in [begin, end) lie in [begin, end + tail).
        const ByteOffset begin = end - std::min(step, end - range.begin);
        const ByteRange window{begin, std::min(range.end, end + tail)};
        block.resize(static_cast<std::size_t>(window.size()));
        const RangeSet holes = snapshot.read(begin, block);
        result.unreadable.add(holes);
        const auto parts = readableParts(window, holes);
        for (auto part = parts.rbegin(); part != parts.rend(); ++part) {
            const auto bytes = std::span(block).subspan(static_cast<std::size_t>(part->begin - begin),
                                                        static_cast<std::size_t>(part->size()));
            if (const auto hit = matcher.findLast(bytes)) {
                result.match = Match{ByteRange::ofLength(part->begin + *hit, pattern.size())};
                return result;
            }
        }
        context.advance(end - begin);
        end = begin;
    }
    return result;
}

}  // namespace octavo
