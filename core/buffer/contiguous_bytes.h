#pragma once

#include <memory>
#include <span>

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/buffer/snapshot.h"

namespace octavo {

/// All bytes of a snapshot in one stretch of memory, for libraries that take nothing else. Lent from the one
/// mapping that holds them, where there is one; else copied to an unlinked temporary file that is mapped, so
/// the heap does not grow with them. Movable; used from one thread.
class ContiguousBytes {
public:
    /// From which sources bytes are lent as long as this value lives. A save that overwrites a file in place
    /// waits for that.
    enum class Lending : std::uint8_t {
        FromAny,
        FromUnshared,  ///< not from files that other programs and saves can overwrite
    };

    /// Errors: Cancelled; DiskFull and the others of SpillWriter when bytes have to be copied; LimitReached
    /// when the copy cannot be mapped. Cost: O(log n) when lent, else O(bytes).
    [[nodiscard]] static Result<ContiguousBytes> of(const Snapshot& snapshot, Lending lending,
                                                    const JobContext& context = {});

    [[nodiscard]] std::span<const std::byte> bytes() const { return loan_.bytes(); }
    /// Bytes that were zeros because they could not be had, in document offsets. To be asked after the bytes
    /// were used: what is lent shows only then what is missing.
    [[nodiscard]] RangeSet unreadable() const;
    [[nodiscard]] bool isCopy() const { return copy_ != nullptr; }

private:
    ContiguousBytes() = default;
    [[nodiscard]] static Result<ContiguousBytes> copyOf(const Snapshot& snapshot, const JobContext& context);

    Snapshot snapshot_;                   // keeps the source
    std::shared_ptr<const Source> copy_;  // or this does
    const Source* source_ = nullptr;      // that lends; none for no bytes
    ByteRange place_;                     // in it
    RangeSet unreadable_;                 // found while copying
    Loan loan_;
};

}  // namespace octavo
