#include "ui/panels/history_model.h"

#include <algorithm>

#include <QLocale>

#include "core/base/contracts.h"
#include "ui/panels/history_text.h"

namespace octavo {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kRowsAtOnce = 50'000;  // a few milliseconds

}  // namespace

void HistoryModel::setLog(HistoryLog* log) {
    if (log_)
        disconnect(log_, nullptr, this, nullptr);
    beginResetModel();
    log_ = log;
    lanes_.clear();
    endResetModel();
    if (!log_)
        return;
    connect(log_, &HistoryLog::changed, this, &HistoryModel::follow);
    connect(log_, &QObject::destroyed, this, [this] { setLog(nullptr); });
    log_->catchUp();
    addRows();
    Q_EMIT followed();
}

void HistoryModel::follow(StepIndex first) {
    const auto known = static_cast<StepIndex>(rowCount());
    addRows();
    if (first < known)
        Q_EMIT dataChanged(index(static_cast<int>(first), 0),
                           index(static_cast<int>(known) - 1, ColumnCount - 1));
    Q_EMIT followed();
}

void HistoryModel::addRows() {
    const std::size_t known = lanes_.rows();
    const std::size_t next = std::min(log_->steps().count(), known + kRowsAtOnce);
    if (next == known)
        return;
    beginInsertRows({}, static_cast<int>(known), static_cast<int>(next) - 1);
    for (std::size_t row = known; row < next; ++row)
        lanes_.add(row == 0 ? 0 : log_->parentOf(static_cast<StepIndex>(row)));
    endInsertRows();
    if (next < log_->steps().count())
        QMetaObject::invokeMethod(
            this,
            [this] {
                if (log_ && lanes_.rows() != 0)
                    follow(static_cast<StepIndex>(lanes_.rows()));
            },
            Qt::QueuedConnection);
}

StepIndex HistoryModel::stepAt(const QModelIndex& index) const {
    OCTAVO_EXPECTS(checkIndex(index, CheckIndexOption::IndexIsValid));
    return static_cast<StepIndex>(index.row());
}

QModelIndex HistoryModel::currentStep() const {
    return log_ && log_->steps().current() < lanes_.rows()
               ? index(static_cast<int>(log_->steps().current()), StepColumn)
               : QModelIndex();
}

int HistoryModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || !log_ ? 0 : static_cast<int>(lanes_.rows());
}

int HistoryModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant HistoryModel::data(const QModelIndex& index, int role) const {
    if (!log_ || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const StepIndex step = stepAt(index);
    switch (role) {
        case NameRole:
            return log_->nameOf(step);
        case DoneRole:
            return log_->steps().isDone(step);
        case CurrentRole:
            return log_->steps().current() == step;
        case SavedRole:
            return log_->savedStep() == step;
        default:
            break;
    }
    const QDateTime time = log_->timeOf(step);
    switch (index.column()) {
        case GraphColumn:
            if (role != Qt::AccessibleTextRole)
                return {};
            return log_->steps().current() == step ? tr("present state")
                   : log_->steps().isDone(step)    ? tr("done")
                                                   : tr("not done");
        case StepColumn:
            return stepData(step, role);
        case TimeColumn:
            if (role == Qt::DisplayRole)
                return QLocale().toString(time.time(), QLocale::ShortFormat);
            return role == Qt::ToolTipRole && time.isValid() ? QLocale().toString(time) : QVariant();
        default:
            return {};
    }
}

QVariant HistoryModel::stepData(StepIndex step, int role) const {
    switch (role) {
        case Qt::DisplayRole:
            return step == 0 ? tr("Beginning") : stepText(log_->spliceOf(step));
        case Qt::EditRole:
            return log_->nameOf(step);
        case Qt::AccessibleTextRole:
        case Qt::ToolTipRole:
            return spokenStep(step);
        default:
            return {};
    }
}

QString HistoryModel::spokenStep(StepIndex step) const {
    QStringList parts;
    if (const QString name = log_->nameOf(step); !name.isEmpty())
        parts << tr("“%1”").arg(name);
    parts << stepData(step, Qt::DisplayRole).toString();
    if (log_->savedStep() == step)
        parts << tr("saved");
    return parts.join(u", "_s);
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
        case StepColumn:
            return tr("Step");
        case TimeColumn:
            return tr("Time");
        default:
            return {};
    }
}

Qt::ItemFlags HistoryModel::flags(const QModelIndex& index) const {
    Qt::ItemFlags result = QAbstractTableModel::flags(index);
    if (index.isValid() && index.column() == StepColumn)
        result |= Qt::ItemIsEditable;
    return result;
}

bool HistoryModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (!log_ || !index.isValid() || index.column() != StepColumn || role != Qt::EditRole)
        return false;
    log_->setName(stepAt(index), value.toString().trimmed());
    return true;
}

}  // namespace octavo
