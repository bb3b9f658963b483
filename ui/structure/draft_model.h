#pragma once

#include <optional>
#include <vector>

#include <QAbstractTableModel>

#include "core/buffer/snapshot.h"
#include "core/structure/format_draft.h"
#include "ui/jobs/job_runner.h"

namespace octavo {

/// The fields of a draft as rows, with the values that the bytes give them. Names and types are edited in
/// place; values are read on a job, and older ones are shown until then. UI thread.
class DraftModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { NameColumn, TypeColumn, OffsetColumn, ValueColumn, ColumnCount };

    /// REQUIRES: jobs outlives the model.
    explicit DraftModel(JobRunner& jobs, QObject* parent = nullptr)
        : QAbstractTableModel(parent), jobs_(jobs) {}

    /// Begins anew, over this range of the bytes.
    void start(const Snapshot& bytes, ByteRange range);
    /// The bytes changed.
    void setBytes(const Snapshot& bytes);
    [[nodiscard]] const FormatDraft& draft() const { return draft_; }
    /// That of the draft, as far as there are bytes now.
    [[nodiscard]] ByteRange range() const;
    /// Where the next field begins: behind the last one, if that was found. Of no use while values are read.
    [[nodiscard]] ByteOffset end() const;
    /// Values are being read.
    [[nodiscard]] bool isBusy() const { return reading_.isRunning(); }

    // As FormatDraft does it, with its errors.
    [[nodiscard]] Status setId(const QString& id);
    [[nodiscard]] Status add(const DraftType& type);
    void remove(int row);
    [[nodiscard]] Status split(int row, std::uint64_t at);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

Q_SIGNALS:
    /// Its fields are others now, or their values.
    void draftChanged();
    /// All values are those of the fields and bytes that there are.
    void valuesRead();
    /// What a person wrote is no name, or no type; one sentence or two.
    void refused(const QString& reason);

private:
    struct Shown {
        QString value;
        QString problem;
        std::optional<ByteRange> place;
    };

    void read();
    void tellOfValues();

    JobRunner& jobs_;
    Snapshot bytes_;
    FormatDraft draft_;
    std::vector<Shown> shown_;  ///< one a field
    JobHandle reading_;
};

}  // namespace octavo
