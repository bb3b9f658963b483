#pragma once

#include <cstddef>
#include <mutex>
#include <shared_mutex>
#include <span>
#include <utility>

#include "core/base/byte_range.h"
#include "core/base/range_set.h"

namespace octavo {

/// Bytes lent by a Source straight from where they lie. Valid while the Loan lives; keep it short-lived,
/// because a save that overwrites the file underneath waits for it. Empty when the source cannot lend.
class Loan {
public:
    Loan() = default;
    Loan(std::span<const std::byte> bytes, std::shared_lock<std::shared_mutex> lock)
        : bytes_(bytes), lock_(std::move(lock)) {}

    [[nodiscard]] std::span<const std::byte> bytes() const { return bytes_; }

private:
    std::span<const std::byte> bytes_;
    std::shared_lock<std::shared_mutex> lock_;
};

class FileSource;

/// Immutable bytes with a length: a file, memory, a generated pattern. Safe to read from any thread at any
/// time. Bytes that cannot be had (a file cut short by another program, a bad sector) read as zeros and are
/// reported.
class Source {
public:
    Source() = default;
    Source(const Source&) = delete;
    Source& operator=(const Source&) = delete;
    virtual ~Source() = default;

    /// Never shrinks and, except for a GrowingSource, never changes.
    [[nodiscard]] virtual ByteCount size() const = 0;

    /// Copies out.size() bytes from `offset`. Bytes that could not be read are zero in `out` and their
    /// ranges, in this source's offsets, are added to `unreadable`. REQUIRES: offset + out.size() <= size().
    virtual void read(ByteOffset offset, std::span<std::byte> out, RangeSet& unreadable) const = 0;

    /// Lends the longest run of bytes that starts at range.begin and lies inside `range`; empty when the
    /// source has no memory of its own to lend there (use read). After using the bytes ask damageIn() for the
    /// part used: what it names was zeros, not data. REQUIRES: range.end <= size(), range not empty.
    [[nodiscard]] virtual Loan lend(ByteRange range) const {
        static_cast<void>(range);
        return {};
    }

    /// The bytes of `range` known by now to be unreadable.
    [[nodiscard]] virtual RangeSet damageIn(ByteRange range) const {
        static_cast<void>(range);
        return {};
    }

    /// This source as a file, or nullptr when its bytes do not lie in one.
    [[nodiscard]] virtual const FileSource* asFile() const { return nullptr; }
};

}  // namespace octavo
