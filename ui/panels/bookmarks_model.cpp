#include "ui/panels/bookmarks_model.h"

#include <algorithm>
#include <utility>

#include "ui/base/number_text.h"

namespace octavo {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kGroupsToldOneByOne = 64;
constexpr qsizetype kTipMax = 2000;  // characters

/// The name, and what the comment's first line adds to it.
QString titleOf(const Bookmarks::Bookmark& mark) {
    const QString firstLine = mark.comment.section(u'\n', 0, 0).trimmed();
    return firstLine.isEmpty() ? mark.name : mark.name + u" \u2013 "_s + firstLine;
}

QString tipOf(const Bookmarks::Bookmark& mark) {
    QString text = u"<b>%1</b><br>%2"_s.arg(mark.name.toHtmlEscaped(), rangeText(mark.range));
    if (!mark.comment.isEmpty())
        text += u"<br>"_s + mark.comment.left(kTipMax).toHtmlEscaped().replace(u'\n', u"<br>"_s);
    return text;
}

}  // namespace

void BookmarksModel::setBookmarks(Bookmarks* bookmarks) {
    if (bookmarks_)
        disconnect(bookmarks_, nullptr, this, nullptr);
    bookmarks_ = bookmarks;
    if (bookmarks_) {
        connect(bookmarks_, &Bookmarks::changed, this, &BookmarksModel::reload);
        connect(bookmarks_, &Bookmarks::moved, this, &BookmarksModel::reloadSoon);
        connect(bookmarks_, &QObject::destroyed, this, &BookmarksModel::reload);
    }
    kept_.reset();
    rebuild(makeNodes());  // another document's may have the same shape and ids
}

void BookmarksModel::setFilter(const QString& text) {
    filter_ = text.trimmed();
    kept_.reset();
    reload();
}

void BookmarksModel::reloadSoon() {
    if (std::exchange(isReloadDue_, true))
        return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (isReloadDue_)
                reload();
        },
        Qt::QueuedConnection);
}

void BookmarksModel::reload() {
    isReloadDue_ = false;
    auto nodes = makeNodes();
    if (hasSameShape(nodes))
        takeValues(std::move(nodes));  // moved, renamed or recoloured: selection and editor stay
    else
        rebuild(std::move(nodes));
}

void BookmarksModel::rebuild(std::vector<Node> nodes) {
    beginResetModel();
    nodes_ = std::move(nodes);
    roots_.clear();
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
        if (nodes_[i].parent == kRoot)
            roots_.push_back(i);
    }
    endResetModel();
}

/// Which of them the filter lets through.
std::vector<bool> BookmarksModel::shown(const std::vector<Bookmarks::Bookmark>& marks) const {
    std::vector<bool> result(marks.size(), filter_.isEmpty());
    if (filter_.isEmpty())
        return result;
    for (std::size_t i = marks.size(); i-- > 0;) {
        const Bookmarks::Bookmark& each = marks[i];
        if (!result[i])
            result[i] = each.id == kept_ || each.name.contains(filter_, Qt::CaseInsensitive) ||
                        each.comment.contains(filter_, Qt::CaseInsensitive) ||
                        hexText(each.range.begin).contains(filter_, Qt::CaseInsensitive);
        if (result[i] && each.parent)
            result[*each.parent] = true;
    }
    return result;
}

std::vector<BookmarksModel::Node> BookmarksModel::makeNodes() const {
    std::vector<Node> nodes;
    if (!bookmarks_)
        return nodes;
    const auto& marks = bookmarks_->all();
    const auto isShown = shown(marks);
    std::vector<std::size_t> nodeOf(marks.size(), kRoot);
    nodes.reserve(marks.size());
    int roots = 0;
    for (std::size_t i = 0; i < marks.size(); ++i) {
        if (!isShown[i])
            continue;
        nodeOf[i] = nodes.size();
        Node node{.mark = marks[i], .parent = kRoot, .row = 0, .children = {}};
        if (marks[i].parent) {
            node.parent = nodeOf[*marks[i].parent];
            auto& siblings = nodes[node.parent].children;
            node.row = static_cast<int>(siblings.size());
            siblings.push_back(nodes.size());
        } else {
            node.row = roots++;
        }
        nodes.push_back(std::move(node));
    }
    return nodes;
}

bool BookmarksModel::hasSameShape(const std::vector<Node>& nodes) const {
    return std::equal(nodes.begin(), nodes.end(), nodes_.begin(), nodes_.end(),
                      [](const Node& left, const Node& right) {
                          return left.mark.id == right.mark.id && left.parent == right.parent;
                      });
}

