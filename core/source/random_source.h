#pragma once

#include "core/source/source.h"

namespace octavo {

/// Bytes that look random, made when they are read: the same seed gives the same bytes, of any number,
/// without storing one of them. For filling, not for secrets. The generator is SplitMix64 (Steele, Lea,
/// Flood, "Fast Splittable Pseudorandom Number Generators", OOPSLA 2014), which can be entered at any
/// position.
class RandomSource final : public Source {
public:
    /// REQUIRES: size <= kMaxDocumentSize.
    RandomSource(std::uint64_t seed, ByteCount size);

    [[nodiscard]] std::uint64_t seed() const { return seed_; }
    [[nodiscard]] ByteCount size() const override { return size_; }
    void read(ByteOffset offset, std::span<std::byte> out, RangeSet& unreadable) const override;

private:
    std::uint64_t seed_;
    ByteCount size_;
};

}  // namespace octavo
