#include "core/save/content_evidence.h"

#include <algorithm>
#include <array>

#include "core/save/little_endian.h"

namespace octavo {

namespace {

constexpr ByteCount kSamples = 64;

std::optional<std::uint32_t> crcAt(const Source& source, ByteRange range) {
    std::array<std::byte, ContentSample::kLength> buffer;
    const auto bytes = std::span(buffer).first(static_cast<std::size_t>(range.size()));
    RangeSet unreadable;
    source.read(range.begin, bytes, unreadable);
    if (!unreadable.isEmpty())
        return std::nullopt;
    return crc32Of(bytes);
}

}  // namespace

std::vector<ContentSample> sampleContent(const Source& source) {
    std::vector<ContentSample> samples;
    const ByteCount blocks = (source.size() + ContentSample::kLength - 1) / ContentSample::kLength;
    const ByteCount count = std::min(blocks, kSamples);
    for (ByteCount i = 0; i < count; ++i) {
        // The last of several is the last block; the quotient first, as the product may not fit 64 bits.
        const ByteCount steps = count - 1;
        const ByteCount block = steps == 0 ? 0 : (blocks - 1) / steps * i + (blocks - 1) % steps * i / steps;
        const ByteOffset begin = block * ContentSample::kLength;
        const ByteRange range{begin, std::min<ByteOffset>(begin + ContentSample::kLength, source.size())};
        if (const auto crc = crcAt(source, range))
            samples.push_back(
                {.offset = begin, .length = static_cast<std::uint32_t>(range.size()), .crc = *crc});
    }
    return samples;
}

std::optional<bool> isSampleAt(const ContentSample& sample, const Source& source, ByteOffset offset) {
    if (sample.length > ContentSample::kLength || offset > source.size() ||
        sample.length > source.size() - offset)
        return std::nullopt;
    const auto crc = crcAt(source, ByteRange::ofLength(offset, sample.length));
    if (!crc)
        return std::nullopt;
    return *crc == sample.crc;
}

}  // namespace octavo
