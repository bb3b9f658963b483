#include "core/inspect/pointer.h"

#include <array>

namespace octavo {

namespace {

ByteOffset startOf(PointerOrigin origin, ByteRange pointer) {
    switch (origin) {
        case PointerOrigin::Start:
            return 0;
        case PointerOrigin::Pointer:
            return pointer.begin;
        case PointerOrigin::Behind:
            return pointer.end;
    }
    return 0;
}

__extension__ using Wide = __int128;  // holds every sum of three 64-bit numbers

/// The place in a document of that size, or nothing.
std::optional<ByteOffset> placeOf(const PointerReading& reading, const PointerForm& form, ByteCount size) {
    const Wide value = reading.isNegative ? -Wide{reading.magnitude} : Wide{reading.magnitude};
    const Wide place = Wide{startOf(form.origin, reading.bytes)} + form.base + value;
    return 0 <= place && place <= Wide{size} ? std::optional(static_cast<ByteOffset>(place)) : std::nullopt;
}

}  // namespace

Result<PointerReading> readPointer(const Snapshot& snapshot, ByteOffset at, const PointerForm& form) {
    OCTAVO_EXPECTS(1 <= form.width && form.width <= PointerForm::kMaxWidth);
    const auto width = static_cast<std::size_t>(form.width);
    if (at > snapshot.size() || width > snapshot.size() - at)
        return failAt(ErrorCode::OutOfRange, at);
    std::array<std::byte, PointerForm::kMaxWidth> buffer{};
    const auto bytes = std::span(buffer).first(width);
    if (!snapshot.read(at, bytes).isEmpty())
        return failAt(ErrorCode::Unreadable, at);

    PointerReading reading{.bytes = ByteRange::ofLength(at, width), .target = {}};
    reading.magnitude = loadUnsigned<std::uint64_t>(bytes, form.order);
    const std::uint64_t signBit = std::uint64_t{1} << (8 * width - 1);
    if (form.isSigned && (reading.magnitude & signBit) != 0) {
        reading.isNegative = true;
        reading.magnitude = signBit - (reading.magnitude - signBit);
    }
    reading.target = placeOf(reading, form, snapshot.size());
    return reading;
}

}  // namespace octavo
