#include "ui/panels/digest_model.h"

#include <algorithm>

namespace octavo {

using namespace Qt::StringLiterals;

namespace {

/// The digits of a pasted digest in lower case; empty when it holds anything else.
QString digitsOf(const QString& text) {
    QString digits;
    for (const QChar each : text) {
        const QChar lower = each.toLower();
        if (lower.isSpace() || lower == u':' || lower == u'-')
            continue;
        const bool isDigit = (lower >= u'0' && lower <= u'9') || (lower >= u'a' && lower <= u'f');
        if (!isDigit)
            return {};
        digits += lower;
    }
    return digits;
}

}  // namespace

DigestModel::DigestModel(const Registry<HasherInfo>& hashers, QObject* parent) : QAbstractTableModel(parent) {
    for (const HasherInfo& each : hashers)
        rows_.push_back({.info = &each, .isChosen = false, .digest = {}});
}

std::vector<const HasherInfo*> DigestModel::chosen() const {
    std::vector<const HasherInfo*> result;
    for (const Row& each : rows_) {
        if (each.isChosen)
            result.push_back(each.info);
    }
    return result;
}

QStringList DigestModel::chosenIds() const {
    QStringList ids;
    for (const HasherInfo* each : chosen())
        ids += QString::fromStdString(each->id);
    return ids;
}

void DigestModel::setChosenIds(const QStringList& ids) {
    for (Row& each : rows_)
        each.isChosen = ids.contains(QString::fromStdString(each.info->id));
    emitAllChanged();
    Q_EMIT chosenChanged();
}

void DigestModel::setResult(const DigestResult& result) {
    for (Row& row : rows_) {
        const auto found = std::find_if(result.digests.begin(), result.digests.end(),
                                        [&row](const auto& digest) { return digest.id == row.info->id; });
        row.digest =
            found == result.digests.end() ? QString() : QString::fromStdString(digestText(found->bytes));
    }
    state_ = State::Current;
    emitAllChanged();
}

void DigestModel::clearResult() {
    for (Row& each : rows_)
        each.digest.clear();
    state_ = State::Empty;
    emitAllChanged();
}

void DigestModel::markStale() {
    if (state_ != State::Current)
        return;
    state_ = State::Stale;
    emitAllChanged();
}

void DigestModel::emitAllChanged() {
    if (!rows_.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

QString DigestModel::allAsText() const {
    QString text;
    for (const Row& each : rows_) {
        if (!each.digest.isEmpty())
            text += QString::fromStdString(each.info->name) + u'\t' + each.digest + u'\n';
    }
    return text;
}

DigestModel::Comparison DigestModel::compare(const QString& text) const {
    Comparison result;
    const QString digits = digitsOf(text);
    result.isDigest = !digits.isEmpty();
    if (!result.isDigest)
        return result;
    for (const Row& each : rows_) {
        const QString name = QString::fromStdString(each.info->name);
        if (each.digest == digits) {
            result.matches += name;
        } else if (each.digest.isEmpty() &&
                   2 * each.info->digestSize == static_cast<std::size_t>(digits.size())) {
            result.candidates += name;
        }
    }
    return result;
}

void DigestModel::chooseCandidates(const QString& text) {
    const QString digits = digitsOf(text);
    for (Row& each : rows_) {
        if (2 * each.info->digestSize == static_cast<std::size_t>(digits.size()))
            each.isChosen = true;
    }
    emitAllChanged();
    Q_EMIT chosenChanged();
}

int DigestModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int DigestModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant DigestModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& row = rows_[static_cast<std::size_t>(index.row())];
    if (index.column() == AlgorithmColumn) {
        if (role == Qt::DisplayRole)
            return QString::fromStdString(row.info->name);
        if (role == Qt::CheckStateRole)
            return row.isChosen ? Qt::Checked : Qt::Unchecked;
        return {};
    }
    if (role == Qt::DisplayRole)
        return row.digest;
    if (role == Qt::ToolTipRole && !row.digest.isEmpty())
        return state_ == State::Stale ? tr("%1 — stale: the document has changed since").arg(row.digest)
                                      : row.digest;
    return {};
}

QVariant DigestModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    if (section == AlgorithmColumn)
        return tr("Algorithm");
    return section == DigestColumn ? (state_ == State::Stale ? tr("Digest (stale)") : tr("Digest"))
                                   : QVariant();
}

Qt::ItemFlags DigestModel::flags(const QModelIndex& index) const {
    Qt::ItemFlags result = QAbstractTableModel::flags(index);
    if (index.isValid() && index.column() == AlgorithmColumn)
        result |= Qt::ItemIsUserCheckable;
    return result;
}

bool DigestModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (!index.isValid() || index.column() != AlgorithmColumn || role != Qt::CheckStateRole)
        return false;
    rows_[static_cast<std::size_t>(index.row())].isChosen = value.toInt() == Qt::Checked;
    Q_EMIT dataChanged(index, index, {Qt::CheckStateRole});
    Q_EMIT chosenChanged();
    return true;
}

}  // namespace octavo
