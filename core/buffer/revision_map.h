#pragma once

#include <optional>
#include <vector>

#include "core/base/byte_range.h"
#include "core/buffer/edit.h"

namespace octavo {

/// Where the bytes of one revision are in a later one: for any number of places that are looked at only now
/// and then, where an AnchorSet would move all of them with every edit. A value. Memory: 24 bytes for each
/// place where something changed.
class RevisionMap {
public:
    /// Of no change: everything is where it was.
    RevisionMap();

    /// Changes must come in their order. Cost: O(places changed so far).
    void apply(const Change& change);

    /// Where these bytes are now; nothing when one of them has gone, or others came between them. REQUIRES:
    /// not empty. Cost: O(log n).
    [[nodiscard]] std::optional<ByteRange> now(ByteRange then) const;
    /// Where an offset is now, or where what was there would be. Cost: O(log n).
    [[nodiscard]] ByteOffset nearest(ByteOffset then) const;

private:
    /// Bytes that are still together.
    struct Run {
        ByteOffset then = 0;
        ByteOffset now = 0;
        ByteCount length = 0;
    };
    /// The run in which the byte lies; else the next one.
    [[nodiscard]] std::vector<Run>::const_iterator runAt(ByteOffset then) const;

    std::vector<Run> runs_;  // in order, both ways
};

}  // namespace octavo
