#include "core/source/random_source.h"

#include <algorithm>
#include <array>

#include "core/base/byte_order.h"
#include "core/base/contracts.h"

namespace octavo {

namespace {

constexpr std::size_t kWord = sizeof(std::uint64_t);

/// The output of SplitMix64 after `index + 1` steps from `seed`.
std::uint64_t wordAt(std::uint64_t seed, std::uint64_t index) {
    std::uint64_t z = seed + (index + 1) * 0x9E3779B97F4A7C15u;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
}

}  // namespace

RandomSource::RandomSource(std::uint64_t seed, ByteCount size) : seed_(seed), size_(size) {
    OCTAVO_EXPECTS(size <= kMaxDocumentSize);
}

void RandomSource::read(ByteOffset offset, std::span<std::byte> out, RangeSet& /*unreadable*/) const {
    OCTAVO_EXPECTS(offset <= size_ && out.size() <= size_ - offset);
    std::array<std::byte, kWord> word{};
    while (!out.empty()) {
        storeUnsigned(wordAt(seed_, offset / kWord), std::span<std::byte>(word), ByteOrder::Little);
        const std::size_t skip = static_cast<std::size_t>(offset % kWord);
        const std::size_t count = std::min(out.size(), kWord - skip);
        std::copy_n(word.begin() + static_cast<std::ptrdiff_t>(skip), count, out.begin());
        out = out.subspan(count);
        offset += count;
    }
}

}  // namespace octavo
