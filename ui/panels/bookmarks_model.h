#pragma once

#include <limits>
#include <optional>
#include <vector>

#include <QAbstractItemModel>
#include <QPointer>

#include "ui/base/bookmarks.h"

namespace octavo {

/// One document's bookmarks as a tree, by position: each below the one it lies in. Name (editable), number,
/// offset, length. What a person alters shows at once, what edits move when the program is idle. UI thread.
class BookmarksModel final : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Column { NameColumn, NumberColumn, OffsetColumn, LengthColumn, ColumnCount };

    using QAbstractItemModel::QAbstractItemModel;

    /// Shows these, or none for nullptr.
    void setBookmarks(Bookmarks* bookmarks);
    /// Shows only those whose name, comment or offset has this in it, and those in which they lie; all of
    /// them when it is empty.
    void setFilter(const QString& text);
    [[nodiscard]] const QString& filter() const { return filter_; }
    /// Shows this one until the filter is set again, though its comment may match no longer.
    void keepShown(BookmarkId id) { kept_ = id; }

    /// As it was last shown: an edit may have moved it since. REQUIRES: index is valid.
    [[nodiscard]] const Bookmarks::Bookmark& at(const QModelIndex& index) const;
    /// Invalid when there is no such bookmark, or the filter hides it.
    [[nodiscard]] QModelIndex indexOf(BookmarkId id) const;
    /// All that is shown, at every depth.
    [[nodiscard]] std::size_t shownCount() const { return nodes_.size(); }

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& index) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

private:
    static constexpr std::size_t kRoot = std::numeric_limits<std::size_t>::max();

    struct Node {
        Bookmarks::Bookmark mark;
        std::size_t parent = kRoot;  // as an index into nodes_
        int row = 0;                 // among its parent's children
        std::vector<std::size_t> children;
    };
    void reload();
    void rebuild(std::vector<Node> nodes);
    void reloadSoon();
    [[nodiscard]] std::vector<bool> shown(const std::vector<Bookmarks::Bookmark>& marks) const;
    [[nodiscard]] std::vector<Node> makeNodes() const;
    [[nodiscard]] bool hasSameShape(const std::vector<Node>& nodes) const;
    void takeValues(std::vector<Node> nodes);
    [[nodiscard]] const std::vector<std::size_t>& childrenOf(const QModelIndex& parent) const;
    [[nodiscard]] QModelIndex indexOfNode(std::size_t node, int column) const;

    QPointer<Bookmarks> bookmarks_;
    QString filter_;
    std::optional<BookmarkId> kept_;
    std::vector<Node> nodes_;  // parents before their children
    std::vector<std::size_t> roots_;
    bool isReloadDue_ = false;
};

}  // namespace octavo
