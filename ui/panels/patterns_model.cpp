#include "ui/panels/patterns_model.h"

#include <algorithm>
#include <array>

#include "ui/base/number_text.h"

namespace octavo {

namespace {

/// Told apart also by people who see few colours: neighbours differ in lightness.
constexpr std::array<QRgb, 8> kColours{0x90e8b923, 0x905aa9e6, 0x9058b368, 0x90e07a5f,
                                       0x90a98bd8, 0x903fb8af, 0x90d98cb3, 0x90a3a847};

}  // namespace

void PatternsModel::setPatterns(std::vector<ColouredPattern> patterns) {
    beginResetModel();
    patterns.resize(std::min(patterns.size(), kMost));
    patterns_ = std::move(patterns);
    counts_.assign(patterns_.size(), std::nullopt);
    endResetModel();
    Q_EMIT patternsChanged();
}

QColor PatternsModel::freeColour() const {
    const auto uses = [this](QRgb colour) {
        return std::ranges::count(patterns_, QColor::fromRgba(colour), &ColouredPattern::colour);
    };
    return QColor::fromRgba(*std::ranges::min_element(kColours, {}, uses));
}

std::optional<int> PatternsModel::add(const FindQuery& query) {
    const FindQuery wanted = essential(query);
    const auto same = std::ranges::find(patterns_, wanted, &ColouredPattern::query);
    if (same != patterns_.end())
        return static_cast<int>(same - patterns_.begin());
    if (patterns_.size() == kMost)
        return std::nullopt;
    const int row = static_cast<int>(patterns_.size());
    beginInsertRows({}, row, row);
    patterns_.push_back({.query = wanted, .colour = freeColour()});
    counts_.emplace_back();
    endInsertRows();
    Q_EMIT patternsChanged();
    return row;
}

void PatternsModel::remove(int row) {
    beginRemoveRows({}, row, row);
    patterns_.erase(patterns_.begin() + row);
    counts_.erase(counts_.begin() + row);
    endRemoveRows();
    Q_EMIT patternsChanged();
}

void PatternsModel::setColour(int row, const QColor& colour) {
    patterns_[static_cast<std::size_t>(row)].colour = colour;
    Q_EMIT dataChanged(index(row, PatternColumn), index(row, PatternColumn));
    Q_EMIT colourChanged();
}

void PatternsModel::setCounts(const std::optional<std::vector<std::uint64_t>>& counts) {
    std::size_t next = 0;
    for (std::size_t i = 0; i < patterns_.size(); ++i) {
        const bool isKnown = counts && patterns_[i].isOn;
        counts_[i] = isKnown ? std::optional((*counts)[next++]) : std::nullopt;
    }
    if (!patterns_.empty())
        Q_EMIT dataChanged(index(0, CountColumn), index(rowCount() - 1, CountColumn));
}

int PatternsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(patterns_.size());
}

int PatternsModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

Qt::ItemFlags PatternsModel::flags(const QModelIndex& index) const {
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.isValid() && index.column() == PatternColumn)
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

QVariant PatternsModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const ColouredPattern& pattern = patterns_[static_cast<std::size_t>(index.row())];
    if (index.column() == CountColumn) {
        if (role == Qt::TextAlignmentRole)
            return static_cast<int>(Qt::AlignRight | Qt::AlignVCenter);
        const auto count = counts_[static_cast<std::size_t>(index.row())];
        if (role == Qt::DisplayRole && pattern.isOn)
            return count ? decimalText(*count) : QStringLiteral("…");
        return {};
    }
    switch (role) {
        case Qt::DisplayRole:
        case Qt::ToolTipRole:
            return describe(pattern.query);
        case Qt::DecorationRole: {
            QColor solid = pattern.colour;
            solid.setAlpha(255);
            return solid;
        }
        case Qt::CheckStateRole:
            return pattern.isOn ? Qt::Checked : Qt::Unchecked;
        default:
            return {};
    }
}

bool PatternsModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (!index.isValid() || index.column() != PatternColumn || role != Qt::CheckStateRole)
        return false;
    patterns_[static_cast<std::size_t>(index.row())].isOn = value.toInt() == Qt::Checked;
    Q_EMIT dataChanged(index, index.siblingAtColumn(CountColumn));
    Q_EMIT patternsChanged();
    return true;
}

QVariant PatternsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == PatternColumn ? tr("Pattern") : tr("Found");
}

}  // namespace octavo