/// Nodes of the same shape in the place of those shown.
void BookmarksModel::takeValues(std::vector<Node> nodes) {
    std::vector<std::size_t> groups;  // the parents whose children are altered
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        const BookmarkDetails& before = nodes_[i].mark;
        if (before != nodes[i].mark)
            groups.push_back(nodes[i].parent);
    }
    std::sort(groups.begin(), groups.end());
    groups.erase(std::unique(groups.begin(), groups.end()), groups.end());
    if (groups.size() > kGroupsToldOneByOne) {  // a view searches its rows for each that it is told
        Q_EMIT layoutAboutToBeChanged();
        nodes_ = std::move(nodes);
        Q_EMIT layoutChanged();
        return;
    }
    nodes_ = std::move(nodes);
    for (const std::size_t group : groups) {
        const auto& children = group == kRoot ? roots_ : nodes_[group].children;
        Q_EMIT dataChanged(indexOfNode(children.front(), 0), indexOfNode(children.back(), ColumnCount - 1));
    }
}

const Bookmarks::Bookmark& BookmarksModel::at(const QModelIndex& index) const {
    OCTAVO_EXPECTS(checkIndex(index, CheckIndexOption::IndexIsValid));
    return nodes_[index.internalId()].mark;
}

QModelIndex BookmarksModel::indexOf(BookmarkId id) const {
    const auto found =
        std::find_if(nodes_.begin(), nodes_.end(), [id](const Node& each) { return each.mark.id == id; });
    return found == nodes_.end() ? QModelIndex()
                                 : indexOfNode(static_cast<std::size_t>(found - nodes_.begin()), NameColumn);
}

QModelIndex BookmarksModel::indexOfNode(std::size_t node, int column) const {
    return createIndex(nodes_[node].row, column, node);
}

const std::vector<std::size_t>& BookmarksModel::childrenOf(const QModelIndex& parent) const {
    static const std::vector<std::size_t> none;
    if (!parent.isValid())
        return roots_;
    return parent.column() == NameColumn ? nodes_[parent.internalId()].children : none;
}

QModelIndex BookmarksModel::index(int row, int column, const QModelIndex& parent) const {
    if (!hasIndex(row, column, parent))
        return {};
    return indexOfNode(childrenOf(parent)[static_cast<std::size_t>(row)], column);
}

QModelIndex BookmarksModel::parent(const QModelIndex& index) const {
    if (!index.isValid())
        return {};
    const std::size_t parent = nodes_[index.internalId()].parent;
    return parent == kRoot ? QModelIndex() : indexOfNode(parent, NameColumn);
}

int BookmarksModel::rowCount(const QModelIndex& parent) const {
    return static_cast<int>(childrenOf(parent).size());
}

int BookmarksModel::columnCount(const QModelIndex&) const {
    return ColumnCount;
}

QVariant BookmarksModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Bookmarks::Bookmark& mark = at(index);
    if (role == Qt::ToolTipRole)
        return tipOf(mark);
    switch (index.column()) {
        case NameColumn:
            if (role == Qt::DisplayRole)
                return titleOf(mark);
            if (role == Qt::EditRole)
                return mark.name;
            if (role == Qt::AccessibleDescriptionRole)
                return mark.comment;
            return role == Qt::DecorationRole ? QVariant(mark.colour) : QVariant();
        case NumberColumn:
            if (role == Qt::TextAlignmentRole)
                return QVariant::fromValue(Qt::Alignment(Qt::AlignHCenter | Qt::AlignVCenter));
            return role == Qt::DisplayRole && mark.number ? QVariant(QString::number(*mark.number))
                                                          : QVariant();
        case OffsetColumn:
            return role == Qt::DisplayRole ? QVariant(hexText(mark.range.begin)) : QVariant();
        case LengthColumn:
            if (role == Qt::TextAlignmentRole)
                return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
            return role == Qt::DisplayRole ? QVariant(decimalText(mark.range.size())) : QVariant();
        default:
            return {};
    }
}

QVariant BookmarksModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation == Qt::Horizontal && role == Qt::ToolTipRole && section == NumberColumn)
        return tr("Ctrl and this digit go there");
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
        case NameColumn:
            return tr("Name");
        case NumberColumn:
            return tr("No.");
        case OffsetColumn:
            return tr("Offset");
        case LengthColumn:
            return tr("Bytes");
        default:
            return {};
    }
}

Qt::ItemFlags BookmarksModel::flags(const QModelIndex& index) const {
    Qt::ItemFlags result = QAbstractItemModel::flags(index);
    if (index.isValid() && index.column() == NameColumn)
        result |= Qt::ItemIsEditable;
    return result;
}

bool BookmarksModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    const QString name = value.toString().simplified();
    if (!index.isValid() || index.column() != NameColumn || role != Qt::EditRole || name.isEmpty() ||
        !bookmarks_)
        return false;
    bookmarks_->rename(at(index).id, name);
    return true;
}

}  // namespace octavo
