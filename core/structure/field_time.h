#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/base/integer.h"
#include "core/base/result.h"

namespace octavo {

/// How an integer stands for a point in time: the key `-time` of a field, which is Octavo's own.
enum class FieldTime : std::uint8_t {
    Unix,       ///< "unix": seconds since 1970, UTC
    UnixMilli,  ///< "unix-ms"
    UnixMicro,  ///< "unix-us"
    UnixNano,   ///< "unix-ns"
    FileTime,   ///< "filetime": 100 ns since 1601, UTC ([MS-DTYP] 2.3.3)
    Mac,        ///< "mac": seconds since 1904
    Dos,        ///< "dos": the time in the low 16 bits, the date in the high ones
    DosDate,    ///< "dos-date": year since 1980, month, day in 7, 4 and 5 bits
    DosTime,    ///< "dos-time": hour, minute, half seconds in 5, 6 and 5 bits
};

[[nodiscard]] std::optional<FieldTime> fieldTimeNamed(std::string_view name);

/// ISO 8601: "2024-05-06T07:08:09Z", without Z where the zone is not known, "2024-05-06" and "07:08:09" for
/// parts. Nothing for a value that is no time: month 13, or beyond the year 9999.
[[nodiscard]] std::optional<std::string> timeText(FieldTime kind, Int128 value);

/// The inverse. Malformed for a text that is no time, OutOfRange for one that the kind cannot express.
[[nodiscard]] Result<Int128> timeValue(FieldTime kind, std::string_view text);

}  // namespace octavo
