#include "app/session.h"

#include <algorithm>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include "ui/base/bookmarks.h"
#include "ui/base/qt_text.h"
#include "ui/hexview/text_decoder.h"

namespace octavo {

using namespace Qt::StringLiterals;

namespace {

constexpr int kVersion = 1;
constexpr qint64 kFileMax = qint64{256} << 20;  // many bookmarks with long comments
constexpr ByteCount kSectorMax = ByteCount{1} << 20;

// JSON numbers are doubles: offsets beyond 2^53 would lose bits, so all are stored as decimal text.
QJsonValue toJson(std::uint64_t number) {
    return QString::number(number);
}

std::uint64_t offsetOf(const QJsonValue& value) {
    bool isNumber = false;
    const std::uint64_t number = value.toString().toULongLong(&isNumber);
    return isNumber && number <= kMaxDocumentSize ? number : 0;
}

template <typename Enum>
Enum enumOf(const QJsonValue& value, Enum last, Enum otherwise) {
    const int number = value.toInt(-1);
    return 0 <= number && number <= static_cast<int>(last) ? static_cast<Enum>(number) : otherwise;
}

QJsonObject toJson(const ViewOptions& options) {
    return {{u"rowWidth"_s, static_cast<int>(options.rowWidth)},
            {u"bytesPerRow"_s, options.bytesPerRow},
            {u"grouping"_s, options.grouping},
            {u"offsetRadix"_s, static_cast<int>(options.offsetRadix)},
            {u"baseAddress"_s, toJson(options.baseAddress)},
            {u"sectorSize"_s, toJson(options.sectorSize)},
            {u"valueRadix"_s, static_cast<int>(options.valueRadix)},
            {u"encoding"_s, options.encoding}};
}

ViewOptions optionsOf(const QJsonObject& object) {
    ViewOptions result;
    result.rowWidth = enumOf(object[u"rowWidth"_s], RowWidth::Fitted, result.rowWidth);
    const int bytesPerRow = object[u"bytesPerRow"_s].toInt();
    if (1 <= bytesPerRow && bytesPerRow <= ViewOptions::kMaxBytesPerRow)
        result.bytesPerRow = bytesPerRow;
    const int grouping = object[u"grouping"_s].toInt();
    if (grouping == 1 || grouping == 2 || grouping == 4 || grouping == 8 || grouping == 16)
        result.grouping = grouping;
    result.offsetRadix = enumOf(object[u"offsetRadix"_s], OffsetRadix::Octal, result.offsetRadix);
    result.baseAddress = offsetOf(object[u"baseAddress"_s]);
    const ByteCount sectorSize = offsetOf(object[u"sectorSize"_s]);
    if (sectorSize <= kSectorMax)
        result.sectorSize = sectorSize;
    result.valueRadix = enumOf(object[u"valueRadix"_s], ValueRadix::Binary, result.valueRadix);
    const QString encoding = object[u"encoding"_s].toString();
    if (textEncodings().contains(encoding))
        result.encoding = encoding;
    return result;
}

/// Without transparency, as names of colours are written; invalid for what names none.
QColor colourOf(const QJsonValue& value) {
    const QColor colour(value.toString());
    return colour.isValid() ? QColor::fromRgb(colour.rgb()) : QColor();
}

/// Half a surrogate pair, which JSON can spell but UTF-8 cannot, becomes a question mark.
QString textOf(const QJsonValue& value) {
    return QString::fromUtf8(value.toString().toUtf8());
}

std::vector<BookmarkDetails> bookmarksOf(const QJsonArray& array) {
    std::vector<BookmarkDetails> result;
    unsigned taken = 0;  // a number belongs to one bookmark
    for (const QJsonValue& value : array) {
        const QJsonObject each = value.toObject();
        const ByteRange range{offsetOf(each[u"begin"_s]), offsetOf(each[u"end"_s])};
        if (!range.isValid())
            continue;
        result.push_back(
            {range, textOf(each[u"name"_s]), colourOf(each[u"colour"_s]), textOf(each[u"comment"_s])});
        const int number = each[u"number"_s].toInt(-1);
        if (0 <= number && number < Bookmarks::kNumbers && (taken >> number & 1U) == 0) {
            taken |= 1U << number;
            result.back().number = number;
        }
    }
    return result;
}

QJsonObject toJson(const RecordLayout& records) {
    return {{u"size"_s, toJson(records.size)}, {u"start"_s, toJson(records.start)}};
}

RecordLayout recordsOf(const QJsonObject& object) {
    return {.size = offsetOf(object[u"size"_s]), .start = offsetOf(object[u"start"_s])};
}

QJsonObject toJson(const SessionDocument& document) {
    QJsonArray bookmarks;
    for (const auto& each : document.bookmarks) {
        QJsonObject bookmark{{u"begin"_s, toJson(each.range.begin)},
                             {u"end"_s, toJson(each.range.end)},
                             {u"name"_s, each.name},
                             {u"colour"_s, each.colour.isValid() ? each.colour.name() : QString()}};
        if (!each.comment.isEmpty())
            bookmark[u"comment"_s] = each.comment;
        if (each.number)
            bookmark[u"number"_s] = *each.number;
        bookmarks.append(bookmark);
    }
    return {{u"path"_s, toStoredPath(document.path)}, {u"caret"_s, toJson(document.caret)},
            {u"anchor"_s, toJson(document.anchor)},   {u"topRow"_s, toJson(document.topRow)},
            {u"view"_s, toJson(document.options)},    {u"records"_s, toJson(document.records)},
            {u"follow"_s, document.isFollowed},       {u"bookmarks"_s, bookmarks}};
}

std::optional<SessionDocument> documentOf(const QJsonObject& object) {
    SessionDocument result;
    result.path = fromStoredPath(object[u"path"_s].toString());
    if (!result.path.starts_with('/'))
        return std::nullopt;
    result.caret = offsetOf(object[u"caret"_s]);
    result.anchor = offsetOf(object[u"anchor"_s]);
    result.topRow = offsetOf(object[u"topRow"_s]);
    result.options = optionsOf(object[u"view"_s].toObject());
    result.records = recordsOf(object[u"records"_s].toObject());
    result.isFollowed = object[u"follow"_s].toBool();
    result.bookmarks = bookmarksOf(object[u"bookmarks"_s].toArray());
    return result;
}

Error fileError(const QFileDevice& file, ErrorCode code) {
    return {.code = code, .offset = {}, .systemCode = 0, .detail = toRawPath(file.fileName())};
}

}  // namespace

QByteArray sessionToJson(const Session& session) {
    QJsonArray documents;
    for (const SessionDocument& each : session.documents)
        documents.append(toJson(each));
    const QJsonObject root{{u"version"_s, kVersion},
                           {u"current"_s, static_cast<int>(session.current)},
                           {u"documents"_s, documents}};
    return QJsonDocument(root).toJson();
}

Result<Session> sessionFromJson(const QByteArray& json) {
    QJsonParseError problem{};
    const QJsonDocument parsed = QJsonDocument::fromJson(json, &problem);
    if (problem.error != QJsonParseError::NoError)
        return failAt(ErrorCode::Malformed,  // Qt may point beyond the end
                      static_cast<ByteOffset>(std::clamp<qsizetype>(problem.offset, 0, json.size())));
    const QJsonObject root = parsed.object();
    if (root[u"version"_s].toInt() != kVersion)
        return fail(ErrorCode::Unsupported, "version");
    Session result;
    for (const QJsonValue& each : root[u"documents"_s].toArray()) {
        if (auto document = documentOf(each.toObject()))
            result.documents.push_back(std::move(*document));
    }
    const int current = root[u"current"_s].toInt();
    if (0 <= current && static_cast<std::size_t>(current) < result.documents.size())
        result.current = static_cast<std::size_t>(current);
    return result;
}

Result<Session> loadSession(const QString& path) {
    QFile file(path);
    if (!file.exists())
        return fail(fileError(file, ErrorCode::NotFound));
    if (!file.open(QIODevice::ReadOnly))
        return fail(fileError(file, ErrorCode::OpenFailed));
    if (file.size() > kFileMax)
        return fail(fileError(file, ErrorCode::TooLarge));
    return sessionFromJson(file.readAll());
}

Status saveSession(const Session& session, const QString& path) {
    QSaveFile file(path);
    if (!QDir().mkpath(QFileInfo(path).absolutePath()) || !file.open(QIODevice::WriteOnly))
        return fail(fileError(file, ErrorCode::OpenFailed));
    file.write(sessionToJson(session));
    if (!file.commit())
        return fail(fileError(file, ErrorCode::WriteFailed));
    return {};
}

}  // namespace octavo
