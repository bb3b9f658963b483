#pragma once

#include "core/search/find.h"
#include "core/search/segment_search.h"

namespace octavo {

/// Searches one range for all matches, segment by segment, on the caller's thread or on borrowed ones.
///
/// The plan:
///  1. A wave of segments is searched at once, each as if a match may begin at its first place.
///  2. The segments are merged in order. A segment's hits hold if none of them lies across the place where
///     the next match may begin; else that place is searched from until both agree again.
///  3. What a segment left open (damage, matches that leave it far behind) is searched while merging.
class RangeHunt {
public:
    struct Order {
        SegmentOrder gather;
        WorkerPool* workers = nullptr;
    };

    RangeHunt(const Snapshot& snapshot, const Searcher& searcher, ByteRange range, const Order& order,
              const JobContext& job);

    struct Found {
        Match match;
        std::span<const Capture> captures;
    };
    /// Hands out the next matches, in order; false when the range is searched or the search has ended.
    /// They are good until the next call.
    [[nodiscard]] bool next(std::vector<Found>& found);

    [[nodiscard]] bool wasCancelled() const { return wasCancelled_; }
    [[nodiscard]] const std::optional<GivenUp>& gaveUp() const { return gaveUp_; }
    [[nodiscard]] RangeSet unreadable() const { return space_.holes().clippedTo(space_.range()); }

private:
    /// One finder's part of the work.
    struct Lane {
        const Searcher::Part* part = nullptr;
        ByteOffset from = 0;              // where its next match may begin
        std::vector<SegmentResult> wave;  // by segment
        SegmentResult merged;
        std::size_t captureCount = 0;
    };

    [[nodiscard]] bool startWave();
    void searchWave();
    [[nodiscard]] ByteRange segment(std::size_t index) const;
    void merge(Lane& lane, std::size_t laneIndex, ByteRange places, const SegmentResult& speculative);
    void searchHere(Lane& lane, std::size_t laneIndex, ByteRange places, std::uint64_t room);
    void take(Lane& lane, const SegmentResult& from, std::size_t index) const;
    void collect(std::vector<Found>& found) const;
    [[nodiscard]] SegmentSearch& search(std::size_t laneIndex, std::size_t segmentIndex) {
        return *searches_[segmentIndex * lanes_.size() + laneIndex];
    }

    Order order_;
    const JobContext& job_;
    SearchSpace space_;
    ByteCount segmentSize_;
    std::size_t waveSize_;
    std::vector<Lane> lanes_;
    std::vector<std::unique_ptr<SegmentSearch>> searches_;
    ByteOffset position_;  // everything before it is merged
    ByteOffset waveBegin_ = 0;
    std::size_t waveCount_ = 0;
    std::size_t waveDone_ = 0;
    std::optional<GivenUp> gaveUp_;
    bool wasCancelled_ = false;
};

}  // namespace octavo
