#include "core/structure/field_time.h"

#include <array>
#include <utility>

#include "core/base/calendar.h"

namespace octavo {

namespace {

constexpr std::array<std::pair<std::string_view, FieldTime>, 9> kNames = {{{"unix", FieldTime::Unix},
                                                                           {"unix-ms", FieldTime::UnixMilli},
                                                                           {"unix-us", FieldTime::UnixMicro},
                                                                           {"unix-ns", FieldTime::UnixNano},
                                                                           {"filetime", FieldTime::FileTime},
                                                                           {"mac", FieldTime::Mac},
                                                                           {"dos", FieldTime::Dos},
                                                                           {"dos-date", FieldTime::DosDate},
                                                                           {"dos-time", FieldTime::DosTime}}};

/// A kind that counts units since some second.
struct Counted {
    std::int64_t unitsPerSecond = 1;
    std::int64_t epoch = 0;  ///< in seconds since 1970
    unsigned digits = 0;     ///< of the fraction
    ZoneUse zone = ZoneUse::Utc;
};

std::optional<Counted> countedOf(FieldTime kind) {
    switch (kind) {
        case FieldTime::Unix:
            return Counted{};
        case FieldTime::UnixMilli:
            return Counted{.unitsPerSecond = 1'000, .digits = 3};
        case FieldTime::UnixMicro:
            return Counted{.unitsPerSecond = 1'000'000, .digits = 6};
        case FieldTime::UnixNano:
            return Counted{.unitsPerSecond = 1'000'000'000, .digits = 9};
        case FieldTime::FileTime:
            return Counted{.unitsPerSecond = 10'000'000, .epoch = -11'644'473'600, .digits = 7};
        case FieldTime::Mac:
            return Counted{.epoch = -2'082'844'800, .zone = ZoneUse::None};
        default:
            return std::nullopt;
    }
}

std::optional<CalendarTime> dosTime(unsigned date, unsigned time) {
    const CalendarTime made{.year = 1980 + (date >> 9),
                            .month = (date >> 5) & 15,
                            .day = date & 31,
                            .hour = time >> 11,
                            .minute = (time >> 5) & 63,
                            .second = (time & 31) * 2};
    const bool isDate = made.month >= 1 && made.month <= 12 && made.day >= 1 &&
                        made.day <= daysInMonth(made.year, made.month);
    return isDate && made.hour < 24 && made.minute < 60 && made.second < 60 ? std::optional(made)
                                                                            : std::nullopt;
}

constexpr unsigned kFirstDosDay = 0x21;  // 1980-01-01
constexpr std::size_t kDateLength = 10;  // of yyyy-mm-dd

std::optional<std::string> dosText(FieldTime kind, Int128 value) {
    const Int128 most = kind == FieldTime::Dos ? Int128{0xFFFFFFFF} : Int128{0xFFFF};
    if (value < 0 || value > most)
        return std::nullopt;
    const auto bits = static_cast<std::uint32_t>(value);
    const auto time = kind == FieldTime::Dos       ? dosTime(bits >> 16, bits & 0xFFFF)
                      : kind == FieldTime::DosDate ? dosTime(bits, 0)
                                                   : dosTime(kFirstDosDay, bits);
    if (!time)
        return std::nullopt;
    const std::string text = isoText(*time, ZoneUse::None);
    if (kind == FieldTime::DosDate)
        return text.substr(0, kDateLength);
    return kind == FieldTime::DosTime ? text.substr(kDateLength + 1) : text;
}

Result<Int128> dosValue(FieldTime kind, std::string_view text) {
    const std::string whole =
        kind == FieldTime::DosTime ? "1980-01-01T" + std::string(text) : std::string(text);
    const auto parsed = parseIso(whole, ZoneUse::None);
    if (!parsed)
        return fail(parsed.error());
    const CalendarTime& time = parsed->time;
    if (time.year < 1980 || time.year > 2107 || time.second % 2 != 0 || time.nanosecond != 0)
        return fail(ErrorCode::OutOfRange, std::string(text));
    const unsigned date = (static_cast<unsigned>(time.year - 1980) << 9) | (time.month << 5) | time.day;
    const unsigned clock = (time.hour << 11) | (time.minute << 5) | (time.second / 2);
    if (kind == FieldTime::DosDate)
        return clock == 0 ? Result<Int128>(Int128{date}) : fail(ErrorCode::OutOfRange, std::string(text));
    return kind == FieldTime::DosTime ? Int128{clock} : (Int128{date} << 16) | Int128{clock};
}

}  // namespace

std::optional<FieldTime> fieldTimeNamed(std::string_view name) {
    for (const auto& [known, kind] : kNames) {
        if (known == name)
            return kind;
    }
    return std::nullopt;
}

std::optional<std::string> timeText(FieldTime kind, Int128 value) {
    const auto counted = countedOf(kind);
    if (!counted)
        return dosText(kind, value);
    const Int128 whole = divideFloor(value, counted->unitsPerSecond).value_or(0);
    const Int128 seconds = whole + counted->epoch;
    constexpr std::int64_t kFirst = -62'167'219'200;  // the years 0 to 9999
    constexpr std::int64_t kLast = 253'402'300'799;
    if (seconds < kFirst || seconds > kLast)
        return std::nullopt;
    CalendarTime time = timeOfSeconds(static_cast<std::int64_t>(seconds));
    const Int128 rest = value - whole * counted->unitsPerSecond;
    time.nanosecond = static_cast<std::uint32_t>(rest * (1'000'000'000 / counted->unitsPerSecond));
    return isoText(time, counted->zone, counted->digits);
}

Result<Int128> timeValue(FieldTime kind, std::string_view text) {
    const auto counted = countedOf(kind);
    if (!counted)
        return dosValue(kind, text);
    const auto parsed = parseIso(text, counted->zone);
    if (!parsed)
        return fail(parsed.error());
    const std::int64_t nanosecondsPerUnit = 1'000'000'000 / counted->unitsPerSecond;
    if (parsed->time.nanosecond % nanosecondsPerUnit != 0 || parsed->time.year > 9999 ||
        parsed->time.year < 0)
        return fail(ErrorCode::OutOfRange, std::string(text));
    return (Int128{parsed->secondsSinceEpoch()} - counted->epoch) * counted->unitsPerSecond +
           parsed->time.nanosecond / nanosecondsPerUnit;
}

}  // namespace octavo
