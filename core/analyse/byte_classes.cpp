#include "core/analyse/byte_classes.h"

#include <algorithm>
#include <array>

namespace octavo {

namespace {

constexpr std::size_t kStretch = kByteClassSample / kByteClassStretches;

using Counts = std::array<std::uint32_t, 4>;

/// The bytes of `range` that are looked at: all of it, or stretches evenly spread from its start to its end.
std::vector<ByteRange> stretchesOf(ByteRange range) {
    if (range.size() <= kByteClassSample)
        return {range};
    std::vector<ByteRange> stretches;
    const ByteCount room = range.size() - kStretch;
    for (std::size_t i = 0; i < kByteClassStretches; ++i) {
        const ByteOffset begin = range.begin + room / (kByteClassStretches - 1) * i;
        stretches.push_back(ByteRange::ofLength(begin, kStretch));
    }
    return stretches;
}

ByteClassShares sharesOf(const Counts& counts) {
    const std::uint32_t total = counts[0] + counts[1] + counts[2] + counts[3];
    if (total == 0)
        return {};
    // What is left of 255 goes from class to class, so that nothing is lost in rounding.
    std::array<std::uint8_t, 4> shares{};
    std::uint32_t seen = 0;
    std::uint32_t given = 0;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        seen += counts[i];
        const std::uint32_t soFar = (seen * 255 + total / 2) / total;
        shares[i] = static_cast<std::uint8_t>(soFar - given);
        given = soFar;
    }
    return {.zero = shares[0], .printable = shares[1], .control = shares[2], .high = shares[3]};
}

}  // namespace

ByteRange partOf(ByteCount size, int parts, int index) {
    OCTAVO_EXPECTS(index >= 0 && index < parts);
    const auto count = static_cast<ByteCount>(parts);
    const auto border = [&](ByteCount i) { return size / count * i + size % count * i / count; };
    return {border(static_cast<ByteCount>(index)), border(static_cast<ByteCount>(index) + 1)};
}

Result<std::vector<ByteClassShares>> sampleByteClasses(const Snapshot& snapshot, int parts,
                                                       const JobContext& job) {
    OCTAVO_EXPECTS(parts > 0);
    std::vector<ByteClassShares> shares;
    std::array<std::byte, kByteClassSample> bytes{};
    job.setTotal(static_cast<std::uint64_t>(parts));
    for (int part = 0; part < parts; ++part) {
        if (job.stopRequested())
            return fail(ErrorCode::Cancelled);
        Counts counts{};
        for (const ByteRange stretch : stretchesOf(partOf(snapshot.size(), parts, part))) {
            const auto seen = std::span(bytes).first(static_cast<std::size_t>(stretch.size()));
            const RangeSet unreadable = snapshot.read(stretch.begin, seen);
            for (std::size_t i = 0; i < seen.size(); ++i) {
                if (!unreadable.contains(stretch.begin + i))
                    ++counts[static_cast<std::size_t>(classOf(seen[i]))];
            }
        }
        shares.push_back(sharesOf(counts));
        job.advance(1);
    }
    return shares;
}

}  // namespace octavo
