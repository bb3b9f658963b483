#include "ui/hexview/hover_text.h"

#include <algorithm>
#include <array>

#include <QCoreApplication>
#include <QLocale>

#include "core/base/byte_order.h"

namespace octavo {

using namespace Qt::StringLiterals;

namespace {

struct HoverText {
    Q_DECLARE_TR_FUNCTIONS(octavo::HoverText)
};

QString row(const QString& name, const QString& value) {
    return u"<tr><td>%1&nbsp;&nbsp;</td><td>%2</td></tr>"_s.arg(name, value);
}

template <typename Unsigned>
QString values(std::span<const std::byte> bytes) {
    const auto little = loadUnsigned<Unsigned>(bytes.first(sizeof(Unsigned)), ByteOrder::Little);
    const auto big = loadUnsigned<Unsigned>(bytes.first(sizeof(Unsigned)), ByteOrder::Big);
    return row(HoverText::tr("%1 bit").arg(sizeof(Unsigned) * 8), u"LE %1, BE %2"_s.arg(little).arg(big));
}

/// Plain text as HTML, cut where a tip would become a page.
QString shortened(const QString& text) {
    constexpr qsizetype kCharacters = 600;
    constexpr qsizetype kLines = 12;
    QString cut = text.section(u'\n', 0, kLines - 1).left(kCharacters);
    if (cut.size() < text.size())
        cut += u'\u2026';
    return cut.toHtmlEscaped().replace(u'\n', u"<br>"_s);
}

QString rowsOf(const QList<HoverNote>& notes) {
    constexpr qsizetype kNotes = 8;
    QString text;
    for (const HoverNote& each : notes.first(std::min(notes.size(), kNotes)))
        text += row(shortened(each.title), shortened(each.text));
    return text;
}

}  // namespace

QString hexOffset(ByteOffset offset) {
    return u"0x"_s + QString::number(offset, 16).toUpper().rightJustified(8, u'0');
}

QString byteName(const Snapshot& snapshot, ByteOffset offset) {
    std::array<std::byte, 1> byte{};
    if (!snapshot.read(offset, byte).isEmpty())
        return HoverText::tr("unreadable");
    const auto value = std::to_integer<unsigned>(byte[0]);
    QString name = u"0x"_s + QString::number(value, 16).toUpper().rightJustified(2, u'0');
    if (value >= 0x20 && value < 0x7F)
        name += u" '%1'"_s.arg(QChar(static_cast<char16_t>(value)));
    return name;
}

QString hoverText(const Snapshot& snapshot, ByteOffset offset, ByteOffset baseAddress,
                  const QList<HoverNote>& notes) {
    const ByteOffset shown = offset + baseAddress;
    QString text = u"<table>"_s;
    text += row(HoverText::tr("Offset"),
                u"%1 (%2)"_s.arg(hexOffset(shown), QLocale().toString(qulonglong{shown})));
    std::array<std::byte, 8> bytes{};
    const auto count = static_cast<std::size_t>(std::min<ByteCount>(bytes.size(), snapshot.size() - offset));
    const auto read = std::span(bytes).first(count);
    if (!snapshot.read(offset, read).isEmpty())
        return text + row(HoverText::tr("Byte"), HoverText::tr("unreadable")) + rowsOf(notes) + u"</table>"_s;
    const auto value = std::to_integer<unsigned>(bytes[0]);
    text += row(HoverText::tr("Byte"), u"%1 = %2 = %3"_s.arg(byteName(snapshot, offset).toHtmlEscaped())
                                           .arg(value)
                                           .arg(value, 8, 2, QChar(u'0')));
    if (count >= 2)
        text += values<std::uint16_t>(read);
    if (count >= 4)
        text += values<std::uint32_t>(read);
    if (count >= 8)
        text += values<std::uint64_t>(read);
    return text + rowsOf(notes) + u"</table>"_s;
}

}  // namespace octavo
