#include "ui/structure/structure_model.h"

#include <algorithm>

#include "core/structure/field_text.h"
#include "ui/structure/live_structure.h"
#include "ui/structure/structure_messages.h"

namespace octavo {

using namespace Qt::StringLiterals;

namespace {

std::optional<std::size_t> slotNamed(const StructureNode* structure, const std::string& name) {
    if (structure == nullptr)
        return std::nullopt;
    const auto found = structure->type->fieldIndex.find(name);
    return found == structure->type->fieldIndex.end() ? std::nullopt : std::optional(found->second);
}

std::string rangeName(std::uint64_t first, std::uint64_t count) {
    std::string name = "[";
    name += std::to_string(first);
    name += " - ";
    name += std::to_string(first + count - 1);
    name += "]";
    return name;
}

}  // namespace

/// A place in the tree by the way to it, so that it outlives what has been read.
struct StructureModel::Node {
    enum class Kind : std::uint8_t { Top, Field, Item, Group };

    Node* parent = nullptr;
    Kind kind = Kind::Top;
    int row = 0;
    std::size_t slot = 0;     ///< of a field
    std::uint64_t first = 0;  ///< of an item, or of the first of a group
    std::uint64_t count = 0;  ///< of a group
    std::vector<std::unique_ptr<Node>> children;
    bool isFetched = false;  ///< its rows shall be there
    bool isAwaited = false;  ///< and are not yet: reading was stopped before they were known
    mutable NodeRow known;
    mutable std::uint64_t generation = 0;  ///< that `known` is of

