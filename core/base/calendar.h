#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace octavo {

/// A date and time of day of the proleptic Gregorian calendar, without a zone.
struct CalendarTime {
    std::int64_t year = 1970;
    unsigned month = 1;
    unsigned day = 1;
    unsigned hour = 0;
    unsigned minute = 0;
    unsigned second = 0;
    std::uint32_t nanosecond = 0;

    friend bool operator==(const CalendarTime&, const CalendarTime&) = default;
};

inline constexpr std::int64_t kSecondsPerDay = 86400;

[[nodiscard]] unsigned daysInMonth(std::int64_t year, unsigned month);

/// Days since 1970-01-01. REQUIRES: the date exists, |year| <= 10^12.
[[nodiscard]] std::int64_t daysSinceEpoch(const CalendarTime& date);

/// The inverse, at midnight. REQUIRES: |days| <= 3 * 10^14.
[[nodiscard]] CalendarTime dateOfDays(std::int64_t days);

/// Any number of seconds since 1970-01-01T00:00:00 as a date and time.
[[nodiscard]] CalendarTime timeOfSeconds(std::int64_t seconds);

/// Whether a text names its distance from UTC.
enum class ZoneUse {
    Utc,  ///< printed with Z; Z, +hh:mm, -hh:mm or nothing (meaning UTC) are read
    None  ///< local to who knows where: printed without, a zone is refused
};

/// ISO 8601: "2024-05-06T07:08:09.25Z". `fractionDigits` (0, 3, 6, 7 or 9) are printed unless all are zero.
/// Years beyond four digits, and those before 0, carry a sign.
[[nodiscard]] std::string isoText(const CalendarTime& time, ZoneUse zone, unsigned fractionDigits = 0);

/// What a text says: the local time and how many seconds it is ahead of UTC.
struct IsoTime {
    CalendarTime time;
    std::int64_t secondsAhead = 0;

    /// Whole seconds since 1970-01-01T00:00:00Z. REQUIRES: |year| <= 10^11.
    [[nodiscard]] std::int64_t secondsSinceEpoch() const;
};

/// Reads what isoText prints, also with a space for the T, without seconds or without a time of day. Up to
/// nine digits of fraction. Malformed: `offset` is the index of the offending character, or of the field that
/// names no month, day, hour ... that exists.
[[nodiscard]] Result<IsoTime> parseIso(std::string_view text, ZoneUse zone);

}  // namespace octavo
