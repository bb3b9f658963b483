#pragma once

#include <limits>
#include <memory>
#include <vector>

#include "core/search/block_finder.h"
#include "core/search/search_space.h"

namespace octavo {

/// A match and the place where matching began, which is before the match only in regular expressions with
/// \K.
struct Hit {
    ByteOffset place = 0;
    ByteRange range;
};

/// What was found of one finder among some places.
struct SegmentResult {
    enum class Stop : std::uint8_t {
        Done,
        Full,       ///< there was no room for more hits
        Undecided,  ///< the place `reached` needs more bytes than were looked at
        GaveUp,     ///< at the place `reached`
        Damaged,    ///< `holes` were found; from `reached` on nothing is known
        Cancelled,
    };
    std::vector<Hit> hits;
    std::vector<Capture> captures;  ///< of each hit in turn, when they are wanted
    ByteOffset reached = 0;         ///< every place before it is decided
    Stop stop = Stop::Done;
    GiveUpReason reason = GiveUpReason::Steps;
    RangeSet holes;
};

/// How hits are gathered.
struct SegmentOrder {
    bool overlaps = false;  ///< a match may begin inside the one before it
    bool wantsCaptures = false;
    std::uint64_t room = std::numeric_limits<std::uint64_t>::max();  ///< hits, at most
};

/// Where the match after this one may begin.
[[nodiscard]] inline ByteOffset nextPlace(const Hit& hit, const SegmentOrder& order) {
    return order.overlaps || hit.range.end <= hit.place ? hit.place + 1 : hit.range.end;
}

/// No match that is not a run is followed further than this.
inline constexpr ByteCount kLongestMatch = ByteCount{64} << 20;

/// Looks for one finder's matches in a space. For one thread.
class SegmentSearch {
public:
    /// Runs are followed `runStep` bytes at a time, and looks for a stop request are as far apart.
    SegmentSearch(const SearchSpace& space, const BlockFinder& finder, const JobContext& job,
                  ByteCount runStep)
        : space_(space), finder_(finder), job_(job), runStep_(runStep), memory_(finder.newMemory()) {}

    /// Adds the matches that begin at `places` to `result`, which goes on where it had reached. Looks at
    /// lookAhead() bytes behind the places; stops where that does not decide.
    void run(ByteRange places, const SegmentOrder& order, SegmentResult& result);
    /// The same, but looks as far as kLongestMatch, and to the end of runs.
    void runFar(ByteRange places, const SegmentOrder& order, SegmentResult& result);
    /// Puts the match with the greatest place into `result`, when there is one. Looks as far as runFar().
    void runBackward(ByteRange places, SegmentResult& result);

private:
    /// `ahead` bytes behind the places are looked at.
    void look(ByteRange places, ByteCount ahead, const SegmentOrder& order, SegmentResult& result);
    void lookInPart(const SearchSpace::Part& part, ByteCount ahead, const SegmentOrder& order,
                    SegmentResult& result);
    void gather(SearchBlock block, const SegmentOrder& order, SegmentResult& result);
    void followRun(ByteOffset place, const SegmentOrder& order, SegmentResult& result);
    [[nodiscard]] BlockResult lastOf(const SearchSpace::Part& part, ByteCount ahead, SegmentResult& result);
    void lastInPart(SearchSpace::Part part, SegmentResult& result);
    [[nodiscard]] SearchBlock blockOf(const SearchSpace::Part& part, ByteRange window,
                                      std::span<const std::byte> bytes) const;
    [[nodiscard]] std::vector<SearchSpace::Part> partsOf(ByteRange places) const;
    [[nodiscard]] ByteRange windowOf(const SearchSpace::Part& part, ByteCount ahead) const;
    [[nodiscard]] ByteCount farther(ByteCount ahead) const;
    void noteEnd(const BlockResult& found, ByteOffset at, SegmentResult& result) const;

    const SearchSpace& space_;
    const BlockFinder& finder_;
    const JobContext& job_;
    ByteCount runStep_;
    std::unique_ptr<FinderMemory> memory_;
    std::vector<std::byte> buffer_;
};

}  // namespace octavo
