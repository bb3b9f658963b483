#pragma once

#include <memory>
#include <vector>

#include <QAbstractTableModel>
#include <QPointer>

#include "ui/panels/found_places.h"

namespace octavo {

/// Rows of FoundPlaces by index, where they are not simply all in their order.
using FoundOrder = std::shared_ptr<const std::vector<std::uint32_t>>;

/// What a search found, as a table: offset, length, encoding, bytes, text around them. Reads bytes only for
/// cells that are asked for. UI thread.
class FoundModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { OffsetColumn, LengthColumn, FormColumn, BytesColumn, TextColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    /// Shows these, or none for nullptr.
    void setPlaces(FoundPlaces* places);
    [[nodiscard]] FoundPlaces* places() const { return places_; }
    /// Shows only these rows, in that order; all for nullptr. REQUIRES: they are rows of places().
    void setOrder(FoundOrder order);
    [[nodiscard]] const FoundOrder& order() const { return order_; }
    /// REQUIRES: index is valid.
    [[nodiscard]] FoundPlaces::Place at(const QModelIndex& index) const;
    /// A row as text for people and programs: offset, length and bytes, with tabs between them.
    [[nodiscard]] QString lineOf(const QModelIndex& index) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void addRows();
    [[nodiscard]] QString contextText(const FoundPlaces::Place& place) const;

    QPointer<FoundPlaces> places_;
    FoundOrder order_;
    int rows_ = 0;
};

}  // namespace octavo
