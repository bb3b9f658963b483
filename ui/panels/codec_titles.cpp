#include "ui/panels/codec_titles.h"

#include <array>

#include <QCoreApplication>

namespace octavo {

namespace {

struct CodecTitles {
    Q_DECLARE_TR_FUNCTIONS(octavo::CodecTitles)
};

struct Title {
    std::string_view id;
    const char* text;
};

constexpr std::array kTitles{
    Title{"f16", QT_TRANSLATE_NOOP("octavo::CodecTitles", "Half float")},
    Title{"bf16", QT_TRANSLATE_NOOP("octavo::CodecTitles", "bfloat16")},
    Title{"f32", QT_TRANSLATE_NOOP("octavo::CodecTitles", "Float")},
    Title{"f64", QT_TRANSLATE_NOOP("octavo::CodecTitles", "Double")},
    Title{"f80", QT_TRANSLATE_NOOP("octavo::CodecTitles", "Extended 80-bit")},
    Title{"bits8", QT_TRANSLATE_NOOP("octavo::CodecTitles", "Bits")},
    Title{"uleb128", QT_TRANSLATE_NOOP("octavo::CodecTitles", "Unsigned LEB128")},
    Title{"sleb128", QT_TRANSLATE_NOOP("octavo::CodecTitles", "Signed LEB128")},
    Title{"char-utf8", QT_TRANSLATE_NOOP("octavo::CodecTitles", "UTF-8 character")},
    Title{"char-utf16", QT_TRANSLATE_NOOP("octavo::CodecTitles", "UTF-16 character")},
    Title{"char-utf32", QT_TRANSLATE_NOOP("octavo::CodecTitles", "UTF-32 character")},
    Title{"time32", QT_TRANSLATE_NOOP("octavo::CodecTitles", "Unix time 32-bit")},
    Title{"time64", QT_TRANSLATE_NOOP("octavo::CodecTitles", "Unix time 64-bit")},
    Title{"filetime", QT_TRANSLATE_NOOP("octavo::CodecTitles", "Windows FILETIME")},
    Title{"dosdatetime", QT_TRANSLATE_NOOP("octavo::CodecTitles", "DOS date and time")},
    Title{"oledate", QT_TRANSLATE_NOOP("octavo::CodecTitles", "OLE date")},
    Title{"guid", QT_TRANSLATE_NOOP("octavo::CodecTitles", "GUID")},
    Title{"ipv4", QT_TRANSLATE_NOOP("octavo::CodecTitles", "IPv4 address")},
    Title{"ipv6", QT_TRANSLATE_NOOP("octavo::CodecTitles", "IPv6 address")},
    Title{"rgb24", QT_TRANSLATE_NOOP("octavo::CodecTitles", "Colour RGB")},
    Title{"rgba32", QT_TRANSLATE_NOOP("octavo::CodecTitles", "Colour RGBA")},
};

/// Whole numbers are "u" or "i" and a number of bits.
bool isWholeNumberId(std::string_view id) {
    return id.size() >= 2 && (id.front() == 'u' || id.front() == 'i') &&
           id.find_first_not_of("0123456789", 1) == std::string_view::npos;
}

}  // namespace

QString codecTitle(std::string_view id) {
    const QString text = QString::fromUtf8(id.data(), static_cast<qsizetype>(id.size()));
    if (isWholeNumberId(id)) {
        const QString bits = text.mid(1);
        return id.front() == 'u' ? CodecTitles::tr("Unsigned %1-bit").arg(bits)
                                 : CodecTitles::tr("Signed %1-bit").arg(bits);
    }
    for (const Title& each : kTitles) {
        if (each.id == id)
            return CodecTitles::tr(each.text);
    }
    return text;
}

}  // namespace octavo
