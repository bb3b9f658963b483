#pragma once

#include <QAbstractTableModel>
#include <QPointer>

#include "ui/base/change_list.h"

namespace octavo {

/// One document's changed places by position, as a table: offset, what happened, bytes. UI thread.
class ChangesModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { OffsetColumn, KindColumn, LengthColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    /// Shows these, or none for nullptr.
    void setChanges(ChangeList* changes);
    /// REQUIRES: index is valid.
    [[nodiscard]] const ChangeList::Place& at(const QModelIndex& index) const;
    /// The row of the place that holds or starts at an offset, else -1.
    [[nodiscard]] int rowAt(ByteOffset offset) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void reload();

    QPointer<ChangeList> changes_;
    std::vector<ChangeList::Place> rows_;
};

}  // namespace octavo
