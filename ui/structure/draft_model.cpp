#include "ui/structure/draft_model.h"

#include <algorithm>
#include <chrono>

#include "core/structure/format_loader.h"
#include "core/structure/node_row.h"
#include "ui/base/number_text.h"
#include "ui/base/qt_text.h"
#include "ui/structure/structure_messages.h"

namespace octavo {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kPatience = std::chrono::seconds(1);
constexpr std::uint64_t kShownItems = 8;

/// What the bytes give a field.
struct DraftValue {
    std::string text;
    std::optional<StructureError> error;  ///< without its expression
    std::optional<ByteRange> place;
};

/// The structure that holds the fields of a draft.
StructureNode* holderOf(StructureTree& tree, const FormatDraft& draft) {
    if (draft.range().begin == 0)
        return &tree.root();
    const auto node = nodeAt(tree, "/described");
    return node ? node->asStructure(tree) : nullptr;
}

DraftValue valueOf(StructureTree& tree, const NodeRef& field) {
    NodeRow row = describeNode(tree, field);
    if (row.kind == NodeRow::Kind::Array) {
        row.value.clear();
        for (std::uint64_t item = 0; item < std::min(row.itemCount, kShownItems); ++item) {
            const NodeRef at{.structure = field.structure, .slot = field.slot, .index = item};
            row.value += (item > 0 ? ", " : "") + describeNode(tree, at).value;
        }
        if (row.itemCount > kShownItems)
            row.value += ", …";
    }
    if (row.error)
        row.error->expression = nullptr;
    return {.text = std::move(row.value), .error = std::move(row.error), .place = row.place};
}

/// By the description itself, so that what is shown is what it will say.
Result<std::vector<DraftValue>> valuesOf(const FormatDraft& draft, const Snapshot& bytes,
                                         const JobContext& job) {
    if (job.stopRequested())
        return fail(ErrorCode::Cancelled);
    const LoadedFormat loaded = loadFormatText(formatOfDraft(draft), "/draft.ksy", FormatSearch::onDisk({}));
    OCTAVO_EXPECTS(loaded.set != nullptr);
    StructureTree tree(loaded.set, bytes, {});
    tree.limit(job, std::chrono::steady_clock::now() + kPatience);
    std::vector<DraftValue> values(draft.fields().size());
    StructureNode* holder = holderOf(tree, draft);
    for (std::size_t slot = 0; holder != nullptr && slot < values.size(); ++slot)
        values[slot] = valueOf(tree, {.structure = holder, .slot = slot, .index = {}});
    return values;
}

}  // namespace

void DraftModel::start(const Snapshot& bytes, ByteRange range) {
    beginResetModel();
    bytes_ = bytes;
    draft_ = FormatDraft(range);
    shown_.clear();
    endResetModel();
    read();
    Q_EMIT draftChanged();
}

void DraftModel::setBytes(const Snapshot& bytes) {
    bytes_ = bytes;
    read();
    Q_EMIT draftChanged();
}

ByteRange DraftModel::range() const {
    const ByteRange wanted = draft_.range();
    return {std::min(wanted.begin, bytes_.size()), std::min(wanted.end, bytes_.size())};
}

ByteOffset DraftModel::end() const {
    ByteOffset at = draft_.range().begin;
    for (std::size_t i = 0; i < shown_.size(); ++i) {
        const auto size = draft_.fields()[i].type.fixedSize();
        at = shown_[i].place ? shown_[i].place->end : at + size.value_or(0);
    }
    return at;
}

Status DraftModel::setId(const QString& id) {
    return draft_.setId(toUtf8(id));
}

Status DraftModel::add(const DraftType& type) {
    FormatDraft made = draft_;
    Status done = made.add(type);
    if (!done)
        return done;
    beginInsertRows({}, rowCount(), rowCount());
    draft_ = std::move(made);
    shown_.emplace_back();
    endInsertRows();
    read();
    Q_EMIT draftChanged();
    return done;
}

