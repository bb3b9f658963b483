#pragma once

#include <memory>
#include <optional>
#include <vector>

#include <QAbstractItemModel>

#include "core/structure/node_row.h"
#include "ui/structure/node_row_data.h"

namespace octavo {

class LiveStructure;

/// The nodes of a live structure as a tree of rows: fields and items, where an array of many items has groups
/// of a thousand. Reads what is shown and nothing else; keeps what is unfolded when the bytes change. UI
/// thread.
class StructureModel final : public QAbstractItemModel {
    Q_OBJECT

public:
    static constexpr std::uint64_t kGroup = 1000;
    /// Data of a row beyond Qt's roles: its path as QString; the names that its value may have, as
    /// QStringList.
    enum Role : int { PathRole = Qt::UserRole + 1, ChoicesRole, ProblemRole };

    /// REQUIRES: live outlives the model.
    explicit StructureModel(LiveStructure& live, QObject* parent = nullptr);
    ~StructureModel() override;

    /// Another structure, or none, is bound now.
    void reset();
    /// The bytes changed, or a job has read on.
    void refresh();

    /// What is known of a row; nothing for an invalid index.
    [[nodiscard]] const NodeRow* rowAt(const QModelIndex& index) const;
    /// The row of a path, its ancestors read on the way; invalid when it leads nowhere.
    [[nodiscard]] QModelIndex indexOf(const std::string& path);
    /// The node behind a row; nothing for a group. `tree`: the live structure's.
    [[nodiscard]] std::optional<NodeRef> nodeOf(StructureTree& tree, const QModelIndex& index) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& index) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] bool hasChildren(const QModelIndex& parent = {}) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

Q_SIGNALS:
    /// A person wrote another value for the field at this path.
    void valueWritten(const QString& path, const QString& text);
    /// Reading a node takes longer than a window may wait.
    void moreWanted(const QString& path) const;

private:
    struct Node;
    struct Children;

    [[nodiscard]] Node* nodeAt(const QModelIndex& index) const;
    [[nodiscard]] QModelIndex indexFor(const Node& node, int column = 0) const;
    [[nodiscard]] const NodeRow& describe(const Node& node) const;
    [[nodiscard]] std::optional<NodeRef> resolve(StructureTree& tree, const Node& node) const;
    [[nodiscard]] Children childrenOf(const Node& node) const;
    void renewChildren(Node& node);
    [[nodiscard]] std::string pathOf(const Node& node) const;

    LiveStructure& live_;
    std::unique_ptr<Node> root_;
    std::uint64_t generation_ = 1;
};

}  // namespace octavo
