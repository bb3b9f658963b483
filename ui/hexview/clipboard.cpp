#include "ui/hexview/clipboard.h"

#include <algorithm>

#include "ui/hexview/text_decoder.h"

namespace octavo {

using namespace Qt::StringLiterals;

namespace {

const QString kPieces = QString::fromLatin1(kPiecesMimeType);
const QString kRawBytes = u"application/octet-stream"_s;
const QString kPlainText = u"text/plain"_s;

constexpr ByteCount kStep = ByteCount{1} << 20;
/// What copying may look at on the window's thread: bytes that it reads, pieces that it asks about.
constexpr ByteCount kReadAtOnce = ByteCount{64} << 10;
constexpr std::size_t kPiecesAtOnce = 1000;

Content contentOfBytes(const QByteArray& bytes) {
    return Content::ofBytes(
        std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size()))));
}

Result<Content> contentOfHexText(const QString& text) {
    const auto bytes = bytesOfHexText(text);
    if (!bytes)
        return fail(bytes.error());
    return contentOfBytes(*bytes);
}

Result<Content> contentOfCharacters(const QString& text, const QString& encoding) {
    const auto bytes = TextDecoder(encoding).encode(text);
    if (!bytes)
        return fail(ErrorCode::Malformed, encoding.toStdString());
    return contentOfBytes(*bytes);
}

/// Errors: Unreadable.
Result<QByteArray> rawBytes(const Snapshot& snapshot, ByteRange range) {
    QByteArray bytes(static_cast<qsizetype>(range.size()), Qt::Uninitialized);
    const auto size = static_cast<std::size_t>(bytes.size());
    const RangeSet holes = snapshot.read(range.begin, std::as_writable_bytes(std::span(bytes.data(), size)));
    if (!holes.isEmpty())
        return failAt(ErrorCode::Unreadable, holes.ranges().front().begin);
    return bytes;
}

/// What plain text shall look like, as UTF-8.
QByteArray asText(const QByteArray& bytes, Column column, const QString& encoding) {
    if (column == Column::Text)
        return TextDecoder(encoding).toText(bytes).toUtf8();
    return bytes.toHex(' ').toUpper();
}

bool isSeparator(QChar character) {
    return character.isSpace() || u",;:-_|{}[]()<>\"'"_s.contains(character);
}

int digitOf(QChar character) {
    const char16_t code = character.toLower().unicode();
    if (code >= u'0' && code <= u'9')
        return code - u'0';
    return code >= u'a' && code <= u'f' ? 10 + (code - u'a') : -1;
}

}  // namespace

PiecesMimeData::PiecesMimeData(Snapshot snapshot, ByteRange range, Column column, QString encoding)
    : snapshot_(std::move(snapshot)), range_(range), column_(column), encoding_(std::move(encoding)) {
    OCTAVO_EXPECTS(range.isValid() && range.end <= snapshot_.size());
    firstUnreadable_ = findDamage();
}

PiecesMimeData::PiecesMimeData(const PiecesMimeData& pieces, ClipboardOffer offer)
    : PiecesMimeData(pieces.snapshot_, pieces.range_, pieces.column_, pieces.encoding_) {
    offer_ = std::move(offer);
}

bool PiecesMimeData::isForOthers() const {
    return range_.size() <= kClipboardTextLimit || offer_;
}

std::optional<Error> PiecesMimeData::problem() const {
    if (!firstUnreadable_)
        return std::nullopt;
    return Error{.code = ErrorCode::Unreadable, .offset = firstUnreadable_, .systemCode = 0, .detail = {}};
}

/// Reads a short range; of a long one it asks only what reading has shown by now.
std::optional<ByteOffset> PiecesMimeData::findDamage() const {
    RangeSet holes;
    if (range_.size() <= kReadAtOnce) {
        std::vector<std::byte> bytes(static_cast<std::size_t>(range_.size()));
        holes = snapshot_.read(range_.begin, bytes);
    } else {
        std::size_t pieces = 0;
        snapshot_.tree().forEach(range_, [&](const Piece& piece, ByteOffset at) {
            const ByteRange lent = ByteRange::ofLength(piece.offset, piece.length);
            const RangeSet known = snapshot_.sourceOf(piece).damageIn(lent);
            if (!known.isEmpty())
                holes.add(ByteRange::ofLength(at + (known.ranges().front().begin - piece.offset), 1));
            return holes.isEmpty() && ++pieces < kPiecesAtOnce;
        });
    }
    return holes.isEmpty() ? std::nullopt : std::optional(holes.ranges().front().begin);
}

