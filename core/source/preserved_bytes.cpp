#include "core/source/preserved_bytes.h"

#include <algorithm>
#include <utility>

namespace octavo {

PreservedBytes::Run PreservedBytes::runAt(ByteRange range) const {
    const auto next = runs_.upper_bound(range.begin);
    if (next != runs_.begin()) {
        const auto& [begin, stored] = *std::prev(next);
        if (range.begin < stored.end)
            return {{range.begin, std::min(range.end, stored.end)},
                    stored.spillOffset + (range.begin - begin)};
    }
    const ByteOffset end = next == runs_.end() ? range.end : std::min(range.end, next->first);
    return {{range.begin, end}, std::nullopt};
}

void PreservedBytes::read(const Run& run, std::span<std::byte> out, RangeSet& unreadable) const {
    RangeSet lost;
    spill_->read(*run.spillOffset, out, lost);
    for (const ByteRange range : lost.ranges())
        unreadable.add(ByteRange::ofLength(run.range.begin + (range.begin - *run.spillOffset), range.size()));
}

Result<ByteOffset> PreservedBytes::store(std::span<const std::byte> bytes) {
    if (!spill_) {
        auto file = SpillFile::create();
        if (!file)
            return fail(std::move(file.error()));
        spill_ = std::make_unique<SpillFile>(std::move(*file));
    }
    const ByteOffset offset = spill_->size();
    if (auto status = spill_->append(bytes); !status)
        return fail(std::move(status.error()));
    return offset;
}

void PreservedBytes::publish(ByteRange range, ByteOffset spillOffset) {
    runs_.emplace(range.begin, Stored{range.end, spillOffset});
}

}  // namespace octavo
