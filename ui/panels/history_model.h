#pragma once

#include <QAbstractTableModel>
#include <QPointer>

#include "ui/base/history_log.h"
#include "ui/panels/history_lanes.h"

namespace octavo {

/// One document's steps as a table, oldest first: a row for each step, the beginning included. Rows are only
/// ever added, so an edit costs the same after a million steps. UI thread.
class HistoryModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { GraphColumn, StepColumn, TimeColumn, ColumnCount };
    enum Role {
        NameRole = Qt::UserRole,  ///< QString, empty without a name
        DoneRole,                 ///< bool: false for what was undone or lies on another branch
        CurrentRole,              ///< bool: the document is in this state
        SavedRole,                ///< bool: the file is in this state
    };

    using QAbstractTableModel::QAbstractTableModel;

    /// Shows this document's steps, or none for nullptr.
    void setLog(HistoryLog* log);
    [[nodiscard]] HistoryLog* log() const { return log_; }
    [[nodiscard]] const HistoryLanes& lanes() const { return lanes_; }
    /// REQUIRES: index is valid.
    [[nodiscard]] StepIndex stepAt(const QModelIndex& index) const;
    /// Of the state that the document is in; invalid while its row is still to come.
    [[nodiscard]] QModelIndex currentStep() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    /// Names a step; an empty text takes its name away.
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

Q_SIGNALS:
    /// What the log told of is in the model now.
    void followed();

private:
    void follow(StepIndex first);
    void addRows();
    [[nodiscard]] QVariant stepData(StepIndex step, int role) const;
    [[nodiscard]] QString spokenStep(StepIndex step) const;

    QPointer<HistoryLog> log_;
    HistoryLanes lanes_;
};

}  // namespace octavo
