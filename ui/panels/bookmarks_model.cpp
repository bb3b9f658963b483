#include "ui/panels/bookmarks_model.h"

#include <algorithm>

#include "ui/base/number_text.h"

namespace octavo {

namespace {

bool sameOrder(const std::vector<Bookmarks::Bookmark>& one, const std::vector<Bookmarks::Bookmark>& other) {
    return std::equal(one.begin(), one.end(), other.begin(), other.end(),
                      [](const auto& left, const auto& right) { return left.id == right.id; });
}

}  // namespace

void BookmarksModel::setBookmarks(Bookmarks* bookmarks) {
    if (bookmarks_)
        disconnect(bookmarks_, nullptr, this, nullptr);
    bookmarks_ = bookmarks;
    if (bookmarks_) {
        connect(bookmarks_, &Bookmarks::changed, this, &BookmarksModel::reload);
        connect(bookmarks_, &QObject::destroyed, this, &BookmarksModel::reload);
    }
    reload();
}

void BookmarksModel::reload() {
    auto rows = bookmarks_ ? bookmarks_->all() : std::vector<Bookmarks::Bookmark>{};
    if (sameOrder(rows, rows_)) {
        rows_ = std::move(rows);  // moved, renamed or recoloured: selection and editor stay
        if (!rows_.empty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    rows_ = std::move(rows);
    endResetModel();
}

const Bookmarks::Bookmark& BookmarksModel::at(const QModelIndex& index) const {
    OCTAVO_EXPECTS(checkIndex(index, CheckIndexOption::IndexIsValid));
    return rows_[static_cast<std::size_t>(index.row())];
}

QModelIndex BookmarksModel::indexOf(AnchorId id) const {
    const auto found =
        std::find_if(rows_.begin(), rows_.end(), [id](const auto& each) { return each.id == id; });
    return found == rows_.end() ? QModelIndex() : index(static_cast<int>(found - rows_.begin()), NameColumn);
}

int BookmarksModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int BookmarksModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant BookmarksModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Bookmarks::Bookmark& mark = at(index);
    if (role == Qt::ToolTipRole)
        return rangeText(mark.range);
    switch (index.column()) {
        case NumberColumn:
            if (role == Qt::TextAlignmentRole)
                return QVariant::fromValue(Qt::Alignment(Qt::AlignHCenter | Qt::AlignVCenter));
            return role == Qt::DisplayRole && mark.number ? QVariant(QString::number(*mark.number))
                                                          : QVariant();
        case NameColumn:
            if (role == Qt::DisplayRole || role == Qt::EditRole)
                return mark.name;
            return role == Qt::DecorationRole ? QVariant(mark.colour) : QVariant();
        case OffsetColumn:
            return role == Qt::DisplayRole ? QVariant(hexText(mark.range.begin)) : QVariant();
        case LengthColumn:
            if (role == Qt::TextAlignmentRole)
                return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
            return role == Qt::DisplayRole ? QVariant(decimalText(mark.range.size())) : QVariant();
        default:
            return {};
    }
}

QVariant BookmarksModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation == Qt::Horizontal && role == Qt::ToolTipRole && section == NumberColumn)
        return tr("Ctrl and this digit go there");
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
        case NumberColumn:
            return tr("No.");
        case NameColumn:
            return tr("Name");
        case OffsetColumn:
            return tr("Offset");
        case LengthColumn:
            return tr("Bytes");
        default:
            return {};
    }
}

Qt::ItemFlags BookmarksModel::flags(const QModelIndex& index) const {
    Qt::ItemFlags result = QAbstractTableModel::flags(index);
    if (index.isValid() && index.column() == NameColumn)
        result |= Qt::ItemIsEditable;
    return result;
}

bool BookmarksModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    const QString name = value.toString().trimmed();
    if (!index.isValid() || index.column() != NameColumn || role != Qt::EditRole || name.isEmpty() ||
        !bookmarks_)
        return false;
    bookmarks_->rename(at(index).id, name);
    return true;
}

}  // namespace octavo
