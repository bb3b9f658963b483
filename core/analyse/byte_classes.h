#pragma once

#include <cstdint>
#include <vector>

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/buffer/snapshot.h"

namespace octavo {

/// What kind of byte it is: 00, printable ASCII, 01-1F and 7F, 80-FF.
enum class ByteClass : std::uint8_t { Zero, Printable, Control, High };

[[nodiscard]] constexpr ByteClass classOf(std::byte byte) {
    const auto value = std::to_integer<unsigned>(byte);
    if (value == 0)
        return ByteClass::Zero;
    if (value >= 0x80)
        return ByteClass::High;
    return value < 0x20 || value == 0x7F ? ByteClass::Control : ByteClass::Printable;
}

/// How much of a stretch of bytes each class makes up, in 255ths; together 255, but 0 where nothing could be
/// read. A value.
struct ByteClassShares {
    std::uint8_t zero = 0;
    std::uint8_t printable = 0;
    std::uint8_t control = 0;
    std::uint8_t high = 0;

    friend bool operator==(const ByteClassShares&, const ByteClassShares&) = default;
};

/// Where the `index`th of `parts` equal parts of a document lies; together they are all of it. REQUIRES:
/// index < parts.
[[nodiscard]] ByteRange partOf(ByteCount size, int parts, int index);

/// The shares of each of `parts` equal parts, judged by at most kByteClassSample bytes of it in
/// kByteClassStretches places. For a picture of a document of any size. Cancelled. REQUIRES: parts > 0. Cost:
/// O(parts) reads.
[[nodiscard]] Result<std::vector<ByteClassShares>> sampleByteClasses(const Snapshot& snapshot, int parts,
                                                                     const JobContext& job = {});
inline constexpr std::size_t kByteClassSample = 1024;
inline constexpr std::size_t kByteClassStretches = 4;

}  // namespace octavo
