#include "ui/panels/found_model.h"

#include "ui/base/number_text.h"
#include "ui/hexview/text_decoder.h"
#include "ui/panels/found_text.h"

namespace octavo {

using namespace Qt::StringLiterals;

namespace {

constexpr ByteCount kTextShown = 64;

}  // namespace

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
    return hexText(place.range.begin) + u'\t' + QString::number(place.range.size()) + u'\t' +
           foundHex(places_->document().snapshot(), place.range);
}

int FoundModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || !places_ ? 0 : rows_;
}

int FoundModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

/// A string as what it says, anything else with what stands around it.
QString FoundModel::contextText(const FoundPlaces::Place& place) const {
    const Snapshot snapshot = places_->document().snapshot();
    if (places_->formNames().isEmpty() || places_->forms() == FoundPlaces::Forms::Patterns)
        return foundContextText(snapshot, place.range);
    const auto bytes = firstBytes(snapshot, place.range, kTextShown);
    const TextDecoder decoder(places_->formNames().value(static_cast<int>(place.form)));
    return decoder.toText(QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())))
        .replace(u'\t', u' ');
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
            return foundBytesText(places_->document().snapshot(), place.range);
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
