#pragma once

#include <memory>
#include <span>

#include "core/base/byte_range.h"
#include "core/base/range_set.h"

namespace octavo {

/// A read-only mapping of a file that outlives what happens to the file: when another program cuts the file
/// short or the device fails, the SIGBUS that would kill the program becomes a page of zeros and a note of
/// what was lost.
///
/// How: every live mapping stands in a lock-free list. The signal handler looks up the faulting address
/// there. If the file has become shorter than the page, everything from the file's new end is replaced by
/// zero pages at once; otherwise the device failed, and only that page is. Then the faulting instruction runs
/// again. A SIGBUS at any other address goes to whoever handled it before. The handler is installed with the
/// first mapping and stays.
///
/// Safe to read from any thread; the destructor needs all readers gone.
class GuardedMapping {
public:
    /// Maps the first `size` bytes. Nothing when the system refuses; errno says why. The descriptor is
    /// borrowed and has to stay open as long as the mapping. REQUIRES: size > 0.
    [[nodiscard]] static std::unique_ptr<GuardedMapping> map(int descriptor, ByteCount size);

    GuardedMapping(const GuardedMapping&) = delete;
    GuardedMapping& operator=(const GuardedMapping&) = delete;
    ~GuardedMapping();

    [[nodiscard]] std::span<const std::byte> bytes() const { return bytes_; }

    /// True once any page was replaced by zeros. Cost: one load.
    [[nodiscard]] bool hasFaults() const;
    /// Where the file was found to end, when a fault showed that it had become shorter; else bytes().size().
    [[nodiscard]] ByteCount endAfterFaults() const;
    /// The single pages of `range` that the device failed to read; whole pages, clipped to the mapping.
    [[nodiscard]] RangeSet failedPagesIn(ByteRange range) const;

    /// One entry of the list that the signal handler reads.
    struct Slot;

private:
    GuardedMapping(Slot* slot, std::span<const std::byte> bytes) : slot_(slot), bytes_(bytes) {}

    Slot* slot_;
    std::span<const std::byte> bytes_;
};

}  // namespace octavo
