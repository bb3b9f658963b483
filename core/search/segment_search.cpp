#include "core/search/segment_search.h"

#include <algorithm>

#include "core/base/contracts.h"

namespace octavo {

namespace {

using Stop = SegmentResult::Stop;

constexpr ByteCount kLongestCharacter = 4;
constexpr ByteCount kFarther = 16;
constexpr std::size_t kHitsBetweenLooks = 4096;  // for a stop request: where nearly every byte matches

}  // namespace

std::vector<SearchSpace::Part> SegmentSearch::partsOf(ByteRange places) const {
    return space_.partsOf(places, finder_.looksBeforeRange() ? SearchSpace::Context::WithBytesBefore
                                                             : SearchSpace::Context::RangeOnly);
}

ByteRange SegmentSearch::windowOf(const SearchSpace::Part& part, ByteCount ahead) const {
    const ByteCount behind = std::min(finder_.lookBehind(), part.places.begin - part.around.begin);
    const ByteCount after = std::min(ahead, part.around.end - part.places.end);
    return {part.places.begin - behind, part.places.end + after};
}

SearchBlock SegmentSearch::blockOf(const SearchSpace::Part& part, ByteRange window,
                                   std::span<const std::byte> bytes) const {
    return {.bytes = bytes,
            .at = window.begin,
            .first = static_cast<std::size_t>(part.places.begin - window.begin),
            .last = static_cast<std::size_t>(part.places.end - window.begin),
            .isAtBegin = window.begin == part.around.begin,
            .isAtEnd = window.end == part.around.end,
            .job = &job_};
}

ByteCount SegmentSearch::farther(ByteCount ahead) const {
    return std::min(kLongestMatch, std::max(2 * ahead, kFarther * finder_.lookAhead()));
}

void SegmentSearch::noteEnd(const BlockResult& found, ByteOffset at, SegmentResult& result) const {
    switch (found.kind) {
        case BlockResult::Kind::Undecided:
            result.stop = Stop::Undecided;
            break;
        case BlockResult::Kind::GaveUp:
            result.stop = Stop::GaveUp;
            result.reason = found.reason;
            break;
        case BlockResult::Kind::Cancelled:
            result.stop = Stop::Cancelled;
            break;
        default:
            return;
    }
    result.reached = at + found.place;
}

void SegmentSearch::gather(SearchBlock block, const SegmentOrder& order, SegmentResult& result) {
    while (block.first < block.last) {
        if (result.hits.size() >= order.room) {
            result.stop = Stop::Full;
            return;
        }
        if (result.hits.size() % kHitsBetweenLooks == 0 && job_.stopRequested()) {
            result.stop = Stop::Cancelled;
            return;
        }
        const BlockResult found = finder_.findFirst(block, memory_.get());
        if (found.kind != BlockResult::Kind::Found) {
            result.reached = block.at + block.last;
            noteEnd(found, block.at, result);
            return;
        }
        const Hit hit{.place = block.at + found.place,
                      .range = {block.at + found.begin, block.at + found.end}};
        result.hits.push_back(hit);
        if (order.wantsCaptures) {
            result.captures.emplace_back(hit.range);
            finder_.appendCaptures(memory_.get(), block.at, result.captures);
        }
        result.reached = nextPlace(hit, order);
        block.first = static_cast<std::size_t>(result.reached - block.at);
    }
}

void SegmentSearch::lookInPart(const SearchSpace::Part& part, ByteCount ahead, const SegmentOrder& order,
                               SegmentResult& result) {
    const ByteRange window = windowOf(part, ahead);
    const std::size_t hitsBefore = result.hits.size();
    const std::size_t capturesBefore = result.captures.size();
    const ByteOffset reachedBefore = result.reached;
    result.holes = space_.withBytes(window, buffer_, [&](std::span<const std::byte> bytes) {
        gather(blockOf(part, window, bytes), order, result);
    });
    if (result.holes.isEmpty())
        return;
    result.hits.resize(hitsBefore);
    result.captures.resize(capturesBefore);
    result.reached = reachedBefore;
    result.stop = Stop::Damaged;
}

void SegmentSearch::look(ByteRange places, ByteCount ahead, const SegmentOrder& order,
                         SegmentResult& result) {
    result.stop = Stop::Done;
    result.reached = std::max(result.reached, places.begin);
    if (result.reached >= places.end)
        return;
    for (SearchSpace::Part part : partsOf({result.reached, places.end})) {
        part.places.begin = std::max(part.places.begin, result.reached);
        if (part.places.begin >= part.places.end)
            continue;
        lookInPart(part, ahead, order, result);
        if (result.stop != Stop::Done)
            return;
    }
    result.reached = std::max(result.reached, places.end);
    if (result.hits.size() >= order.room)
        result.stop = Stop::Full;
}

void SegmentSearch::run(ByteRange places, const SegmentOrder& order, SegmentResult& result) {
    look(places, finder_.lookAhead(), order, result);
}

void SegmentSearch::runFar(ByteRange places, const SegmentOrder& order, SegmentResult& result) {
    run(places, order, result);
    ByteCount ahead = finder_.lookAhead();
    while (result.stop == Stop::Undecided) {
        const ByteOffset place = result.reached;
        if (finder_.findsRuns()) {
            followRun(place, order, result);
        } else if (ahead >= kLongestMatch) {
            result.stop = Stop::GaveUp;
            result.reason = GiveUpReason::Length;
            return;
        } else {
            ahead = farther(ahead);
            look({place, std::min(places.end, place + kFarther * finder_.lookAhead())}, ahead, order, result);
        }
        if (result.stop == Stop::Undecided && result.reached > place)
            ahead = std::max(finder_.lookAhead(), ahead / 4);
        if (result.stop == Stop::Done) {
            ahead = std::max(finder_.lookAhead(), ahead / 4);
            run(places, order, result);
        }
    }
}

void SegmentSearch::followRun(ByteOffset place, const SegmentOrder& order, SegmentResult& result) {
    const ByteRange around = partsOf({place, place + 1}).front().around;
    std::byte firstByte{};
    std::uint64_t characters = 0;
    ByteOffset end = place;
    for (bool goesOn = true; goesOn;) {
        if (job_.stopRequested()) {
            result.stop = Stop::Cancelled;
            return;
        }
        const ByteRange window{end, std::min(around.end, end + std::max(runStep_, kLongestCharacter))};
        std::size_t count = 0;
        result.holes = space_.withBytes(window, buffer_, [&](std::span<const std::byte> bytes) {
            if (end == place && !bytes.empty())
                firstByte = bytes.front();
            count = finder_.continueRun(bytes, firstByte, characters);
        });
        if (!result.holes.isEmpty()) {
            result.stop = Stop::Damaged;
            return;
        }
        end += count;
        goesOn = window.end < around.end && count + kLongestCharacter > window.size();
    }
    result.stop = Stop::Done;
    result.reached = place + 1;
    if (characters < finder_.leastRun())
        return;
    const Hit hit{.place = place, .range = {place, end}};
    result.hits.push_back(hit);
    if (order.wantsCaptures)
        result.captures.emplace_back(hit.range);
    result.reached = nextPlace(hit, order);
}

BlockResult SegmentSearch::lastOf(const SearchSpace::Part& part, ByteCount ahead, SegmentResult& result) {
    const ByteRange window = windowOf(part, ahead);
    BlockResult found;
    result.holes = space_.withBytes(window, buffer_, [&](std::span<const std::byte> bytes) {
        found = finder_.findLast(blockOf(part, window, bytes), memory_.get());
    });
    if (!result.holes.isEmpty()) {
        result.stop = Stop::Damaged;
    } else if (found.kind == BlockResult::Kind::Found) {
        result.hits.assign(1, Hit{.place = window.begin + found.place,
                                  .range = {window.begin + found.begin, window.begin + found.end}});
    } else {
        noteEnd(found, window.begin, result);
    }
    return found;
}

void SegmentSearch::lastInPart(SearchSpace::Part part, SegmentResult& result) {
    for (ByteCount ahead = finder_.lookAhead();;) {
        result.stop = Stop::Done;
        const BlockResult found = lastOf(part, ahead, result);
        if (result.stop != Stop::Undecided || found.kind != BlockResult::Kind::Undecided)
            return;
        if (!finder_.findsRuns()) {
            if (ahead >= kLongestMatch) {
                result.stop = Stop::GaveUp;
                result.reason = GiveUpReason::Length;
                return;
            }
            ahead = farther(ahead);
            continue;
        }
        // A run that leaves the window: what begins behind it comes first, then itself, then what lies
        // before.
        const ByteOffset place = result.reached;
        if (place + 1 < part.places.end) {
            SearchSpace::Part behind = part;
            behind.places.begin = place + 1;
            lastInPart(behind, result);
            if (result.stop != Stop::Done || !result.hits.empty())
                return;
        }
        followRun(place, {}, result);
        if (result.stop != Stop::Done || !result.hits.empty() || place == part.places.begin)
            return;
        part.places.end = place;
    }
}

void SegmentSearch::runBackward(ByteRange places, SegmentResult& result) {
    result.stop = Stop::Done;
    const auto parts = partsOf(places);
    for (auto part = parts.rbegin(); part != parts.rend(); ++part) {
        lastInPart(*part, result);
        if (result.stop != Stop::Done || !result.hits.empty())
            return;
    }
}

}  // namespace octavo
