#include "ui/panels/found_files_model.h"

#include <algorithm>

#include "ui/base/messages.h"
#include "ui/base/number_text.h"
#include "ui/base/qt_text.h"
#include "ui/panels/found_text.h"

namespace octavo {

using namespace Qt::StringLiterals;

namespace {

QVariant rightAligned() {
    return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
}

}  // namespace

void FoundFilesModel::setFiles(FoundFiles* files) {
    beginResetModel();
    if (files_)
        disconnect(files_, nullptr, this, nullptr);
    files_ = files;
    window_.reset();
    order_.reset();
    rows_ = static_cast<int>(rowsNow());
    endResetModel();
    if (!files_)
        return;
    connect(files_, &FoundFiles::appended, this, &FoundFilesModel::addRows);
    connect(files_, &FoundFiles::moved, this, [this] {
        if (rows_ > 0)
            Q_EMIT dataChanged(index(0, 0), index(rows_ - 1, ColumnCount - 1));
    });
    connect(files_, &QObject::destroyed, this, [this] { setFiles(nullptr); });
}

std::size_t FoundFilesModel::rowsNow() const {
    if (order_)
        return order_->size();
    if (window_)
        return window_->count;
    return files_ ? files_->size() : 0;
}

void FoundFilesModel::setWindow(std::optional<FoundWindow> window) {
    beginResetModel();
    window_ = window;
    order_.reset();
    rows_ = static_cast<int>(rowsNow());
    endResetModel();
}

void FoundFilesModel::setOrder(FoundOrder order) {
    beginResetModel();
    order_ = std::move(order);
    rows_ = static_cast<int>(rowsNow());
    endResetModel();
}

void FoundFilesModel::addRows() {
    const auto now = static_cast<int>(rowsNow());
    if (now == rows_)
        return;
    beginInsertRows({}, rows_, now - 1);
    rows_ = now;
    endInsertRows();
}

std::size_t FoundFilesModel::placeOf(int row) const {
    OCTAVO_EXPECTS(row >= 0 && row < rows_);
    const auto index = static_cast<std::size_t>(row);
    if (order_)
        return (*order_)[index];
    return window_ ? window_->first + index : index;
}

QString FoundFilesModel::lineOf(int row) const {
    const std::size_t place = placeOf(row);
    const FoundFile& file = files_->files()[files_->fileOf(place)];
    const ByteRange range = files_->at(place).range;
    const Result<Snapshot> bytes = files_->bytesOf(place);
    const QString name = file.path.empty() ? file.name : toDisplayText(file.path);
    return name + u'\t' + hexText(range.begin) + u'\t' + QString::number(range.size()) + u'\t' +
           (bytes && range.end <= bytes->size() ? foundHex(*bytes, range) : QString());
}

int FoundFilesModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || !files_ ? 0 : rows_;
}

int FoundFilesModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString FoundFilesModel::tipFor(std::size_t place) const {
    const std::size_t index = files_->fileOf(place);
    const FoundFile& file = files_->files()[index];
    const PlaceFollower::Place now = files_->at(place);
    QString tip = (file.path.empty() ? file.name : toDisplayText(file.path)) + u'\n' + rangeText(now.range);
    if (now.isChanged)
        tip += u'\n' + tr("Edited since the search: it may not match any more.");
    else if (const auto bytes = files_->bytesOf(place); !bytes)
        tip += u'\n' + messageFor(bytes.error(), file.name);
    else if (files_->documentOf(index) == nullptr)
        tip += u'\n' + tr("As of the time of the search.");
    if (!file.note.isEmpty())
        tip += u'\n' + file.note;
    return tip;
}

QString FoundFilesModel::textOf(std::size_t place, Column column) const {
    const Result<Snapshot> bytes = files_->bytesOf(place);
    const ByteRange range = files_->at(place).range;
    if (!bytes)
        return bytes.error().code == ErrorCode::ChangedOnDisk ? tr("changed since")
                                                              : tr("cannot be read now");
    if (range.end > bytes->size())
        return {};
    return column == BytesColumn ? foundBytesText(*bytes, range) : foundContextText(*bytes, range);
}

QVariant FoundFilesModel::data(const QModelIndex& index, int role) const {
    if (!files_ || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::TextAlignmentRole && index.column() == LengthColumn)
        return rightAligned();
    const std::size_t place = placeOf(index.row());
    if (role == Qt::ToolTipRole)
        return tipFor(place);
    if (role != Qt::DisplayRole)
        return {};
    const PlaceFollower::Place now = files_->at(place);
    switch (index.column()) {
        case FileColumn:
            return files_->files()[files_->fileOf(place)].name;
        case OffsetColumn:
            return now.isChanged ? hexText(now.range.begin) + u" *"_s : hexText(now.range.begin);
        case LengthColumn:
            return decimalText(now.range.size());
        default:
            return textOf(place, static_cast<Column>(index.column()));
    }
}

QVariant FoundFilesModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
        case FileColumn:
            return tr("File");
        case OffsetColumn:
            return tr("Offset");
        case LengthColumn:
            return tr("Bytes");
        case BytesColumn:
            return tr("Found");
        case TextColumn:
            return tr("Text");
        default:
            return {};
    }
}

void FileListModel::setFiles(FoundFiles* files) {
    beginResetModel();
    if (files_)
        disconnect(files_, nullptr, this, nullptr);
    files_ = files;
    rows_ = files_ ? static_cast<int>(files_->files().size()) : 0;
    endResetModel();
    if (!files_)
        return;
    connect(files_, &FoundFiles::appended, this, &FileListModel::addRows);
    connect(files_, &QObject::destroyed, this, [this] { setFiles(nullptr); });
}

void FileListModel::addRows() {
    const auto now = static_cast<int>(files_->files().size());
    if (rows_ > 0)  // the last one may have got more
        Q_EMIT dataChanged(index(rows_ - 1, 0), index(rows_ - 1, ColumnCount - 1));
    if (now == rows_)
        return;
    beginInsertRows({}, rows_, now - 1);
    rows_ = now;
    endInsertRows();
}

int FileListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || !files_ ? 0 : rows_;
}

int FileListModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant FileListModel::data(const QModelIndex& index, int role) const {
    if (!files_ || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const FoundFile& file = files_->files()[static_cast<std::size_t>(index.row())];
    if (role == Qt::TextAlignmentRole && index.column() == CountColumn)
        return rightAligned();
    const QString path = file.path.empty() ? file.name : toDisplayText(file.path);
    if (role == Qt::ToolTipRole)
        return file.note.isEmpty() ? path : path + u'\n' + file.note;
    if (role == Qt::UserRole && index.column() == CountColumn)
        return static_cast<qulonglong>(file.places.count);
    if (role != Qt::DisplayRole && role != Qt::UserRole)
        return {};
    switch (index.column()) {
        case FileColumn:
            return file.below;
        case CountColumn:
            return decimalText(file.places.count);
        default:
            return file.note;
    }
}

QVariant FileListModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
        case FileColumn:
            return tr("File");
        case CountColumn:
            return tr("Places");
        default:
            return tr("Not Searched");
    }
}

}  // namespace octavo