std::function<Result<ClipboardOffer>(const JobContext&)> PiecesMimeData::offerMaker() const {
    OCTAVO_EXPECTS(range_.size() <= kClipboardHardLimit);
    return [snapshot = snapshot_, range = range_, column = column_,
            encoding = encoding_](const JobContext& job) -> Result<ClipboardOffer> {
        ClipboardOffer offer;
        offer.bytes.reserve(static_cast<qsizetype>(range.size()));
        if (column == Column::Values)
            offer.text.reserve(static_cast<qsizetype>(range.size()) * 3);
        job.setTotal(range.size());
        for (ByteOffset at = range.begin; at < range.end; at += kStep) {
            if (job.stopRequested())
                return fail(ErrorCode::Cancelled);
            const auto part = rawBytes(snapshot, {at, std::min(at + kStep, range.end)});
            if (!part)
                return fail(part.error());
            offer.bytes += *part;
            if (column == Column::Values)
                offer.text +=
                    (offer.text.isEmpty() ? QByteArray() : " "_ba) + asText(*part, column, encoding);
            job.advance(static_cast<std::uint64_t>(part->size()));
        }
        if (column == Column::Text)  // as a whole: a character may lie across two parts
            offer.text = asText(offer.bytes, column, encoding);
        return offer;
    };
}

QStringList PiecesMimeData::formats() const {
    if (!isForOthers() || firstUnreadable_)
        return {kPieces};
    return {kPieces, kRawBytes, kPlainText};
}

bool PiecesMimeData::hasFormat(const QString& mimeType) const {
    return formats().contains(mimeType);
}

// Bytes, not a QString: what is offered is passed on as it is.
QVariant PiecesMimeData::retrieveData(const QString& mimeType, QMetaType type) const {
    static_cast<void>(type);
    if (!hasFormat(mimeType))
        return {};
    if (mimeType == kPieces)
        return QByteArray();
    if (offer_)
        return mimeType == kRawBytes ? offer_->bytes : offer_->text;
    return madeNow(mimeType);
}

QVariant PiecesMimeData::madeNow(const QString& mimeType) const {
    const auto bytes = rawBytes(snapshot_, range_);
    if (!bytes) {
        firstUnreadable_ = bytes.error().offset;
        Q_EMIT becameUnreadable(bytes.error());
        return {};
    }
    return mimeType == kRawBytes ? *bytes : asText(*bytes, column_, encoding_);
}

Result<Content> contentOf(const QMimeData& data, PasteAs as, Column column, const QString& encoding) {
    if (as == PasteAs::Automatic || as == PasteAs::RawBytes) {
        if (const auto* pieces = qobject_cast<const PiecesMimeData*>(&data))
            return Content::ofSnapshot(pieces->snapshot(), pieces->range());
        if (data.hasFormat(kRawBytes))
            return contentOfBytes(data.data(kRawBytes));
    }
    if (as == PasteAs::RawBytes || !data.hasText())
        return fail(ErrorCode::NotFound);
    const QString text = data.text();
    if (as == PasteAs::HexText)
        return contentOfHexText(text);
    if (as == PasteAs::Automatic && column == Column::Values) {
        if (auto content = contentOfHexText(text); content && content->size() > 0)
            return content;
    }
    return contentOfCharacters(text, encoding);
}

Result<QByteArray> bytesOfHexText(QStringView text) {
    QByteArray bytes;
    qsizetype at = 0;
    while (at < text.size()) {
        if (isSeparator(text[at])) {
            ++at;
            continue;
        }
        const QStringView rest = text.sliced(at);
        const bool isPrefixed = rest.startsWith(u"0x"_s, Qt::CaseInsensitive) || rest.startsWith(u"\\x"_s);
        if (isPrefixed)
            at += 2;
        const qsizetype begin = at;
        while (at < text.size() && digitOf(text[at]) >= 0 &&
               !(at > begin && text.sliced(at).startsWith(u"\\x"_s)))
            ++at;
        const qsizetype digits = at - begin;
        const bool isShort = isPrefixed && digits == 1;
        if (digits == 0 || (digits % 2 != 0 && !isShort))
            return failAt(ErrorCode::Malformed, static_cast<ByteOffset>(at));
        for (qsizetype digit = begin; digit < at; digit += isShort ? 1 : 2) {
            const int value =
                isShort ? digitOf(text[digit]) : digitOf(text[digit]) * 16 + digitOf(text[digit + 1]);
            bytes.append(static_cast<char>(value));
        }
    }
    return bytes;
}

}  // namespace octavo
