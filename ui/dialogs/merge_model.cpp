#include "ui/dialogs/merge_model.h"

#include <algorithm>
#include <utility>

#include "ui/base/fixed_font.h"
#include "ui/base/number_text.h"

namespace octavo {

namespace {

constexpr std::size_t kShownInCell = 8;
constexpr std::size_t kShownInTip = 256;

}  // namespace

MergeModel::MergeModel(MergeVersions versions, std::vector<MergeRegion> regions, QObject* parent)
    : QAbstractTableModel(parent),
      versions_(std::move(versions)),
      regions_(std::move(regions)),
      choices_(regions_.size(), MergeChoice::Mine) {
    for (std::size_t i = 0; i < regions_.size(); ++i) {
        if (regions_[i].kind == MergeRegion::Kind::Conflict)
            conflicts_.push_back(i);
    }
}

void MergeModel::chooseAll(MergeChoice choice) {
    std::ranges::fill(choices_, choice);
    if (!conflicts_.empty())
        Q_EMIT dataChanged(index(0, MineColumn), index(rowCount() - 1, TheirsColumn), {Qt::CheckStateRole});
}

int MergeModel::mineCount() const {
    return static_cast<int>(std::ranges::count_if(
        conflicts_, [this](std::size_t each) { return choices_[each] == MergeChoice::Mine; }));
}

QString MergeModel::bytesText(int column, const MergeRegion& region, std::size_t most) const {
    const Snapshot* version = column == MineColumn ? &versions_.mine : &versions_.theirs;
    ByteRange range = column == MineColumn ? region.mine : region.theirs;
    if (column == BaseColumn) {
        if (!versions_.base)
            return tr("gone");
        version = &*versions_.base;
        range = region.base;
    }
    if (range.isEmpty())
        return tr("nothing");
    std::vector<std::byte> bytes(static_cast<std::size_t>(std::min<ByteCount>(range.size(), most)));
    const RangeSet lost = version->read(range.begin, bytes);
    QString text;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (i > 0)
            text += most == kShownInTip && i % 16 == 0 ? u'\n' : u' ';
        text += lost.contains(range.begin + i)
                    ? QStringLiteral("··")
                    : QStringLiteral("%1").arg(std::to_integer<int>(bytes[i]), 2, 16, QChar(u'0')).toUpper();
    }
    if (bytes.size() < range.size())
        text += tr(" … (%1)").arg(sizeText(range.size()));
    return text;
}

int MergeModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(conflicts_.size());
}

int MergeModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant MergeModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const std::size_t at = conflicts_[static_cast<std::size_t>(index.row())];
    const MergeRegion& region = regions_[at];
    if (role == Qt::DisplayRole)
        return index.column() == OffsetColumn ? hexText(region.mine.begin)
                                              : bytesText(index.column(), region, kShownInCell);
    if (role == Qt::ToolTipRole && index.column() != OffsetColumn)
        return bytesText(index.column(), region, kShownInTip);
    if (role == Qt::FontRole)
        return valueFont();
    if (role == Qt::CheckStateRole && (index.column() == MineColumn || index.column() == TheirsColumn)) {
        const bool isKept = (choices_[at] == MergeChoice::Mine) == (index.column() == MineColumn);
        return isKept ? Qt::Checked : Qt::Unchecked;
    }
    return {};
}

QVariant MergeModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
        case OffsetColumn:
            return tr("Offset");
        case BaseColumn:
            return tr("As opened");
        case MineColumn:
            return tr("Mine");
        case TheirsColumn:
            return tr("In the file now");
        default:
            return {};
    }
}

Qt::ItemFlags MergeModel::flags(const QModelIndex& index) const {
    Qt::ItemFlags result = QAbstractTableModel::flags(index);
    if (index.column() == MineColumn || index.column() == TheirsColumn)
        result |= Qt::ItemIsUserCheckable;
    return result;
}

bool MergeModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    const bool isChoice = index.column() == MineColumn || index.column() == TheirsColumn;
    if (!index.isValid() || role != Qt::CheckStateRole || !isChoice)
        return false;
    const bool isKept = value.value<Qt::CheckState>() == Qt::Checked;
    const bool isMine = isKept == (index.column() == MineColumn);
    choices_[conflicts_[static_cast<std::size_t>(index.row())]] =
        isMine ? MergeChoice::Mine : MergeChoice::Theirs;
    Q_EMIT dataChanged(index.siblingAtColumn(MineColumn), index.siblingAtColumn(TheirsColumn),
                       {Qt::CheckStateRole});
    return true;
}

}  // namespace octavo
