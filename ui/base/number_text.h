#pragma once

#include <QString>

#include "core/base/byte_range.h"
#include "core/base/range_list.h"

namespace octavo {

/// \file Numbers as the program shows them everywhere. Hexadecimal digits are upper case; decimal numbers are
/// grouped by the person's locale.

/// "0x1F40".
[[nodiscard]] QString hexText(std::uint64_t number);
/// "0x1F40 (8,000)"; just "7" below ten, where both are the same.
[[nodiscard]] QString offsetText(ByteOffset offset);
/// "8,000" in the person's locale.
[[nodiscard]] QString decimalText(std::uint64_t number);
/// "12 bytes", "1.5 KiB", "3.20 GiB": for reading, with units of 1024.
[[nodiscard]] QString sizeText(ByteCount size);
/// "0x10–0x1F, 16 bytes (0x10)"; "empty at 0x10" for an empty one.
[[nodiscard]] QString rangeText(ByteRange range);
/// That of the only one, or "3 ranges, 48 bytes (0x30)".
[[nodiscard]] QString rangesText(const RangeList& ranges);

}  // namespace octavo
