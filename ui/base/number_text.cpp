#include "ui/base/number_text.h"

#include <array>

#include <QCoreApplication>
#include <QLocale>

namespace octavo {

using namespace Qt::StringLiterals;

namespace {

struct NumberText {
    Q_DECLARE_TR_FUNCTIONS(octavo::NumberText)
};

QString bytesText(ByteCount count) {
    return count == 1 ? NumberText::tr("1 byte") : NumberText::tr("%1 bytes").arg(decimalText(count));
}

}  // namespace

QString hexText(std::uint64_t number) {
    return u"0x"_s + QString::number(number, 16).toUpper();
}

QString decimalText(std::uint64_t number) {
    return QLocale().toString(static_cast<qulonglong>(number));
}

QString offsetText(ByteOffset offset) {
    return offset < 10 ? QString::number(offset) : u"%1 (%2)"_s.arg(hexText(offset), decimalText(offset));
}

QString sizeText(ByteCount size) {
    constexpr std::array kUnits{"KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};
    if (size < 1024)
        return bytesText(size);
    double value = static_cast<double>(size) / 1024;
    std::size_t unit = 0;
    while (value >= 1023.995 && unit + 1 < kUnits.size()) {
        value /= 1024;
        ++unit;
    }
    const int decimals = value < 10 ? 2 : value < 100 ? 1 : 0;
    return QLocale().toString(value, 'f', decimals) + u' ' + QLatin1String(kUnits[unit]);
}

QString rangeText(ByteRange range) {
    if (range.isEmpty())
        return NumberText::tr("empty at %1").arg(hexText(range.begin));
    return u"%1–%2, %3 (%4)"_s.arg(hexText(range.begin), hexText(range.end - 1), bytesText(range.size()),
                                   hexText(range.size()));
}

QString rangesText(const RangeList& ranges) {
    if (ranges.size() == 1)
        return rangeText(ranges.bounds());
    return NumberText::tr("%1 ranges, %2 (%3)")
        .arg(decimalText(ranges.size()), bytesText(ranges.totalSize()), hexText(ranges.totalSize()));
}

}  // namespace octavo
