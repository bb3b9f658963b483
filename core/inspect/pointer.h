#pragma once

#include <cstdint>
#include <optional>

#include "core/base/byte_order.h"
#include "core/base/result.h"
#include "core/buffer/snapshot.h"

namespace octavo {

/// What the value of a pointer counts from.
enum class PointerOrigin : std::uint8_t {
    Start,    ///< the document's start
    Pointer,  ///< the pointer's own first byte
    Behind,   ///< the first byte behind the pointer
};

/// How bytes name a place in the document. A value.
struct PointerForm {
    static constexpr int kMaxWidth = 8;

    int width = 4;  ///< in bytes, 1 to kMaxWidth
    ByteOrder order = ByteOrder::Little;
    bool isSigned = false;
    PointerOrigin origin = PointerOrigin::Start;
    std::int64_t base = 0;  ///< added to the value

    friend bool operator==(const PointerForm&, const PointerForm&) = default;
};

/// What a pointer says and where it leads.
struct PointerReading {
    ByteRange bytes;              ///< the pointer
    std::uint64_t magnitude = 0;  ///< of its value
    bool isNegative = false;
    std::optional<ByteOffset> target;  ///< nothing outside the document; its end is inside

    friend bool operator==(const PointerReading&, const PointerReading&) = default;
};

/// Reads the pointer at `at`. OutOfRange: the document ends within it. Unreadable: its bytes cannot be had.
[[nodiscard]] Result<PointerReading> readPointer(const Snapshot& snapshot, ByteOffset at,
                                                 const PointerForm& form);

}  // namespace octavo
