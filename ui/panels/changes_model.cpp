#include "ui/panels/changes_model.h"

#include <algorithm>

#include "ui/base/number_text.h"

namespace octavo {

void ChangesModel::setChanges(ChangeList* changes) {
    if (changes_)
        disconnect(changes_, nullptr, this, nullptr);
    changes_ = changes;
    if (changes_) {
        connect(changes_, &ChangeList::changed, this, &ChangesModel::reload);
        connect(changes_, &QObject::destroyed, this, &ChangesModel::reload);
    }
    reload();
}

void ChangesModel::reload() {
    auto rows = changes_ ? changes_->all() : std::vector<ChangeList::Place>{};
    if (rows.size() == rows_.size()) {
        rows_ = std::move(rows);  // moved only: the selection stays
        if (!rows_.empty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    rows_ = std::move(rows);
    endResetModel();
}

const ChangeList::Place& ChangesModel::at(const QModelIndex& index) const {
    OCTAVO_EXPECTS(checkIndex(index, CheckIndexOption::IndexIsValid));
    return rows_[static_cast<std::size_t>(index.row())];
}

int ChangesModel::rowAt(ByteOffset offset) const {
    const auto found = std::find_if(rows_.begin(), rows_.end(), [offset](const ChangeList::Place& each) {
        return each.range.contains(offset) || each.range.begin == offset;
    });
    return found == rows_.end() ? -1 : static_cast<int>(found - rows_.begin());
}

int ChangesModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int ChangesModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ChangesModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ChangeList::Place& place = at(index);
    if (role == Qt::TextAlignmentRole && index.column() == LengthColumn)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    if (role != Qt::DisplayRole)
        return {};
    const ByteCount size = place.range.size();
    switch (index.column()) {
        case OffsetColumn:
            return hexText(place.range.begin);
        case KindColumn:
            return size == 0 ? tr("Removed") : place.removed == 0 ? tr("Added") : tr("Changed");
        case LengthColumn:
            if (size == place.removed || place.removed == 0)
                return decimalText(size);
            return size == 0 ? decimalText(place.removed)
                             : tr("%1 for %2").arg(decimalText(size), decimalText(place.removed));
        default:
            return {};
    }
}

QVariant ChangesModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
        case OffsetColumn:
            return tr("Offset");
        case KindColumn:
            return tr("What");
        case LengthColumn:
            return tr("Bytes");
        default:
            return {};
    }
}

}  // namespace octavo
