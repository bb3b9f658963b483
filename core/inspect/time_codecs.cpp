#include "core/inspect/time_codecs.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

#include "core/base/calendar.h"
#include "core/inspect/fixed_codec.h"
#include "core/inspect/value_text.h"

namespace octavo {

namespace {

using Bytes = std::vector<std::byte>;

template <std::unsigned_integral Bits>
Bytes bytesOf(Bits bits, ByteOrder order) {
    Bytes bytes(sizeof(Bits));
    storeUnsigned(bits, bytes, order);
    return bytes;
}

/// Seconds since 1970-01-01T00:00:00Z in a signed integer.
template <std::signed_integral Seconds>
ValueCodec unixCodec(std::string id) {
    using Bits = std::make_unsigned_t<Seconds>;
    return fixedCodec(
        std::move(id), ValueGroup::Time, sizeof(Seconds), ByteOrderUse::Matters,
        [](std::span<const std::byte> bytes, ByteOrder order) -> Result<std::string> {
            const auto seconds = static_cast<Seconds>(loadUnsigned<Bits>(bytes, order));
            return isoText(timeOfSeconds(seconds), ZoneUse::Utc);
        },
        [](std::string_view text, ByteOrder order) -> Result<Bytes> {
            const auto parsed = parseIso(text, ZoneUse::Utc);
            if (!parsed)
                return fail(parsed.error());
            // Years are limited to where this fits 128 bits easily, not 64.
            __extension__ using Wide = __int128;
            const Wide seconds =
                Wide{daysSinceEpoch(parsed->time)} * kSecondsPerDay + std::int64_t{parsed->time.hour} * 3600 +
                std::int64_t{parsed->time.minute} * 60 + parsed->time.second - parsed->secondsAhead;
            if (parsed->time.nanosecond != 0 || seconds < std::numeric_limits<Seconds>::min() ||
                seconds > std::numeric_limits<Seconds>::max())
                return fail(ErrorCode::OutOfRange, std::string(text));
            return bytesOf(static_cast<Bits>(seconds), order);
        });
}

// FILETIME ([MS-DTYP] 2.3.3): ticks of 100 ns since 1601-01-01T00:00:00Z, unsigned 64-bit.
constexpr std::int64_t kFiletimeEpoch = 11'644'473'600;  // seconds before 1970
constexpr std::uint64_t kTicksPerSecond = 10'000'000;

Result<std::string> filetimeText(std::span<const std::byte> bytes, ByteOrder order) {
    const auto ticks = loadUnsigned<std::uint64_t>(bytes, order);
    CalendarTime time = timeOfSeconds(static_cast<std::int64_t>(ticks / kTicksPerSecond) - kFiletimeEpoch);
    time.nanosecond = static_cast<std::uint32_t>(ticks % kTicksPerSecond * 100);
    return isoText(time, ZoneUse::Utc, 7);
}

Result<Bytes> filetimeBytes(std::string_view text, ByteOrder order) {
    const auto parsed = parseIso(text, ZoneUse::Utc);
    if (!parsed)
        return fail(parsed.error());
    constexpr std::int64_t kLastYear = 70'000;
    const auto ticks = parsed->time.nanosecond / 100;
    if (parsed->time.nanosecond % 100 != 0 || parsed->time.year < 1600 || parsed->time.year > kLastYear)
        return fail(ErrorCode::OutOfRange, std::string(text));
    const std::int64_t seconds = parsed->secondsSinceEpoch() + kFiletimeEpoch;
    constexpr std::uint64_t kLast = std::numeric_limits<std::uint64_t>::max();
    if (seconds < 0 || static_cast<std::uint64_t>(seconds) > (kLast - ticks) / kTicksPerSecond)
        return fail(ErrorCode::OutOfRange, std::string(text));
    return bytesOf(static_cast<std::uint64_t>(seconds) * kTicksPerSecond + ticks, order);
}

// DOS date and time as one 32-bit number (FAT, ZIP): year - 1980, month, day, hour, minute, second / 2 in 7,
// 4, 5, 5, 6 and 5 bits, highest first. In little endian the time comes first, as ZIP stores it.
Result<std::string> dosText(std::span<const std::byte> bytes, ByteOrder order) {
    const auto bits = loadUnsigned<std::uint32_t>(bytes, order);
    CalendarTime time;
    time.year = 1980 + (bits >> 25);
    time.month = bits >> 21 & 0xF;
    time.day = bits >> 16 & 0x1F;
    time.hour = bits >> 11 & 0x1F;
    time.minute = bits >> 5 & 0x3F;
    time.second = (bits & 0x1F) * 2;
    const bool dateExists = time.month >= 1 && time.month <= 12 && time.day >= 1 &&
                            time.day <= daysInMonth(time.year, time.month);
    const bool timeExists = time.hour < 24 && time.minute < 60 && time.second < 60;
    if (!dateExists)
        return failAt(ErrorCode::Malformed, order == ByteOrder::Big ? 0 : 2);
    if (!timeExists)
        return failAt(ErrorCode::Malformed, order == ByteOrder::Big ? 2 : 0);
    return isoText(time, ZoneUse::None);
}

Result<Bytes> dosBytes(std::string_view text, ByteOrder order) {
    const auto parsed = parseIso(text, ZoneUse::None);
    if (!parsed)
        return fail(parsed.error());
    const CalendarTime& time = parsed->time;
    if (time.year < 1980 || time.year > 2107 || time.second % 2 != 0 || time.nanosecond != 0)
        return fail(ErrorCode::OutOfRange, std::string(text));
    const auto years = static_cast<std::uint32_t>(time.year - 1980);
    return bytesOf(years << 25 | time.month << 21 | time.day << 16 | time.hour << 11 | time.minute << 5 |
                       time.second / 2,
                   order);
}

// OLE automation date ([MS-OAUT] 2.2.25): a double; its whole part counts days from 1899-12-30 and may be
// negative, its fraction, always taken as positive, is the time of that day. Years 100 to 9999.
constexpr std::int64_t kOleEpoch = 25569;  // days before 1970
constexpr std::int64_t kOleFirstDay = -657434;
constexpr std::int64_t kOleLastDay = 2958465;
constexpr std::int64_t kNanosecondsPerDay = kSecondsPerDay * 1'000'000'000;

double oleNumber(const CalendarTime& time) {
    const std::int64_t day = daysSinceEpoch(time) + kOleEpoch;
    const std::int64_t seconds =
        std::int64_t{time.hour} * 3600 + std::int64_t{time.minute} * 60 + time.second;
    const auto fraction = static_cast<long double>(seconds * 1'000'000'000 + time.nanosecond) /
                          static_cast<long double>(kNanosecondsPerDay);
    const auto whole = static_cast<long double>(day);
    return static_cast<double>(day < 0 ? whole - fraction : whole + fraction);
}

/// The time nearest to `fraction` of a day that is a multiple of `unit` nanoseconds.
CalendarTime oleTime(std::int64_t day, double fraction, std::int64_t unit) {
    const auto units =
        static_cast<long double>(fraction) * static_cast<long double>(kNanosecondsPerDay / unit);
    std::int64_t nanoseconds = std::llround(units) * unit;
    if (nanoseconds == kNanosecondsPerDay) {
        ++day;
        nanoseconds = 0;
    }
    CalendarTime time = timeOfSeconds((day - kOleEpoch) * kSecondsPerDay + nanoseconds / 1'000'000'000);
    time.nanosecond = static_cast<std::uint32_t>(nanoseconds % 1'000'000'000);
    return time;
}

Result<std::string> oleText(std::span<const std::byte> bytes, ByteOrder order) {
    const auto value = std::bit_cast<double>(loadUnsigned<std::uint64_t>(bytes, order));
    if (!(value > static_cast<double>(kOleFirstDay) - 1 && value < static_cast<double>(kOleLastDay) + 1))
        return fail(ErrorCode::OutOfRange);
    const double whole = std::trunc(value);
    const double fraction = std::fabs(value - whole);
    // As many digits as it takes to get the same number back.
    CalendarTime time;
    unsigned digits = 0;
    for (const std::int64_t unit : {1'000'000'000, 1'000'000, 1'000, 1}) {
        time = oleTime(static_cast<std::int64_t>(whole), fraction, unit);
        if (oleNumber(time) == value)
            break;
        digits = std::min(digits + 3, 9U);
    }
    if (time.year > 9999)
        return fail(ErrorCode::OutOfRange);
    return isoText(time, ZoneUse::None, digits);
}

Result<Bytes> oleBytes(std::string_view text, ByteOrder order) {
    const auto parsed = parseIso(text, ZoneUse::None);
    if (!parsed)
        return fail(parsed.error());
    if (parsed->time.year < 100 || parsed->time.year > 9999)
        return fail(ErrorCode::OutOfRange, std::string(text));
    return bytesOf(std::bit_cast<std::uint64_t>(oleNumber(parsed->time)), order);
}

}  // namespace

void registerTimeCodecs(Registry<ValueCodec>& registry) {
    registry.add(unixCodec<std::int32_t>("time32"));
    registry.add(unixCodec<std::int64_t>("time64"));
    registry.add(
        fixedCodec("filetime", ValueGroup::Time, 8, ByteOrderUse::Matters, filetimeText, filetimeBytes));
    registry.add(fixedCodec("dosdatetime", ValueGroup::Time, 4, ByteOrderUse::Matters, dosText, dosBytes));
    registry.add(fixedCodec("oledate", ValueGroup::Time, 8, ByteOrderUse::Matters, oleText, oleBytes));
}

}  // namespace octavo
