#pragma once

#include <optional>
#include <vector>

#include <QAbstractTableModel>

#include "core/buffer/snapshot.h"
#include "core/compare/three_way_merge.h"

namespace octavo {

/// What is brought together.
struct MergeVersions {
    std::optional<Snapshot> base;  ///< absent where its bytes are gone
    Snapshot mine;
    Snapshot theirs;
};

/// The conflicts of a merge as a table: where, and the bytes of all versions. The one that is kept is
/// checked. UI thread.
class MergeModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { OffsetColumn, BaseColumn, MineColumn, TheirsColumn, ColumnCount };

    MergeModel(MergeVersions versions, std::vector<MergeRegion> regions, QObject* parent = nullptr);

    /// One for each region, conflict or not.
    [[nodiscard]] const std::vector<MergeChoice>& choices() const { return choices_; }
    void chooseAll(MergeChoice choice);
    /// How many conflicts keep mine.
    [[nodiscard]] int mineCount() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

private:
    [[nodiscard]] QString bytesText(int column, const MergeRegion& region, std::size_t most) const;

    MergeVersions versions_;
    std::vector<MergeRegion> regions_;
    std::vector<MergeChoice> choices_;
    std::vector<std::size_t> conflicts_;  // indexes into both
};

}  // namespace octavo
