#pragma once

#include <vector>

#include <QAbstractTableModel>
#include <QPointer>

#include "ui/base/bookmarks.h"

namespace octavo {

/// One document's bookmarks by position, as a table: number, name (editable), offset, length. UI thread.
class BookmarksModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { NumberColumn, NameColumn, OffsetColumn, LengthColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    /// Shows these, or none for nullptr.
    void setBookmarks(Bookmarks* bookmarks);
    /// REQUIRES: index is valid.
    [[nodiscard]] const Bookmarks::Bookmark& at(const QModelIndex& index) const;
    /// Invalid when there is no such bookmark.
    [[nodiscard]] QModelIndex indexOf(AnchorId id) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

private:
    void reload();

    QPointer<Bookmarks> bookmarks_;
    std::vector<Bookmarks::Bookmark> rows_;
};

}  // namespace octavo