void DraftModel::remove(int row) {
    beginRemoveRows({}, row, row);
    draft_.remove(static_cast<std::size_t>(row));
    shown_.erase(shown_.begin() + row);
    endRemoveRows();
    read();
    Q_EMIT draftChanged();
}

Status DraftModel::split(int row, std::uint64_t at) {
    FormatDraft made = draft_;
    Status done = made.split(static_cast<std::size_t>(row), at);
    if (!done)
        return done;
    beginInsertRows({}, row + 1, row + 1);
    draft_ = std::move(made);
    shown_.emplace(shown_.begin() + row + 1);
    endInsertRows();
    read();
    tellOfValues();
    return done;
}

void DraftModel::tellOfValues() {
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    Q_EMIT draftChanged();
}

/// What was being read is of other fields, or of other bytes.
void DraftModel::read() {
    if (draft_.fields().empty()) {
        reading_.cancel();
        Q_EMIT valuesRead();
        return;
    }
    auto work = [draft = draft_, bytes = bytes_](const JobContext& job) {
        return valuesOf(draft, bytes, job);
    };
    reading_ = jobs_.run(
        {.title = tr("Reading the fields"), .visibility = JobVisibility::Hidden, .lane = JobLane::Prompt},
        std::move(work), this, [this](const Result<std::vector<DraftValue>>& values) {
            for (std::size_t i = 0; values && i < values->size(); ++i) {
                const DraftValue& each = (*values)[i];
                shown_[i] = {.value = QString::fromStdString(each.text),
                             .problem = each.error ? messageFor(*each.error) : QString(),
                             .place = each.place};
            }
            tellOfValues();
            Q_EMIT valuesRead();
        });
}

int DraftModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(draft_.fields().size());
}

int DraftModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant DraftModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const auto row = static_cast<std::size_t>(index.row());
    const DraftField& field = draft_.fields()[row];
    const Shown& shown = shown_[row];
    if (role == Qt::ToolTipRole)
        return shown.problem.isEmpty() ? QVariant() : shown.problem;
    if (role != Qt::DisplayRole && role != Qt::EditRole)
        return {};
    switch (index.column()) {
        case NameColumn:
            return QString::fromStdString(field.name);
        case TypeColumn:
            return QString::fromStdString(draftTypeText(field.type));
        case OffsetColumn:
            return shown.place ? hexText(shown.place->begin) : QString();
        default:
            return !shown.value.isEmpty() || shown.problem.isEmpty() ? shown.value : shown.problem;
    }
}

QVariant DraftModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= ColumnCount)
        return {};
    return QStringList{tr("Name"), tr("Type"), tr("Offset"), tr("Value")}[section];
}

Qt::ItemFlags DraftModel::flags(const QModelIndex& index) const {
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.isValid() && index.column() <= TypeColumn ? flags | Qt::ItemIsEditable : flags;
}

bool DraftModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (!index.isValid() || role != Qt::EditRole || index.column() > TypeColumn)
        return false;
    const auto row = static_cast<std::size_t>(index.row());
    const std::string text = toUtf8(value.toString().trimmed());
    if (index.column() == NameColumn) {
        if (!draft_.rename(row, text)) {
            Q_EMIT refused(
                tr("“%1” is no name, or another field has it. A name has small letters, digits and _, and "
                   "begins with a letter.")
                    .arg(toDisplayText(text)));
            return false;
        }
    } else {
        const auto type = parseDraftType(text, draft_.fields()[row].type.order);
        if (!type || !draft_.retype(row, *type)) {
            Q_EMIT refused(
                tr("“%1” is no type. Write u4, s2be[3], f8le, text(16), text(16, UTF-16LE), strz or "
                   "bytes(8).")
                    .arg(toDisplayText(text)));
            return false;
        }
    }
    read();
    tellOfValues();
    return true;
}

}  // namespace octavo
