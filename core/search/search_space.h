#pragma once

#include <functional>
#include <vector>

#include "core/base/range_set.h"
#include "core/buffer/snapshot.h"

namespace octavo {

/// The bytes that a search may look at: one range of a snapshot without what cannot be read. Any thread may
/// read it while nobody adds holes.
class SearchSpace {
public:
    SearchSpace(const Snapshot& snapshot, ByteRange range) : snapshot_(snapshot), range_(range) {}

    [[nodiscard]] ByteRange range() const { return range_; }
    /// Bytes that turned out to be unreadable; some may lie before the range.
    void addHoles(const RangeSet& holes) { holes_.add(holes); }
    [[nodiscard]] const RangeSet& holes() const { return holes_; }

    /// A run of readable places, and the readable bytes around it.
    struct Part {
        ByteRange places;
        ByteRange around;
    };
    /// Whether the bytes before the range are around its places.
    enum class Context : bool { RangeOnly, WithBytesBefore };
    /// What of `places` can be read, in order. REQUIRES: places lie in the range.
    [[nodiscard]] std::vector<Part> partsOf(ByteRange places, Context context) const;

    /// Calls `work` with the bytes of `window`, in one piece: lent where one source has them, else copied.
    /// What could not be read; then the bytes were wrong. `buffer` is kept for the next call.
    using Work = std::function<void(std::span<const std::byte>)>;
    [[nodiscard]] RangeSet withBytes(ByteRange window, std::vector<std::byte>& buffer,
                                     const Work& work) const;

private:
    const Snapshot& snapshot_;
    ByteRange range_;
    RangeSet holes_;
};

}  // namespace octavo
