#pragma once

#include <vector>

#include <QAbstractTableModel>

#include "ui/structure/node_row_data.h"

namespace octavo {

/// Nodes of a structure as a list, each with its path for a name: what a filter found. UI thread.
class NodeListModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    void setRows(std::vector<NodeRow> rows);
    /// REQUIRES: index is valid.
    [[nodiscard]] const NodeRow& rowAt(const QModelIndex& index) const {
        return rows_[static_cast<std::size_t>(index.row())];
    }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<NodeRow> rows_;
};

}  // namespace octavo
