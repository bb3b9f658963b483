#include "core/search/range_hunt.h"

#include <algorithm>
#include <tuple>

namespace octavo {

namespace {

using Stop = SegmentResult::Stop;

constexpr std::size_t kSegmentsPerThread = 4;

ByteCount segmentSizeFor(const Searcher& searcher) {
    ByteCount size = searcher.segmentSize();
    for (const Searcher::Part& part : searcher.parts())
        size = std::max(size, 2 * part.finder->lookAhead());
    return size;
}

}  // namespace

RangeHunt::RangeHunt(const Snapshot& snapshot, const Searcher& searcher, ByteRange range, const Order& order,
                     const JobContext& job)
    : order_(order),
      job_(job),
      space_(snapshot, range),
      segmentSize_(segmentSizeFor(searcher)),
      waveSize_(order.workers == nullptr || range.size() <= segmentSize_
                    ? 1
                    : kSegmentsPerThread * order.workers->width()),
      position_(range.begin) {
    for (const Searcher::Part& part : searcher.parts()) {
        Lane& lane = lanes_.emplace_back();
        lane.part = &part;
        lane.from = range.begin;
        lane.wave.resize(waveSize_);
        lane.captureCount = order.gather.wantsCaptures ? 1 + part.finder->captureCount() : 0;
    }
    for (std::size_t segment = 0; segment < waveSize_; ++segment) {
        for (const Lane& lane : lanes_)
            searches_.push_back(
                std::make_unique<SegmentSearch>(space_, *lane.part->finder, job_, searcher.segmentSize()));
    }
}

ByteRange RangeHunt::segment(std::size_t index) const {
    const ByteOffset begin = waveBegin_ + index * segmentSize_;
    return ByteRange::ofLength(begin, std::min(segmentSize_, space_.range().end - begin));
}

void RangeHunt::searchWave() {
    const auto task = [&](std::size_t index) {
        for (std::size_t i = 0; i < lanes_.size(); ++i) {
            SegmentResult& result = lanes_[i].wave[index];
            result.hits.clear();
            result.captures.clear();
            // The first segment knows where the next match may begin.
            result.reached = index == 0 ? lanes_[i].from : 0;
            search(i, index).run(segment(index), order_.gather, result);
        }
    };
    if (waveCount_ > 1)
        order_.workers->run(waveCount_, task);
    else
        task(0);
}

void RangeHunt::take(Lane& lane, const SegmentResult& from, std::size_t index) const {
    lane.merged.hits.push_back(from.hits[index]);
    const auto captures = from.captures.begin() + static_cast<std::ptrdiff_t>(index * lane.captureCount);
    lane.merged.captures.insert(lane.merged.captures.end(), captures,
                                captures + static_cast<std::ptrdiff_t>(lane.captureCount));
}

void RangeHunt::searchHere(Lane& lane, std::size_t laneIndex, ByteRange places, std::uint64_t room) {
    SegmentOrder order = order_.gather;
    order.room = room;
    lane.merged.reached = std::max(lane.from, places.begin);
    do {
        search(laneIndex, 0).runFar(places, order, lane.merged);
        space_.addHoles(lane.merged.holes);
    } while (lane.merged.stop == Stop::Damaged);
    lane.from = lane.merged.reached;
}

void RangeHunt::merge(Lane& lane, std::size_t laneIndex, ByteRange places, const SegmentResult& speculative) {
    lane.merged.hits.clear();
    lane.merged.captures.clear();
    lane.merged.stop = speculative.stop;
    if (speculative.stop == Stop::Cancelled)
        return;
    const auto& hits = speculative.hits;
    for (std::size_t i = 0; i < hits.size();) {
        const ByteOffset end = nextPlace(hits[i], order_.gather);
        if (hits[i].place >= lane.from) {
            take(lane, speculative, i);
            lane.from = end;
        } else if (end > lane.from) {
            // A match that was taken ends inside this one; others may begin before this one's end.
            searchHere(lane, laneIndex, {places.begin, std::min(places.end, end)},
                       lane.merged.hits.size() + 1);
            if (lane.merged.stop == Stop::Full)
                continue;
            if (lane.merged.stop != Stop::Done)
                return;
        }
        ++i;
    }
    lane.from = std::max(lane.from, std::min(places.end, speculative.reached));
    lane.merged.stop = speculative.stop;
    lane.merged.reason = speculative.reason;
    lane.merged.reached = speculative.reached;
    if (speculative.stop == Stop::GaveUp && lane.from <= speculative.reached)
        return;
    if (speculative.stop == Stop::Done || lane.from >= places.end ||
        lane.merged.hits.size() >= order_.gather.room) {
        lane.merged.stop = Stop::Done;
        return;
    }
    searchHere(lane, laneIndex, places, order_.gather.room);
}

void RangeHunt::collect(std::vector<Found>& found) const {
    for (const Lane& lane : lanes_) {
        for (std::size_t i = 0; i < lane.merged.hits.size(); ++i) {
            const Hit& hit = lane.merged.hits[i];
            if (gaveUp_ && hit.place >= gaveUp_->at)
                continue;
            const auto captures =
                std::span(lane.merged.captures).subspan(i * lane.captureCount, lane.captureCount);
            found.push_back(
                {.match = {.range = hit.range, .pattern = lane.part->pattern, .form = lane.part->form},
                 .captures = captures});
        }
    }
    if (lanes_.size() > 1) {
        std::ranges::sort(found, {}, [](const Found& each) {
            return std::tuple(each.match.range.begin, each.match.pattern, each.match.range.end,
                              each.match.form);
        });
        // What several encodings agree about is told once.
        const auto same = std::ranges::unique(found, [](const Found& a, const Found& b) {
            return a.match.range == b.match.range && a.match.pattern == b.match.pattern;
        });
        found.erase(same.begin(), same.end());
    }
}

bool RangeHunt::startWave() {
    const ByteOffset end = space_.range().end;
    ByteOffset next = end;
    for (const Lane& lane : lanes_)
        next = std::min(next, lane.from);
    job_.advance(std::max(position_, next) - position_);
    position_ = std::max(position_, next);
    if (position_ >= end)
        return false;
    if (job_.stopRequested()) {
        wasCancelled_ = true;
        return false;
    }
    waveBegin_ = position_;
    waveDone_ = 0;
    waveCount_ = static_cast<std::size_t>(
        std::min<ByteCount>(waveSize_, (end - position_ + segmentSize_ - 1) / segmentSize_));
    searchWave();
    return true;
}

bool RangeHunt::next(std::vector<Found>& found) {
    found.clear();
    if (gaveUp_ || wasCancelled_ || (waveDone_ == waveCount_ && !startWave()))
        return false;
    const ByteRange places = segment(waveDone_);
    wasCancelled_ = job_.stopRequested();
    for (std::size_t i = 0; i < lanes_.size() && !wasCancelled_; ++i) {
        Lane& lane = lanes_[i];
        merge(lane, i, places, lane.wave[waveDone_]);
        if (lane.merged.stop == Stop::Cancelled)
            wasCancelled_ = true;
        if (lane.merged.stop == Stop::GaveUp && (!gaveUp_ || lane.merged.reached < gaveUp_->at))
            gaveUp_ = GivenUp{.at = lane.merged.reached, .reason = lane.merged.reason};
    }
    if (wasCancelled_)
        return false;
    collect(found);
    ++waveDone_;
    job_.advance(places.end - position_);
    position_ = places.end;
    return true;
}

}  // namespace octavo
