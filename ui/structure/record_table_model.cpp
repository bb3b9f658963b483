#include "ui/structure/record_table_model.h"

#include <algorithm>
#include <iterator>
#include <numeric>

#include <QBrush>
#include <QGuiApplication>

#include "ui/base/number_text.h"
#include "ui/base/status_line.h"
#include "ui/structure/live_structure.h"
#include "ui/structure/structure_messages.h"

namespace octavo {

namespace {

/// Reads the array and hands it on.
template <typename Work>
auto withArray(const RecordSource& source, const JobContext& job, const Work& work)
    -> decltype(work(std::declval<StructureTree&>(), std::declval<const NodeRef&>())) {
    StructureTree tree(source.formats, source.bytes, source.options, JobContext(job.stopToken(), nullptr));
    const auto array = nodeAt(tree, source.path);
    if (job.stopRequested())
        return fail(ErrorCode::Cancelled);
    if (!array)
        return fail(array.error());
    return work(tree, *array);
}

/// All items of an array in an order that may be older than they are: those that are gone are left out, new
/// ones come last.
std::vector<std::uint64_t> itemsInOrder(std::uint64_t count, const std::vector<std::uint32_t>& order) {
    std::vector<std::uint64_t> items;
    items.reserve(count);
    std::copy_if(order.begin(), order.end(), std::back_inserter(items),
                 [count](std::uint32_t item) { return item < count; });
    for (std::uint64_t item = order.size(); item < count; ++item)
        items.push_back(item);
    return items;
}

}  // namespace

Result<std::vector<std::uint32_t>> RecordSource::sorted(const RecordColumn& by, RecordOrder order,
                                                        const JobContext& job) const {
    return withArray(*this, job, [&](StructureTree& tree, const NodeRef& array) {
        return sortRecords(tree, array, by, order, job);
    });
}

Result<std::uint64_t> RecordSource::write(std::span<const std::uint64_t> items, FieldSeparator separator,
                                          TextSink& out, const JobContext& job) const {
    return withArray(*this, job, [&](StructureTree& tree, const NodeRef& array) -> Result<std::uint64_t> {
        const Status done = writeRecords(tree, array, fields, items, separator, out, job);
        if (!done)
            return fail(done.error());
        const std::uint64_t count = recordsOf(tree, array)->count();
        return static_cast<std::uint64_t>(
            std::count_if(items.begin(), items.end(), [count](std::uint64_t item) { return item < count; }));
    });
}

Status RecordSource::writeAll(const std::vector<std::uint32_t>* order, bool isReversed, TextSink& out,
                              const JobContext& job) const {
    return withArray(*this, job, [&](StructureTree& tree, const NodeRef& array) {
        if (order == nullptr && !isReversed)
            return writeRecords(tree, array, fields, std::nullopt, FieldSeparator::Comma, out, job);
        const ArrayNode* all = recordsOf(tree, array);
        const std::uint64_t count = all != nullptr ? all->count() : 0;
        std::vector<std::uint64_t> items;
        if (order != nullptr) {
            items = itemsInOrder(count, *order);
        } else {
            items.resize(count);
            std::iota(items.rbegin(), items.rend(), std::uint64_t{0});
        }
        return writeRecords(tree, array, fields, items, FieldSeparator::Comma, out, job);
    });
}

RecordTableModel::RecordTableModel(LiveStructure& live, std::string path, QObject* parent)
    : QAbstractTableModel(parent), live_(live), path_(std::move(path)) {}

void RecordTableModel::refresh() {
    StructureTree* tree = live_.tree();
    if (tree == nullptr)
        return;
    known_.clear();
    const auto node = nodeAt(*tree, path_);
    const ArrayNode* array = node ? recordsOf(*tree, *node) : nullptr;
    const bool wasStopped = tree->wasStopped();
    isThere_ = array != nullptr || wasStopped;
    std::vector<RecordColumn> fields = array != nullptr ? recordColumns(node->field()) : fields_;
    if (fields != fields_) {
        beginResetModel();
        fields_ = std::move(fields);
        endResetModel();
        Q_EMIT fieldsChanged();
    }
    count_ = array != nullptr ? array->count() : 0;
    showRows(rowsNow());
    if (wasStopped)
        Q_EMIT moreWanted(QString::fromStdString(path_));
}

// --- which item is where

void RecordTableModel::setOrder(Order order, bool isReversed) {
    beginResetModel();
    order_ = std::move(order);
    isReversed_ = isReversed;
    rows_ = rowsNow();
    endResetModel();
}

std::uint64_t RecordTableModel::itemAt(std::uint64_t place) const {
    if (order_ != nullptr)
        return place < order_->size() ? (*order_)[place] : place;
    return isReversed_ ? count_ - 1 - place : place;
}

std::uint64_t RecordTableModel::placeCount() const {
    return order_ != nullptr ? std::max<std::uint64_t>(count_, order_->size()) : count_;
}

std::optional<std::uint64_t> RecordTableModel::placeOf(std::uint64_t item) const {
    if (item >= placeCount())
        return std::nullopt;
    if (order_ == nullptr || item >= order_->size())
        return order_ == nullptr && isReversed_ ? count_ - 1 - item : item;
    const auto found = std::find(order_->begin(), order_->end(), static_cast<std::uint32_t>(item));
    return static_cast<std::uint64_t>(found - order_->begin());
}

void RecordTableModel::showPart(std::uint64_t place) {
    const std::uint64_t begin = place / kPartSize * kPartSize;
    if (begin == partBegin_)
        return;
    beginResetModel();
    partBegin_ = begin;
    rows_ = rowsNow();
    endResetModel();
}

int RecordTableModel::rowsNow() const {
    const std::uint64_t places = placeCount();
    return places <= partBegin_ ? 0 : static_cast<int>(std::min(places - partBegin_, kPartSize));
}

void RecordTableModel::showRows(int now) {
    if (now < rows_) {
        beginRemoveRows({}, now, rows_ - 1);
        rows_ = now;
        endRemoveRows();
    } else if (now > rows_) {
        beginInsertRows({}, rows_, now - 1);
        rows_ = now;
        endInsertRows();
    }
    if (rows_ > 0)
        Q_EMIT dataChanged(index(0, 0), index(rows_ - 1, columnCount() - 1));
}

// --- what is shown of it

bool RecordTableModel::isNumber(int column) const {
    return column < FieldColumn || fields_[static_cast<std::size_t>(column - FieldColumn)].isNumber;
}

const RecordRow* RecordTableModel::recordOf(const QModelIndex& index) const {
    const std::uint64_t item = itemOf(index);
    if (const auto found = known_.find(item); found != known_.end())
        return &found->second;
    StructureTree* tree = item < count_ ? live_.tree() : nullptr;
    const auto node = tree != nullptr ? nodeAt(*tree, path_) : fail(ErrorCode::NotFound);
    const ArrayNode* array = node ? recordsOf(*tree, *node) : nullptr;
    if (array == nullptr || item >= array->count())
        return nullptr;
    RecordRow record = readRecords(*tree, *node, item, item + 1, fields_).front();
    if (record.isPending)
        Q_EMIT moreWanted(QString::fromStdString(pathOfMissing(item, record)));
    if (known_.size() >= kRecordsKept)
        known_.clear();
    return &known_.insert_or_assign(item, std::move(record)).first->second;
}

/// That of the first cell that was not read: a job that reads it leaves it in the tree.
std::string RecordTableModel::pathOfMissing(std::uint64_t item, const RecordRow& record) const {
    std::string path = path_ + "/" + std::to_string(item);
    const auto missing = std::find_if(record.cells.begin(), record.cells.end(),
                                      [](const RecordCell& cell) { return cell.isPending; });
    if (missing != record.cells.end()) {
        for (const std::string& step :
             fields_[static_cast<std::size_t>(missing - record.cells.begin())].steps)
            path += "/" + step;
    }
    return path;
}

int RecordTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : rows_;
}

int RecordTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : FieldColumn + static_cast<int>(fields_.size());
}

QVariant RecordTableModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    if (role == Qt::TextAlignmentRole)
        return isNumber(index.column()) ? QVariant(int{Qt::AlignRight} | int{Qt::AlignVCenter}) : QVariant();
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::ForegroundRole)
        return {};
    if (index.column() == ItemColumn)
        return role == Qt::DisplayRole ? QVariant(QString::number(itemOf(index))) : QVariant();
    const RecordRow* record = recordOf(index);
    if (index.column() >= FieldColumn)
        return cellData(record, static_cast<std::size_t>(index.column() - FieldColumn), role);
    const bool hasOffset = role == Qt::DisplayRole && record != nullptr && record->place;
    return hasOffset ? QVariant(hexText(record->place->begin)) : QVariant();
}

QVariant RecordTableModel::cellData(const RecordRow* record, std::size_t cell, int role) const {
    if (record == nullptr || record->cells[cell].isPending)
        return role == Qt::DisplayRole && (record != nullptr || live_.isAway()) ? QVariant(tr("…"))
                                                                                : QVariant();
    const RecordCell& shown = record->cells[cell];
    const QString problem = shown.error ? messageFor(*shown.error) : QString();
    const QString text = QString::fromStdString(shown.text);
    if (role == Qt::ForegroundRole)
        return shown.error ? QVariant(QBrush(toneColour(StatusTone::Problem, QGuiApplication::palette())))
                           : QVariant();
    if (role == Qt::ToolTipRole)
        return problem.isEmpty() ? text : problem;
    return text.isEmpty() ? problem : text;
}

QVariant RecordTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    if (section == ItemColumn)
        return tr("Item");
    if (section == OffsetColumn)
        return tr("Offset");
    return QString::fromStdString(fields_[static_cast<std::size_t>(section - FieldColumn)].title);
}

}  // namespace octavo
