#pragma once

#include <QAbstractTableModel>
#include <QPointer>

#include "ui/panels/found_files.h"
#include "ui/panels/found_model.h"

namespace octavo {

/// What a search found in several files, as a table: file, offset, length, bytes, text around them. Reads
/// bytes only for cells that are asked for. UI thread.
class FoundFilesModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { FileColumn, OffsetColumn, LengthColumn, BytesColumn, TextColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    /// Shows all of these in their order, or none for nullptr.
    void setFiles(FoundFiles* files);
    [[nodiscard]] FoundFiles* files() const { return files_; }
    /// Shows only some rows; all for nothing. REQUIRES: they are rows of files().
    void setWindow(std::optional<FoundWindow> window);
    /// Shows only these rows, in that order. REQUIRES: they are rows of files().
    void setOrder(FoundOrder order);
    [[nodiscard]] const FoundOrder& order() const { return order_; }

    /// The row of files() that a row shows. REQUIRES: the row is there.
    [[nodiscard]] std::size_t placeOf(int row) const;
    /// A row as text for people and programs: file, offset, length and bytes, with tabs between them.
    [[nodiscard]] QString lineOf(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void addRows();
    [[nodiscard]] std::size_t rowsNow() const;
    [[nodiscard]] QString tipFor(std::size_t place) const;
    [[nodiscard]] QString textOf(std::size_t place, Column column) const;

    QPointer<FoundFiles> files_;
    std::optional<FoundWindow> window_;
    FoundOrder order_;
    int rows_ = 0;
};

/// The files themselves, as a table: name, how many places, and what was not searched.
class FileListModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { FileColumn, CountColumn, NoteColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setFiles(FoundFiles* files);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    /// Qt::UserRole sorts.
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void addRows();

    QPointer<FoundFiles> files_;
    int rows_ = 0;
};

}  // namespace octavo
