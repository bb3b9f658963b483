#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include <QAbstractTableModel>

#include "core/structure/record_table.h"

namespace octavo {

class LiveStructure;

/// What a job needs to read the items of an array for itself. A value; any thread.
struct RecordSource {
    std::shared_ptr<const FormatSet> formats;
    Snapshot bytes;
    StructureTree::Options options;
    std::string path;  ///< of the array
    std::vector<RecordColumn> fields;

    /// Errors as sortRecords(); NotFound when the path leads nowhere.
    [[nodiscard]] Result<std::vector<std::uint32_t>> sorted(const RecordColumn& by, RecordOrder order,
                                                            const JobContext& job) const;
    /// Returns how many of the items are there; the others are left out. Errors as writeRecords(); NotFound
    /// when the path leads nowhere.
    [[nodiscard]] Result<std::uint64_t> write(std::span<const std::uint64_t> items, FieldSeparator separator,
                                              TextSink& out, const JobContext& job) const;
    /// All items that are there: in this order, those that it does not know behind; or that of the array, or
    /// the other way round.
    [[nodiscard]] Status writeAll(const std::vector<std::uint32_t>* order, bool isReversed, TextSink& out,
                                  const JobContext& job) const;
};

/// The items of an array as rows, in the order of the array or in one that was made for them. Reads the
/// records that are shown and nothing else; of very many it has one part at a time. UI thread.
class RecordTableModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { ItemColumn, OffsetColumn, FieldColumn };  // fields from here on
    static constexpr std::uint64_t kPartSize = 1'000'000;
    static constexpr std::size_t kRecordsKept = 2'000;

    using Order = std::shared_ptr<const std::vector<std::uint32_t>>;

    /// `path` leads to the array. REQUIRES: live outlives the model.
    RecordTableModel(LiveStructure& live, std::string path, QObject* parent = nullptr);

    /// The bytes changed, or a job has read on.
    void refresh();

    [[nodiscard]] const std::vector<RecordColumn>& fields() const { return fields_; }
    /// Whether a column of the model shows numbers, as far as the description tells.
    [[nodiscard]] bool isNumber(int column) const;
    /// Items that have been found.
    [[nodiscard]] std::uint64_t count() const { return count_; }
    /// The path leads to an array, as far as is known.
    [[nodiscard]] bool isThere() const { return isThere_; }

    /// Shows the items in this order; nullptr: that of the array, or the other way round.
    void setOrder(Order order, bool isReversed = false);
    [[nodiscard]] const Order& order() const { return order_; }
    [[nodiscard]] bool isReversed() const { return isReversed_; }
    /// The item that stands at a place of the order. The order may be older than the items: new ones come
    /// last, and those that are gone keep their place.
    [[nodiscard]] std::uint64_t itemAt(std::uint64_t place) const;
    /// The places that there are.
    [[nodiscard]] std::uint64_t placeCount() const;
    /// Cost: linear where the items are sorted.
    [[nodiscard]] std::optional<std::uint64_t> placeOf(std::uint64_t item) const;

    /// The places that the rows stand for begin here, a multiple of kPartSize.
    [[nodiscard]] std::uint64_t partBegin() const { return partBegin_; }
    /// Shows the part that a place lies in.
    void showPart(std::uint64_t place);
    [[nodiscard]] std::uint64_t itemOf(const QModelIndex& index) const {
        return itemAt(partBegin_ + static_cast<std::uint64_t>(index.row()));
    }
    /// What is known of a row; reads it. nullptr: nothing at present. Good until the next call.
    [[nodiscard]] const RecordRow* recordOf(const QModelIndex& index) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void fieldsChanged();
    /// Reading takes longer than a window may wait. The path is that of the node that is missing.
    void moreWanted(const QString& path) const;

private:
    [[nodiscard]] int rowsNow() const;
    void showRows(int now);
    [[nodiscard]] QVariant cellData(const RecordRow* record, std::size_t cell, int role) const;
    [[nodiscard]] std::string pathOfMissing(std::uint64_t item, const RecordRow& record) const;

    LiveStructure& live_;
    std::string path_;
    std::vector<RecordColumn> fields_;
    std::uint64_t count_ = 0;
    bool isThere_ = true;
    Order order_;
    bool isReversed_ = false;
    std::uint64_t partBegin_ = 0;
    int rows_ = 0;
    mutable std::unordered_map<std::uint64_t, RecordRow> known_;
};

}  // namespace octavo
