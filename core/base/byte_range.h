#pragma once

#include <algorithm>
#include <cstdint>

#include "core/base/contracts.h"

namespace octavo {

/// Counts bytes from the start of a document, a source or a chunk. 64 bits everywhere.
using ByteOffset = std::uint64_t;

/// A number of bytes.
using ByteCount = std::uint64_t;

/// No document is longer than this; every sum of two valid offsets or lengths therefore fits in 64 bits.
inline constexpr ByteCount kMaxDocumentSize = (ByteCount{1} << 63) - 1;

/// The bytes from `begin` up to, not including, `end`. Every range in Octavo is half-open and counted in
/// bytes.
struct ByteRange {
    ByteOffset begin = 0;
    ByteOffset end = 0;

    [[nodiscard]] static constexpr ByteRange ofLength(ByteOffset begin, ByteCount length) {
        return {begin, begin + length};
    }

    [[nodiscard]] constexpr ByteCount size() const { return end - begin; }
    [[nodiscard]] constexpr bool isEmpty() const { return end == begin; }
    [[nodiscard]] constexpr bool isValid() const { return begin <= end && end <= kMaxDocumentSize; }
    [[nodiscard]] constexpr bool contains(ByteOffset offset) const { return begin <= offset && offset < end; }
    /// An empty range is contained wherever it lies within or at an end of this one.
    [[nodiscard]] constexpr bool contains(ByteRange other) const {
        return begin <= other.begin && other.end <= end;
    }
    /// True when at least one byte belongs to both.
    [[nodiscard]] constexpr bool intersects(ByteRange other) const {
        return std::max(begin, other.begin) < std::min(end, other.end);
    }
    /// The bytes that belong to both; empty (at the later begin) when none do.
    [[nodiscard]] constexpr ByteRange intersection(ByteRange other) const {
        const ByteOffset first = std::max(begin, other.begin);
        return {first, std::max(first, std::min(end, other.end))};
    }
    [[nodiscard]] constexpr ByteRange shifted(std::int64_t distance) const {
        const auto delta = static_cast<ByteOffset>(distance);
        return {begin + delta, end + delta};
    }

    friend constexpr bool operator==(ByteRange, ByteRange) = default;
};

}  // namespace octavo
