#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "core/base/byte_range.h"
#include "core/buffer/edit.h"

namespace octavo {

/// Names an anchor in one AnchorSet.
enum class AnchorId : std::uint64_t {};

/// Ranges that follow the bytes they were put on: they move, grow and shrink with edits. Bytes inserted at
/// either end stay outside, except at an empty anchor, which stays in front of them. An anchor whose bytes
/// were removed shrinks to the place where they were; undoing that edit gives it its range back. One thread.
/// Cost of an edit: O(anchors).
class AnchorSet {
public:
    [[nodiscard]] AnchorId add(ByteRange range);
    void remove(AnchorId id);
    /// Nothing when there is no such anchor.
    [[nodiscard]] std::optional<ByteRange> range(AnchorId id) const;

    /// Moves every anchor as the change says.
    void apply(const Change& change);
    /// The same for a change that consists of many, as if each had been made for itself. `change` is all of
    /// it. Cost: O(anchors log anchors + ranges).
    void apply(const Change& change, const MultiEdit& edit);

private:
    struct Entry {
        ByteRange range;
        struct Step {
            ByteRange range;
            Change change;
        };
        std::vector<Step> before;  // where it was before changes that touched it, latest last, for undo
        std::vector<Step> after;   // where it was after those that were undone, earliest last, for redo
    };
    [[nodiscard]] static bool stepsBackOrAgain(Entry& entry, const Change& change);
    static void note(Entry& entry, const Change& change);
    std::map<AnchorId, Entry> entries_;
    std::uint64_t lastId_ = 0;
};

}  // namespace octavo
