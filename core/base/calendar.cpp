#include "core/base/calendar.h"

#include <array>
#include <fmt/format.h>

#include "core/base/contracts.h"
#include "core/base/trimmed_text.h"

namespace octavo {

// The plan. A year is taken to begin in March, so that the leap day is its last; then 400-year eras of 146097
// days are all alike, and day of the year and month follow from each other by a straight line: five months
// from March (or August, or January) have 153 days.

namespace {

constexpr std::int64_t kDaysPerEra = 146097;
constexpr std::int64_t kMarchEpoch = 719468;  // days from 0000-03-01 to 1970-01-01

std::int64_t floorDivide(std::int64_t value, std::int64_t divisor) {
    return value / divisor - (value % divisor < 0 ? 1 : 0);
}

bool isLeap(std::int64_t year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

/// Walks over a text, remembering where it is.
class Reader {
public:
    Reader(std::string_view whole, TrimmedText body) : whole_(whole), text_(body.text), begin_(body.begin) {}

    [[nodiscard]] bool atEnd() const { return position_ == text_.size(); }
    [[nodiscard]] std::size_t position() const { return position_; }
    [[nodiscard]] char peek() const { return atEnd() ? '\0' : text_[position_]; }
    [[nodiscard]] bool atDigit() const { return peek() >= '0' && peek() <= '9'; }
    bool take(char character) {
        if (peek() != character || atEnd())
            return false;
        ++position_;
        return true;
    }
    unsigned takeDigit() { return static_cast<unsigned>(text_[position_++] - '0'); }
    [[nodiscard]] tl::unexpected<Error> malformed() const { return malformedAt(position_); }
    [[nodiscard]] tl::unexpected<Error> malformedAt(std::size_t position) const {
        return failAt(ErrorCode::Malformed, begin_ + position, std::string(whole_));
    }

private:
    std::string_view whole_;
    std::string_view text_;
    std::size_t begin_;
    std::size_t position_ = 0;
};

/// Exactly two digits between `lowest` and `highest`.
Result<unsigned> readField(Reader& reader, unsigned lowest, unsigned highest) {
    const std::size_t begin = reader.position();
    unsigned value = 0;
    for (int i = 0; i < 2; ++i) {
        if (!reader.atDigit())
            return reader.malformed();
        value = value * 10 + reader.takeDigit();
    }
    if (value < lowest || value > highest)
        return reader.malformedAt(begin);
    return value;
}

/// Four digits, or a sign and four to twelve.
Result<std::int64_t> readYear(Reader& reader) {
    const bool isNegative = reader.take('-');
    const bool isSigned = isNegative || reader.take('+');
    std::int64_t year = 0;
    int digits = 0;
    for (; reader.atDigit() && digits < (isSigned ? 12 : 4); ++digits)
        year = year * 10 + reader.takeDigit();
    if (digits < 4)
        return reader.malformed();
    return isNegative ? -year : year;
}

Status readDate(Reader& reader, CalendarTime& time) {
    const auto year = readYear(reader);
    if (!year)
        return fail(year.error());
    time.year = *year;
    if (!reader.take('-'))
        return reader.malformed();
    const auto month = readField(reader, 1, 12);
    if (!month)
        return fail(month.error());
    time.month = *month;
    if (!reader.take('-'))
        return reader.malformed();
    const auto day = readField(reader, 1, daysInMonth(time.year, time.month));
    if (!day)
        return fail(day.error());
    time.day = *day;
    return {};
}

Status readFraction(Reader& reader, CalendarTime& time) {
    if (!reader.atDigit())
        return reader.malformed();
    std::uint32_t unit = 100'000'000;
    for (; reader.atDigit() && unit > 0; unit /= 10)
        time.nanosecond += reader.takeDigit() * unit;
    return {};
}

Status readTimeOfDay(Reader& reader, CalendarTime& time) {
    const auto hour = readField(reader, 0, 23);
    if (!hour)
        return fail(hour.error());
    time.hour = *hour;
    if (!reader.take(':'))
        return reader.malformed();
    const auto minute = readField(reader, 0, 59);
    if (!minute)
        return fail(minute.error());
    time.minute = *minute;
    if (!reader.take(':'))
        return {};
    const auto second = readField(reader, 0, 59);
    if (!second)
        return fail(second.error());
    time.second = *second;
    return reader.take('.') ? readFraction(reader, time) : Status{};
}

Status readZone(Reader& reader, std::int64_t& secondsAhead) {
    if (reader.atEnd() || reader.take('Z') || reader.take('z'))
        return {};
    const bool isBehind = reader.take('-');
    if (!isBehind && !reader.take('+'))
        return reader.malformed();
    const auto hours = readField(reader, 0, 23);
    if (!hours)
        return fail(hours.error());
    if (!reader.take(':'))
        return reader.malformed();
    const auto minutes = readField(reader, 0, 59);
    if (!minutes)
        return fail(minutes.error());
    const auto seconds = std::int64_t{*hours} * 3600 + std::int64_t{*minutes} * 60;
    secondsAhead = isBehind ? -seconds : seconds;
    return {};
}

}  // namespace

unsigned daysInMonth(std::int64_t year, unsigned month) {
    static constexpr std::array<unsigned, 12> kDays{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    OCTAVO_EXPECTS(month >= 1 && month <= 12);
    return month == 2 && isLeap(year) ? 29 : kDays[month - 1];
}

std::int64_t daysSinceEpoch(const CalendarTime& date) {
    const std::int64_t year = date.month <= 2 ? date.year - 1 : date.year;
    const std::int64_t era = floorDivide(year, 400);
    const std::int64_t yearOfEra = year - era * 400;
    const std::int64_t monthFromMarch = (date.month + 9) % 12;
    const std::int64_t dayOfYear = (153 * monthFromMarch + 2) / 5 + date.day - 1;
    return era * kDaysPerEra + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - kMarchEpoch;
}

CalendarTime dateOfDays(std::int64_t days) {
    days += kMarchEpoch;
    const std::int64_t era = floorDivide(days, kDaysPerEra);
    const std::int64_t dayOfEra = days - era * kDaysPerEra;
    // Leap days are taken out before dividing by 365: one in 1461 days, but not in 36524, and the last of
    // all.
    const std::int64_t yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146096) / 365;
    const std::int64_t dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    const std::int64_t monthFromMarch = (5 * dayOfYear + 2) / 153;
    CalendarTime date;
    date.day = static_cast<unsigned>(dayOfYear - (153 * monthFromMarch + 2) / 5 + 1);
    date.month = static_cast<unsigned>(monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9);
    date.year = era * 400 + yearOfEra + (date.month <= 2 ? 1 : 0);
    return date;
}

CalendarTime timeOfSeconds(std::int64_t seconds) {
    const std::int64_t days = floorDivide(seconds, kSecondsPerDay);
    // Modulo 2^64, because the first day of all begins before the first second.
    const auto rest = static_cast<unsigned>(static_cast<std::uint64_t>(seconds) -
                                            static_cast<std::uint64_t>(days) * std::uint64_t{kSecondsPerDay});
    CalendarTime time = dateOfDays(days);
    time.hour = rest / 3600;
    time.minute = rest / 60 % 60;
    time.second = rest % 60;
    return time;
}

std::string isoText(const CalendarTime& time, ZoneUse zone, unsigned fractionDigits) {
    std::string text;
    if (time.year >= 0 && time.year <= 9999)
        text = fmt::format("{:04}", time.year);
    else
        text = fmt::format("{}{:04}", time.year < 0 ? '-' : '+', time.year < 0 ? -time.year : time.year);
    text += fmt::format("-{:02}-{:02}T{:02}:{:02}:{:02}", time.month, time.day, time.hour, time.minute,
                        time.second);
    const std::string fraction = fmt::format("{:09}", time.nanosecond).substr(0, fractionDigits);
    if (fraction.find_first_not_of('0') != std::string::npos)
        text += "." + fraction;
    return zone == ZoneUse::Utc ? text + "Z" : text;
}

std::int64_t IsoTime::secondsSinceEpoch() const {
    const std::int64_t ofDay = std::int64_t{time.hour} * 3600 + std::int64_t{time.minute} * 60 + time.second;
    return daysSinceEpoch(time) * kSecondsPerDay + ofDay - secondsAhead;
}

Result<IsoTime> parseIso(std::string_view text, ZoneUse zone) {
    Reader reader(text, trimmed(text));
    IsoTime result;
    if (const Status date = readDate(reader, result.time); !date)
        return fail(date.error());
    if (reader.atEnd())
        return result;
    if (!reader.take('T') && !reader.take('t') && !reader.take(' '))
        return reader.malformed();
    if (const Status timeOfDay = readTimeOfDay(reader, result.time); !timeOfDay)
        return fail(timeOfDay.error());
    if (zone == ZoneUse::Utc) {
        if (const Status ahead = readZone(reader, result.secondsAhead); !ahead)
            return fail(ahead.error());
    }
    if (!reader.atEnd())
        return reader.malformed();
    return result;
}

}  // namespace octavo
