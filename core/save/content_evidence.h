#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/source/source.h"

namespace octavo {

/// What a few bytes of a file looked like: enough to tell later whether it still holds what it held, without
/// reading it all. CRC-32 as in zlib. A value.
struct ContentSample {
    static constexpr std::size_t kLength = 4096;

    ByteOffset offset = 0;
    std::uint32_t length = 0;  ///< at most kLength
    std::uint32_t crc = 0;

    friend bool operator==(const ContentSample&, const ContentSample&) = default;
};

/// Samples of the first and the last block and of 62 between them; of everything where the source is short.
/// Bytes that cannot be read are left out. Cost: reads at most 256 KiB.
[[nodiscard]] std::vector<ContentSample> sampleContent(const Source& source);

/// Whether `length` bytes of the sample lie in `source` at `offset`. Nothing where they do not fit or cannot
/// be read.
[[nodiscard]] std::optional<bool> isSampleAt(const ContentSample& sample, const Source& source,
                                             ByteOffset offset);

}  // namespace octavo
