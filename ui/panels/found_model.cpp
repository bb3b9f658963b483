#include "ui/panels/found_model.h"

#include <algorithm>

#include "core/codec/text_codecs.h"
#include "ui/base/number_text.h"
#include "ui/hexview/text_decoder.h"

namespace octavo {

using namespace Qt::StringLiterals;

namespace {

constexpr ByteCount kBytesShown = 16;
constexpr ByteCount kTextShown = 64;
constexpr ByteCount kTextBefore = 8;
constexpr ByteCount kCopiedMost = 4096;

std::vector<std::byte> bytesIn(const Document& document, ByteRange range) {
    std::vector<std::byte> bytes(static_cast<std::size_t>(range.size()));
    static_cast<void>(document.snapshot().read(range.begin, bytes));
    return bytes;
}

ByteRange startOf(ByteRange range, ByteCount most) {
    return ByteRange::ofLength(range.begin, std::min(range.size(), most));
}

}  // namespace

QString plainText(std::span<const std::byte> bytes) {
    QString text;
    for (const std::byte byte : bytes) {
        const auto value = std::to_integer<char16_t>(byte);
        text += value >= 0x20 && value < 0x7F ? QChar(value) : QChar(u'·');
    }
    return text;
}

void FoundModel::setPlaces(FoundPlaces* places) {
    beginResetModel();
    if (places_)
        disconnect(places_, nullptr, this, nullptr);
    places_ = places;
    order_.reset();
    rows_ = places_ ? static_cast<int>(places_->size()) : 0;
    endResetModel();
    if (!places_)
        return;
    connect(places_, &FoundPlaces::appended, this, &FoundModel::addRows);
    connect(places_, &FoundPlaces::moved, this, [this] {
        if (rows_ > 0)
            Q_EMIT dataChanged(index(0, 0), index(rows_ - 1, ColumnCount - 1));
    });
    connect(places_, &QObject::destroyed, this, [this] { setPlaces(nullptr); });
}

void FoundModel::setOrder(FoundOrder order) {
    beginResetModel();
    order_ = std::move(order);
    rows_ = order_ ? static_cast<int>(order_->size()) : places_ ? static_cast<int>(places_->size()) : 0;
    endResetModel();
}

void FoundModel::addRows() {
    if (order_ || static_cast<std::size_t>(rows_) == places_->size())
        return;
    beginInsertRows({}, rows_, static_cast<int>(places_->size()) - 1);
    rows_ = static_cast<int>(places_->size());
    endInsertRows();
}

FoundPlaces::Place FoundModel::at(const QModelIndex& index) const {
    OCTAVO_EXPECTS(checkIndex(index, CheckIndexOption::IndexIsValid));
    const auto row = static_cast<std::size_t>(index.row());
    return places_->at(order_ ? (*order_)[row] : row);
}

QString FoundModel::lineOf(const QModelIndex& index) const {
    const FoundPlaces::Place place = at(index);
    const auto bytes = bytesIn(places_->document(), startOf(place.range, kCopiedMost));
    return hexText(place.range.begin) + u'\t' + QString::number(place.range.size()) + u'\t' +
           QString::fromStdString(encodeHex(bytes, HexCase::Upper, " "));
}

int FoundModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || !places_ ? 0 : rows_;
}

int FoundModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString FoundModel::bytesText(const FoundPlaces::Place& place) const {
    const auto bytes = bytesIn(places_->document(), startOf(place.range, kBytesShown));
    const QString text = QString::fromStdString(encodeHex(bytes, HexCase::Upper, " "));
    return place.range.size() > kBytesShown ? text + u" …"_s : text;
}

/// A string as what it says, anything else with what stands around it.
QString FoundModel::contextText(const FoundPlaces::Place& place) const {
    const Document& document = places_->document();
    if (!places_->formNames().isEmpty() && places_->forms() == FoundPlaces::Forms::Encodings) {
        const auto bytes = bytesIn(document, startOf(place.range, kTextShown));
        const TextDecoder decoder(places_->formNames().value(static_cast<int>(place.form)));
        return decoder.toText(QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())))
            .replace(u'\t', u' ');
    }
    const ByteOffset begin = place.range.begin - std::min(place.range.begin, kTextBefore);
    const ByteOffset end = std::min(document.size(), begin + kTextShown);
    return plainText(bytesIn(document, {begin, std::max(begin, end)}));
}

QVariant FoundModel::data(const QModelIndex& index, int role) const {
    if (!places_ || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::TextAlignmentRole && index.column() == LengthColumn)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    const FoundPlaces::Place place = at(index);
    if (role == Qt::ToolTipRole)
        return place.isChanged ? tr("Edited since the search: it may not match any more.")
                               : rangeText(place.range);
    switch (index.column()) {
        case OffsetColumn:
            return place.isChanged ? hexText(place.range.begin) + u" *"_s : hexText(place.range.begin);
        case LengthColumn:
            return decimalText(place.range.size());
        case FormColumn:
            return places_->formNames().value(static_cast<int>(place.form));
        case BytesColumn:
            return bytesText(place);
        case TextColumn:
            return contextText(place);
        default:
            return {};
    }
}

QVariant FoundModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
        case OffsetColumn:
            return tr("Offset");
        case LengthColumn:
            return tr("Bytes");
        case FormColumn:
            return places_ && places_->forms() == FoundPlaces::Forms::Patterns ? tr("Pattern")
                                                                               : tr("Encoding");
        case BytesColumn:
            return tr("Found");
        case TextColumn:
            return tr("Text");
        default:
            return {};
    }
}

}  // namespace octavo
