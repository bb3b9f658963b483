#include "core/buffer/revision_map.h"

#include <algorithm>

#include "core/base/contracts.h"

namespace octavo {

RevisionMap::RevisionMap() : runs_{{.then = 0, .now = 0, .length = kMaxDocumentSize}} {}

void RevisionMap::apply(const Change& change) {
    const ByteRange removed = change.removedRange();
    std::vector<Run> after;
    after.reserve(runs_.size() + 1);
    const auto add = [&after](const Run& run) {
        Run* last = after.empty() ? nullptr : &after.back();
        // What was put in between may have gone again.
        const bool continues =
            last != nullptr && last->then + last->length == run.then && last->now + last->length == run.now;
        if (continues)
            last->length += run.length;
        else
            after.push_back(run);
    };
    for (const Run& run : runs_) {
        const ByteOffset end = run.now + run.length;
        if (run.now < removed.begin)
            add({run.then, run.now, std::min(run.length, removed.begin - run.now)});
        if (end > removed.end) {
            const ByteCount cut = removed.end > run.now ? removed.end - run.now : 0;
            add({run.then + cut, run.now + cut - change.removed + change.inserted, run.length - cut});
        }
    }
    runs_ = std::move(after);
}

std::vector<RevisionMap::Run>::const_iterator RevisionMap::runAt(ByteOffset then) const {
    return std::ranges::partition_point(runs_,
                                        [then](const Run& run) { return run.then + run.length <= then; });
}

std::optional<ByteRange> RevisionMap::now(ByteRange then) const {
    OCTAVO_EXPECTS(!then.isEmpty());
    const auto run = runAt(then.begin);
    if (run == runs_.end() || then.begin < run->then || then.end > run->then + run->length)
        return std::nullopt;
    return ByteRange::ofLength(run->now + (then.begin - run->then), then.size());
}

ByteOffset RevisionMap::nearest(ByteOffset then) const {
    const auto run = runAt(then);
    if (run != runs_.end())
        return run->now + (std::max(then, run->then) - run->then);
    return runs_.empty() ? 0 : runs_.back().now + runs_.back().length;
}

}  // namespace octavo
