#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <QAbstractTableModel>
#include <QColor>

#include "ui/panels/find_query.h"

namespace octavo {

/// Something to look for all the time, and the colour of what is found. A value.
struct ColouredPattern {
    FindQuery query;
    QColor colour;
    bool isOn = true;

    friend bool operator==(const ColouredPattern&, const ColouredPattern&) = default;
};

/// Patterns as a table: a check box and a colour, what is looked for, how often it was found. UI thread.
class PatternsModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { PatternColumn, CountColumn, ColumnCount };
    /// More would be no help for the eye, and each costs time.
    static constexpr std::size_t kMost = 64;

    using QAbstractTableModel::QAbstractTableModel;

    [[nodiscard]] const std::vector<ColouredPattern>& patterns() const { return patterns_; }
    /// Takes the first kMost.
    void setPatterns(std::vector<ColouredPattern> patterns);
    /// At the end, in a colour of its own; the row, which is that of an equal one when there is one. Nothing
    /// when there are kMost.
    std::optional<int> add(const FindQuery& query);
    void remove(int row);
    void setColour(int row, const QColor& colour);

    /// How often each was found, in the order of those that are on; nothing while it is not known.
    void setCounts(const std::optional<std::vector<std::uint64_t>>& counts);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    /// A pattern came, went, or was turned on or off; `colourChanged` for those that only look different.
    void patternsChanged();
    void colourChanged();

private:
    [[nodiscard]] QColor freeColour() const;

    std::vector<ColouredPattern> patterns_;
    std::vector<std::optional<std::uint64_t>> counts_;  // of each pattern
};

}  // namespace octavo
