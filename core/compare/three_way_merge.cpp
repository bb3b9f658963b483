#include "core/compare/three_way_merge.h"

#include <algorithm>

#include "core/base/contracts.h"

namespace octavo {

namespace {

/// Walks along the hunks of one side and knows where its version stands against the base.
class Side {
public:
    explicit Side(std::span<const Hunk> hunks) : hunks_(hunks) {}

    [[nodiscard]] bool isDone() const { return next_ == hunks_.size(); }
    [[nodiscard]] const Hunk& next() const { return hunks_[next_]; }
    [[nodiscard]] bool touches(ByteOffset end) const { return !isDone() && next().before.begin <= end; }
    void take(ByteRange& base) {
        base.end = std::max(base.end, next().before.end);
        shift_ = static_cast<std::int64_t>(next().after.end - next().before.end);
        ++next_;
        ++taken_;
    }
    /// Begins a region of the base here.
    void begin(ByteOffset at) {
        begin_ = at + static_cast<ByteOffset>(shift_);
        taken_ = 0;
    }
    [[nodiscard]] ByteRange rangeTo(ByteOffset end) const {
        return {begin_, end + static_cast<ByteOffset>(shift_)};
    }
    [[nodiscard]] bool differs() const { return taken_ > 0; }

private:
    std::span<const Hunk> hunks_;
    std::size_t next_ = 0;
    std::size_t taken_ = 0;
    std::int64_t shift_ = 0;  // from the base to this version, behind what was taken
    ByteOffset begin_ = 0;
};

}  // namespace

std::vector<MergeRegion> threeWayMerge(std::span<const Hunk> mine, std::span<const Hunk> theirs,
                                       const std::function<bool(ByteRange, ByteRange)>& isSame) {
    std::vector<MergeRegion> regions;
    Side ours(mine);
    Side others(theirs);
    while (!ours.isDone() || !others.isDone()) {
        ByteOffset begin = ours.isDone() ? others.next().before.begin : ours.next().before.begin;
        if (!others.isDone())
            begin = std::min(begin, others.next().before.begin);
        ByteRange base{begin, begin};
        ours.begin(begin);
        others.begin(begin);
        while (ours.touches(base.end) || others.touches(base.end)) {
            Side& side = ours.touches(base.end) ? ours : others;
            side.take(base);
        }
        MergeRegion region{.base = base, .mine = ours.rangeTo(base.end), .theirs = others.rangeTo(base.end)};
        if (!others.differs())
            region.kind = MergeRegion::Kind::Mine;
        else if (!ours.differs())
            region.kind = MergeRegion::Kind::Theirs;
        else
            region.kind =
                isSame(region.mine, region.theirs) ? MergeRegion::Kind::Same : MergeRegion::Kind::Conflict;
        regions.push_back(region);
    }
    return regions;
}

MergePlan planMerge(std::span<const MergeRegion> regions, std::span<const MergeChoice> choices,
                    ByteCount theirSize) {
    OCTAVO_EXPECTS(regions.size() == choices.size());
    MergePlan plan;
    ByteOffset at = 0;       // in the merged document
    ByteOffset reached = 0;  // in theirs
    const auto keepTo = [&](ByteOffset end) {
        if (end > reached)
            plan.kept.push_back({at, {reached, end}});
        at += end - reached;
        reached = end;
    };
    for (std::size_t i = 0; i < regions.size(); ++i) {
        const MergeRegion& region = regions[i];
        const bool isMine = region.kind == MergeRegion::Kind::Mine ||
                            (region.kind == MergeRegion::Kind::Conflict && choices[i] == MergeChoice::Mine);
        if (!isMine) {
            plan.taken.push_back({region.mine, region.theirs});
            continue;  // what theirs has there goes on
        }
        keepTo(region.theirs.begin);
        at += region.mine.size();
        reached = region.theirs.end;
    }
    keepTo(theirSize);
    return plan;
}

}  // namespace octavo
