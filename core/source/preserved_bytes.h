#pragma once

#include <map>
#include <memory>
#include <optional>
#include <span>

#include "core/base/range_set.h"
#include "core/base/result.h"
#include "core/source/spill_file.h"

namespace octavo {

/// Old bytes of a file, kept in one spill file and found again by their old offsets. Its owner keeps readers
/// out while publish() runs; everything else may run beside readers.
class PreservedBytes {
public:
    [[nodiscard]] bool isEmpty() const { return runs_.empty(); }

    /// The run from `range.begin` on that is preserved as a whole or not at all, cut to `range`.
    struct Run {
        ByteRange range;
        std::optional<ByteOffset> spillOffset;  // nothing: not preserved
    };
    [[nodiscard]] Run runAt(ByteRange range) const;
    void read(const Run& run, std::span<std::byte> out, RangeSet& unreadable) const;

    /// Copies bytes to the spill file, not visible yet. One thread.
    [[nodiscard]] Result<ByteOffset> store(std::span<const std::byte> bytes);
    /// Makes stored bytes visible at a range where nothing is preserved yet.
    void publish(ByteRange range, ByteOffset spillOffset);

private:
    struct Stored {
        ByteOffset end = 0;
        ByteOffset spillOffset = 0;
    };
    std::map<ByteOffset, Stored> runs_;  // by begin; disjoint
    std::unique_ptr<SpillFile> spill_;   // made at the first store()
};

}  // namespace octavo