    [[nodiscard]] bool isSameAs(const Node& other) const {
        return kind == other.kind && slot == other.slot && first == other.first && count == other.count;
    }
};

struct StructureModel::Children {
    std::vector<std::unique_ptr<Node>> rows;
    bool areAll = false;  ///< not when the tree is away, or reading was stopped
};

StructureModel::StructureModel(LiveStructure& live, QObject* parent)
    : QAbstractItemModel(parent), live_(live) {}

StructureModel::~StructureModel() = default;

void StructureModel::reset() {
    beginResetModel();
    root_ = live_.isBound() ? std::make_unique<Node>() : nullptr;
    ++generation_;
    endResetModel();
}

void StructureModel::refresh() {
    ++generation_;
    if (root_ == nullptr || live_.isAway())
        return;
    renewChildren(*root_);
    Q_EMIT dataChanged(index(0, 0), index(0, NodeColumns::Count - 1));
}

// --- from rows to nodes

StructureModel::Node* StructureModel::nodeAt(const QModelIndex& index) const {
    return index.isValid() ? static_cast<Node*>(index.internalPointer()) : nullptr;
}

QModelIndex StructureModel::indexFor(const Node& node, int column) const {
    return createIndex(node.row, column, &node);
}

std::optional<NodeRef> StructureModel::resolve(StructureTree& tree, const Node& node) const {
    if (node.kind == Node::Kind::Top)
        return NodeRef{.structure = &tree.root(), .slot = {}, .index = {}};
    const auto around = resolve(tree, *node.parent);
    if (!around)
        return std::nullopt;
    if (node.kind == Node::Kind::Group)
        return around;
    if (node.kind == Node::Kind::Field) {
        StructureNode* structure = around->asStructure(tree);
        if (structure == nullptr || node.slot >= structure->type->fields.size())
            return std::nullopt;
        return NodeRef{.structure = structure, .slot = node.slot, .index = {}};
    }
    const FieldNode& array = around->read(tree);
    if (!array.array || node.first >= array.array->count())
        return std::nullopt;
    return NodeRef{.structure = around->structure, .slot = around->slot, .index = node.first};
}

const NodeRow& StructureModel::describe(const Node& node) const {
    if (node.generation == generation_)
        return node.known;
    StructureTree* tree = live_.tree();
    if (tree == nullptr)
        return node.known;
    // A job reads on already; until it is back, what was known before is better than nothing.
    if (tree->wasStopped() && node.generation != 0 && !live_.isPaused())
        return node.known;
    if (node.kind == Node::Kind::Group) {
        node.known = describe(*node.parent);
        node.known.kind = NodeRow::Kind::Array;
        node.known.name = rangeName(node.first, node.count);
        node.known.type.clear();
        node.known.doc.clear();
        node.known.place.reset();
        node.known.error.reset();
        node.known.itemCount = node.count;
        node.known.isGrowing = false;
    } else if (const auto ref = resolve(*tree, node)) {
        node.known = describeNode(*tree, *ref);
    } else {
        node.known.kind = NodeRow::Kind::Pending;
    }
    if (tree->wasStopped())
        Q_EMIT moreWanted(QString::fromStdString(pathOf(node)));
    node.generation = generation_;
    return node.known;
}

std::string StructureModel::pathOf(const Node& node) const {
    const Node* at = &node;
    while (at->kind == Node::Kind::Group)
        at = at->parent;
    return at->known.path.empty() ? "/" : at->known.path;
}

StructureModel::Children StructureModel::childrenOf(const Node& node) const {
    Children children;
    const auto add = [&children, &node](Node::Kind kind, std::size_t slot, std::uint64_t first,
                                        std::uint64_t count) {
        auto made = std::make_unique<Node>();
        made->parent = const_cast<Node*>(&node);
        made->kind = kind;
        made->row = static_cast<int>(children.rows.size());
        made->slot = slot;
        made->first = first;
        made->count = count;
        children.rows.push_back(std::move(made));
    };
    StructureTree* tree = live_.tree();
    const auto ref = tree != nullptr ? resolve(*tree, node) : std::nullopt;
    children.areAll = tree != nullptr && !tree->wasStopped();
    if (!ref)
        return children;
    std::uint64_t first = node.kind == Node::Kind::Group ? node.first : 0;
    std::uint64_t count = node.kind == Node::Kind::Group ? node.count : 0;
    if (node.kind != Node::Kind::Group) {
        if (StructureNode* structure = ref->asStructure(*tree)) {
            for (const std::size_t slot : shownFields(*tree, *structure))
                add(Node::Kind::Field, slot, 0, 0);
        } else if (const FieldNode& read = ref->read(*tree); read.array && !ref->index) {
            count = read.array->count();
        }
    }
    std::uint64_t step = 1;
    while (count / step > kGroup || (count / step == kGroup && count % step != 0))
        step *= kGroup;
    for (std::uint64_t at = 0; at < count; at += step) {
        if (step == 1)
            add(Node::Kind::Item, 0, first + at, 1);
        else
            add(Node::Kind::Group, 0, first + at, std::min(step, count - at));
    }
    children.areAll = !tree->wasStopped();
    if (!children.areAll)
        Q_EMIT moreWanted(QString::fromStdString(pathOf(node)));
    return children;
}

/// Brings the rows below a node in line with what is there now; those that stay, stay as they were unfolded.
/// What was there stays until it is known that it went.
void StructureModel::renewChildren(Node& node) {
    if (!node.isFetched)
        return;
    auto [now, areAll] = childrenOf(node);
    node.isAwaited = !areAll;
    std::size_t same = 0;
    while (same < now.size() && same < node.children.size() && now[same]->isSameAs(*node.children[same]))
        ++same;
    const QModelIndex at = indexFor(node);
    if (areAll && same < node.children.size()) {
        beginRemoveRows(at, static_cast<int>(same), static_cast<int>(node.children.size()) - 1);
        node.children.resize(same);
        endRemoveRows();
    }
    if (same == node.children.size() && same < now.size()) {
        beginInsertRows(at, static_cast<int>(same), static_cast<int>(now.size()) - 1);
        std::move(now.begin() + static_cast<std::ptrdiff_t>(same), now.end(),
                  std::back_inserter(node.children));
        endInsertRows();
    }
    for (const auto& child : node.children)
        renewChildren(*child);
    if (!node.children.empty())
        Q_EMIT dataChanged(indexFor(*node.children.front()),
                           indexFor(*node.children.back(), NodeColumns::Count - 1));
}

const NodeRow* StructureModel::rowAt(const QModelIndex& index) const {
    const Node* node = nodeAt(index);
    return node != nullptr ? &describe(*node) : nullptr;
}

std::optional<NodeRef> StructureModel::nodeOf(StructureTree& tree, const QModelIndex& index) const {
    const Node* node = nodeAt(index);
    if (node == nullptr || node->kind == Node::Kind::Group)
        return std::nullopt;
    return resolve(tree, *node);
}

QModelIndex StructureModel::indexOf(const std::string& path) {
    StructureTree* tree = live_.tree();
    if (root_ == nullptr || tree == nullptr)
        return {};
    Node* at = root_.get();
    std::size_t start = 1;
    while (start < path.size()) {
        const std::size_t end = std::min(path.find('/', start), path.size());
        const std::string step = path.substr(start, end - start);
        const auto ref = resolve(*tree, *at);
        if (!ref)
            return {};
        const std::optional<std::size_t> slot = slotNamed(ref->asStructure(*tree), step);
        const std::uint64_t item = slot ? 0 : std::strtoull(step.c_str(), nullptr, 10);
        // Groups lie between an array and its items.
        for (bool isFound = false; !isFound;) {
            if (!at->isFetched)
                fetchMore(indexFor(*at));
            const auto child = std::find_if(at->children.begin(), at->children.end(), [&](const auto& each) {
                return slot ? each->kind == Node::Kind::Field && each->slot == *slot
                            : each->kind != Node::Kind::Field && item - each->first < each->count;
            });
            if (child == at->children.end())
                return {};
            at = child->get();
            isFound = at->kind != Node::Kind::Group;
        }
        start = end + 1;
    }
    return indexFor(*at);
}

// --- the model of Qt

QModelIndex StructureModel::index(int row, int column, const QModelIndex& parent) const {
    if (root_ == nullptr || row < 0 || column < 0 || column >= NodeColumns::Count)
        return {};
    if (!parent.isValid())
        return row == 0 ? createIndex(0, column, root_.get()) : QModelIndex();
    const Node* around = nodeAt(parent);
    return row < static_cast<int>(around->children.size())
               ? createIndex(row, column, around->children[static_cast<std::size_t>(row)].get())
               : QModelIndex();
}

QModelIndex StructureModel::parent(const QModelIndex& index) const {
    const Node* node = nodeAt(index);
    return node == nullptr || node->parent == nullptr ? QModelIndex() : indexFor(*node->parent);
}

int StructureModel::rowCount(const QModelIndex& parent) const {
    if (!parent.isValid())
        return root_ != nullptr ? 1 : 0;
    return parent.column() == 0 ? static_cast<int>(nodeAt(parent)->children.size()) : 0;
}

int StructureModel::columnCount(const QModelIndex& parent) const {
    static_cast<void>(parent);
    return NodeColumns::Count;
}

bool StructureModel::hasChildren(const QModelIndex& parent) const {
    const Node* node = nodeAt(parent);
    if (node == nullptr)
        return root_ != nullptr;
    if (parent.column() != 0)
        return false;
    if (node->isFetched && !(node->isAwaited && node->children.empty()))
        return !node->children.empty();
    const NodeRow& row = describe(*node);
    return row.kind == NodeRow::Kind::Structure || (row.kind == NodeRow::Kind::Array && row.itemCount > 0);
}

bool StructureModel::canFetchMore(const QModelIndex& parent) const {
    const Node* node = nodeAt(parent);
    return node != nullptr && !node->isFetched && hasChildren(parent);
}

void StructureModel::fetchMore(const QModelIndex& parent) {
    Node* node = nodeAt(parent);
    if (node == nullptr || node->isFetched)
        return;
    static_cast<void>(describe(*node));
    node->isFetched = true;
    auto [rows, areAll] = childrenOf(*node);
    node->isAwaited = !areAll;
    if (rows.empty())
        return;
    beginInsertRows(indexFor(*node), 0, static_cast<int>(rows.size()) - 1);
    node->children = std::move(rows);
    endInsertRows();
}

QVariant StructureModel::data(const QModelIndex& index, int role) const {
    const NodeRow* row = rowAt(index);
    if (row == nullptr)
        return {};
    switch (role) {
        case Qt::EditRole: {
            StructureTree* tree = live_.tree();
            const auto ref = tree != nullptr ? nodeOf(*tree, index) : std::nullopt;
            if (index.column() != NodeColumns::Value || !ref || ref->isTop())
                return {};
            return QString::fromStdString(editText(ref->read(*tree).value, ref->field()));
        }
        case PathRole:
            return QString::fromStdString(row->path);
        case ProblemRole:
            return row->error ? messageFor(*row->error) : QString();
        case ChoicesRole: {
            StructureTree* tree = live_.tree();
            const auto ref = tree != nullptr ? nodeOf(*tree, index) : std::nullopt;
            QStringList names;
            if (ref && !ref->isTop() && ref->field().enumeration != nullptr) {
                for (const FormatEnumMember& member : ref->field().enumeration->members)
                    names << QString::fromStdString(member.name);
            } else if (ref && !ref->isTop() && ref->read(*tree).value.as<bool>() != nullptr) {
                names << u"false"_s << u"true"_s;
            }
            return names;
        }
        default:
            return nodeRowData(*row, index.column(), role);
    }
}

QVariant StructureModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return nodeColumnTitle(section);
}

Qt::ItemFlags StructureModel::flags(const QModelIndex& index) const {
    Qt::ItemFlags flags = QAbstractItemModel::flags(index);
    const NodeRow* row = index.column() == NodeColumns::Value ? rowAt(index) : nullptr;
    if (row != nullptr && row->kind == NodeRow::Kind::Value && !row->isComputed && !live_.isAway())
        flags |= Qt::ItemIsEditable;
    return flags;
}

bool StructureModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    const NodeRow* row = rowAt(index);
    if (row == nullptr || role != Qt::EditRole || index.column() != NodeColumns::Value ||
        value.toString() == data(index, Qt::EditRole).toString())
        return false;
    Q_EMIT valueWritten(QString::fromStdString(row->path), value.toString());
    return true;
}

}  // namespace octavo
