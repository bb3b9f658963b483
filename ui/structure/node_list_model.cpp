#include "ui/structure/node_list_model.h"

#include <utility>

namespace octavo {

void NodeListModel::setRows(std::vector<NodeRow> rows) {
    beginResetModel();
    rows_ = std::move(rows);
    endResetModel();
}

int NodeListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int NodeListModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int{NodeColumns::Count};
}

QVariant NodeListModel::data(const QModelIndex& index, int role) const {
    const NodeRow& row = rowAt(index);
    if (role == Qt::DisplayRole && index.column() == NodeColumns::Name)
        return QString::fromStdString(row.path);
    return nodeRowData(row, index.column(), role);
}

QVariant NodeListModel::headerData(int section, Qt::Orientation orientation, int role) const {
    return orientation == Qt::Horizontal && role == Qt::DisplayRole ? nodeColumnTitle(section) : QVariant();
}

}  // namespace octavo
