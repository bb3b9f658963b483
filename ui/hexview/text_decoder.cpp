#include "ui/hexview/text_decoder.h"

#include <algorithm>

#include <QStringEncoder>

namespace octavo {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kPlain = QStringConverter::Flag::Stateless | QStringConverter::Flag::ConvertInitialBom;

QStringDecoder decoderFor(const QString& encoding) {
    return QStringDecoder(encoding.toLatin1().constData(), kPlain);
}

std::size_t unitOf(const QString& encoding) {
    if (encoding.startsWith("UTF-32"_L1))
        return 4;
    return encoding.startsWith("UTF-16"_L1) ? 2 : 1;
}

bool isShown(char32_t character) {
    return character != 0 && QChar::isPrint(character) && character != QChar::ReplacementCharacter;
}

}  // namespace

const QStringList& textEncodings() {
    static const QStringList usable = [] {
        const QStringList wanted = {
            u"US-ASCII"_s,     u"UTF-8"_s,        u"UTF-16LE"_s,     u"UTF-16BE"_s,     u"UTF-32LE"_s,
            u"UTF-32BE"_s,     u"ISO-8859-1"_s,   u"ISO-8859-2"_s,   u"ISO-8859-5"_s,   u"ISO-8859-7"_s,
            u"ISO-8859-9"_s,   u"ISO-8859-15"_s,  u"windows-1250"_s, u"windows-1251"_s, u"windows-1252"_s,
            u"windows-1253"_s, u"windows-1254"_s, u"windows-1255"_s, u"windows-1256"_s, u"windows-1257"_s,
            u"windows-1258"_s, u"windows-874"_s,  u"KOI8-R"_s,       u"KOI8-U"_s,       u"macintosh"_s,
            u"IBM437"_s,       u"IBM850"_s,       u"IBM852"_s,       u"IBM866"_s,       u"IBM037"_s,
            u"IBM273"_s,       u"IBM500"_s,       u"IBM1047"_s,      u"IBM01140"_s,     u"Shift_JIS"_s,
            u"EUC-JP"_s,       u"EUC-KR"_s,       u"GB18030"_s,      u"Big5"_s,
        };
        QStringList known;
        for (const QString& name : wanted) {
            if (decoderFor(name).isValid())
                known.append(name);
        }
        return known;
    }();
    return usable;
}

TextDecoder::TextDecoder(const QString& encoding) : encoding_(encoding), decoder_(decoderFor(encoding)) {
    if (!decoder_.isValid()) {
        encoding_ = u"US-ASCII"_s;
        decoder_ = decoderFor(encoding_);
    }
    unit_ = unitOf(encoding_);
    if (unit_ == 1) {
        for (unsigned value = 0; value < single_.size(); ++value) {
            const auto byte = static_cast<std::byte>(value);
            single_[value] = characterOf({&byte, 1});
        }
    }
    longest_ = hasLongerCharacters() ? 4 : 1;
}

char32_t TextDecoder::characterOf(std::span<const std::byte> bytes) {
    std::array<QChar, 32> text;
    decoder_.resetState();
    const QByteArrayView view(bytes.data(), static_cast<qsizetype>(bytes.size()));
    if (decoder_.requiredSpace(view.size()) > static_cast<qsizetype>(text.size()))
        return 0;
    const QChar* end = decoder_.appendToBuffer(text.data(), view);
    const auto length = end - text.data();
    if (length == 2 && text[0].isHighSurrogate() && text[1].isLowSurrogate())
        return QChar::surrogateToUcs4(text[0], text[1]);
    return length == 1 && !text[0].isSurrogate() && text[0] != QChar::ReplacementCharacter ? text[0].unicode()
                                                                                           : 0;
}

/// Legacy double-byte encodings all have characters with one of these second bytes; single-byte ones have
/// none.
bool TextDecoder::hasLongerCharacters() {
    if (unit_ > 1)
        return true;
    for (unsigned lead = 0x80; lead < 0x100; ++lead) {
        for (const unsigned trail : {0x40U, 0x80U, 0xA1U}) {
            const std::array pair{static_cast<std::byte>(lead), static_cast<std::byte>(trail)};
            if (single_[lead] == 0 && characterOf(pair) != 0)
                return true;
        }
    }
    return false;
}

TextCell TextDecoder::cellAt(std::span<const std::byte> bytes) {
    const char32_t alone = single_[std::to_integer<std::size_t>(bytes.front())];
    if (alone != 0)
        return {isShown(alone) ? alone : 0, 1};
    for (std::size_t length = std::max<std::size_t>(2, unit_); length <= std::min(longest_, bytes.size());
         length += unit_) {
        if (const char32_t character = characterOf(bytes.first(length)))
            return {isShown(character) ? character : 0, static_cast<std::uint8_t>(length)};
    }
    return {0, static_cast<std::uint8_t>(unit_)};
}

void TextDecoder::decode(std::span<const std::byte> bytes, ByteOffset offset, std::vector<TextCell>& cells) {
    std::size_t index = std::min<std::size_t>((unit_ - offset % unit_) % unit_, bytes.size());
    cells.insert(cells.end(), index, TextCell{0, 0});
    while (index < bytes.size()) {
        const TextCell cell = cellAt(bytes.subspan(index));
        const std::size_t length = std::min<std::size_t>(cell.length, bytes.size() - index);
        cells.push_back(cell);
        cells.insert(cells.end(), length - 1, TextCell{0, 0});
        index += length;
    }
}

std::optional<QByteArray> TextDecoder::encode(const QString& text) const {
    QStringEncoder encoder(encoding_.toLatin1().constData(), kPlain);
    const QByteArray bytes = encoder.encode(text);
    // Converters differ in how they report a missing character; reading back tells for all of them.
    if (encoder.hasError() || toText(bytes) != text)
        return std::nullopt;
    return bytes;
}

QString TextDecoder::toText(QByteArrayView bytes) const {
    return decoderFor(encoding_).decode(bytes);
}

}  // namespace octavo
