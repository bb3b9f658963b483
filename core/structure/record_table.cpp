#include "core/structure/record_table.h"

#include <algorithm>
#include <cstring>
#include <fmt/format.h>

#include "core/structure/field_text.h"
#include "core/structure/node_row.h"

namespace octavo {

namespace {

// --- columns

class ColumnList {
public:
    void addItem(const FormatField& array, const ItemType& item) {
        if (item.kind == ItemType::Kind::Switch) {
            for (const ItemType::Case& each : item.cases)
                addItem(array, *each.type);
        } else if (item.kind == ItemType::Kind::Structure && item.structure != nullptr) {
            addFields(*item.structure);
        } else {
            steps_.clear();
            add(array.name, isNumber(array.type.is(DataType::Kind::Array) ? *array.type.item : array.type));
        }
    }

    std::vector<RecordColumn> columns;

private:
    void addFields(const FormatType& type) {
        around_.push_back(&type);
        for (std::size_t slot = type.parameterCount; slot < type.fields.size(); ++slot) {
            const FormatField& field = type.fields[slot];
            steps_.push_back(field.name);
            if (isTakenApart(field))
                addFields(*field.item.structure);
            else
                add(fmt::format("{}", fmt::join(steps_, ".")), isNumber(field.type));
            steps_.pop_back();
        }
        around_.pop_back();
    }

    [[nodiscard]] bool isTakenApart(const FormatField& field) const {
        const FormatType* type = field.item.structure;
        return field.repeat == RepeatKind::None && field.item.kind == ItemType::Kind::Structure &&
               type != nullptr && steps_.size() < kRecordDepthMost &&
               std::find(around_.begin(), around_.end(), type) == around_.end();
    }

    static bool isNumber(const DataType& type) { return type.isNumber() || type.is(DataType::Kind::Boolean); }

    void add(std::string title, bool isNumber) {
        const bool isKnown = std::any_of(columns.begin(), columns.end(),
                                         [this](const RecordColumn& each) { return each.steps == steps_; });
        if (!isKnown && columns.size() < kRecordColumnsMost)
            columns.push_back({.title = std::move(title), .steps = steps_, .isNumber = isNumber});
    }

    std::vector<std::string> steps_;
    std::vector<const FormatType*> around_;
};

// --- cells

/// What a column is of one item; no node where the item has no such field.
struct Leaf {
    FieldNode* node = nullptr;
    const FormatField* field = nullptr;
};

Leaf leafOf(StructureTree& tree, const FormatField& array, FieldNode& item, const RecordColumn& column) {
    Leaf leaf{.node = &item, .field = &array};
    if (column.steps.empty() && item.structure)
        return {};
    for (const std::string& step : column.steps) {
        StructureNode* structure = leaf.node->structure.get();
        if (structure == nullptr)
            return {};
        const auto slot = structure->type->fieldIndex.find(step);
        if (slot == structure->type->fieldIndex.end())
            return {};
        leaf = {.node = &tree.field(*structure, slot->second),
                .field = &structure->type->fields[slot->second]};
    }
    return leaf;
}

std::string keyOfBytes(const BytesValue& bytes) {
    std::string key;
    for (ByteCount i = 0; i < std::min<ByteCount>(bytes.size(), kRecordKeySize); ++i)
        key += static_cast<char>(bytes.at(i).value_or(std::byte{0}));
    return key;
}

RecordKey keyOf(const FieldNode& node) {
    const StructureValue& value = node.value;
    if (node.array)
        return Int128{node.array->count()};
    if (const auto* integer = value.as<Int128>())
        return *integer;
    if (const auto* number = value.as<double>())
        return *number == *number ? RecordKey(*number) : RecordKey();
    if (const auto* flag = value.as<bool>())
        return Int128{*flag ? 1 : 0};
    if (const auto* text = value.as<std::u16string>())
        return utf8FromUtf16(std::u16string_view(*text).substr(0, kRecordKeySize / 3));
    if (const auto* bytes = value.as<BytesValue>())
        return keyOfBytes(*bytes);
    return {};
}

bool isPending(const StructureTree& tree, const FieldNode& node) {
    const bool isUnread = node.state == NodeState::Unread || node.state == NodeState::Reading;
    return tree.wasStopped() && (isUnread || (node.error && node.error->fault == StructureFault::Stopped));
}

RecordKey keyOf(StructureTree& tree, const Leaf& leaf) {
    if (leaf.node == nullptr)
        return {};
    StructureNode* structure = leaf.node->structure.get();
    return structure == nullptr ? keyOf(*leaf.node) : summaryText(tree, *structure).substr(0, kRecordKeySize);
}

RecordCell cellOf(StructureTree& tree, const Leaf& leaf) {
    if (leaf.node == nullptr)
        return {};
    const FieldNode& node = *leaf.node;
    RecordCell cell{.text = {}, .key = keyOf(tree, leaf), .error = {}, .isPending = isPending(tree, node)};
    if (node.array)
        cell.text = fmt::format("[{}]", node.array->count());
    else
        cell.text = node.structure ? summaryText(tree, *node.structure) : valueText(node.value, *leaf.field);
    if (node.error) {
        cell.error = *node.error;
        cell.error->expression = nullptr;
    }
    return cell;
}

RecordRow rowOf(StructureTree& tree, const FormatField& field, FieldNode& item,
                std::span<const RecordColumn> columns) {
    RecordRow row;
    row.isPending = isPending(tree, item);
    for (const RecordColumn& column : columns) {
        row.cells.push_back(cellOf(tree, leafOf(tree, field, item, column)));
        row.isPending = row.isPending || row.cells.back().isPending;
    }
    row.place = documentPlace(item);
    return row;
}

/// Keeps the items of a block together while they are read, so that each is found from the one before it.
class PassingItems {
public:
    PassingItems(StructureTree& tree, ArrayNode& array) : tree_(tree), array_(array) {}
    ~PassingItems() { forget(); }
    PassingItems(const PassingItems&) = delete;
    PassingItems& operator=(const PassingItems&) = delete;

    FieldNode& item(std::uint64_t index) {
        const std::uint64_t block = index / ArrayNode::kBlock;
        if (block != block_ || read_.size() >= ArrayNode::kBlock)
            forget();
        block_ = block;
        if (array_.known(index) == nullptr)
            read_.push_back(index);
        return tree_.item(array_, index);
    }

private:
    void forget() {
        for (const std::uint64_t each : read_)
            tree_.drop(array_, each);
        read_.clear();
    }

    StructureTree& tree_;
    ArrayNode& array_;
    std::uint64_t block_ = 0;
    std::vector<std::uint64_t> read_;
};

}  // namespace

ArrayNode* recordsOf(StructureTree& tree, const NodeRef& array) {
    return array.isTop() || array.index ? nullptr : array.read(tree).array.get();
}

std::vector<RecordColumn> recordColumns(const FormatField& array) {
    ColumnList list;
    list.addItem(array, array.item);
    return std::move(list.columns);
}

std::vector<RecordRow> readRecords(StructureTree& tree, const NodeRef& array, std::uint64_t begin,
                                   std::uint64_t end, std::span<const RecordColumn> columns) {
    ArrayNode* items = recordsOf(tree, array);
    OCTAVO_EXPECTS(items != nullptr && begin <= end && end <= items->count());
    std::vector<RecordRow> rows;
    PassingItems passing(tree, *items);
    for (std::uint64_t index = begin; index < end; ++index)
        rows.push_back(rowOf(tree, array.field(), passing.item(index), columns));
    return rows;
}

// --- order

namespace {

constexpr std::uint64_t kSortedBetweenLooks = 50'000;

/// A number of 128 bits, laid out so that an item takes 20 bytes.
struct NumberEntry {
    std::uint32_t words[4];
    std::uint32_t index;

    template <typename Number>
    static NumberEntry of(Number number, std::uint32_t index) {
        NumberEntry entry{.words = {}, .index = index};
        std::memcpy(entry.words, &number, sizeof number);
        return entry;
    }
    template <typename Number>
    [[nodiscard]] Number as() const {
        Number number;
        std::memcpy(&number, words, sizeof number);
        return number;
    }
};

struct TextEntry {
    std::uint64_t begin;
    std::uint32_t size;
    std::uint32_t index;
};

/// Sorts in place, and looks now and then whether it shall go on.
template <typename Entry, typename Before>
bool sortEntries(std::span<Entry> entries, const Before& isBefore, const JobContext& job) {
    while (entries.size() > kSortedBetweenLooks) {
        if (job.stopRequested())
            return false;
        const auto middle = entries.begin() + static_cast<std::ptrdiff_t>(entries.size() / 2);
        std::nth_element(entries.begin(), middle, entries.end(), isBefore);
        if (!sortEntries(std::span<Entry>(entries.begin(), middle), isBefore, job))
            return false;
        entries = std::span<Entry>(middle, entries.end());
    }
    std::sort(entries.begin(), entries.end(), isBefore);
    return true;
}

/// The keys of all items, those of a kind together.
class KeyList {
public:
    explicit KeyList(std::size_t count) { numbers_.reserve(count); }

    /// False when the texts become too many.
    [[nodiscard]] bool add(const RecordKey& key, std::uint32_t index) {
        if (const auto* integer = std::get_if<Int128>(&key)) {
            numbers_.push_back(isFloating_ ? NumberEntry::of(static_cast<double>(*integer), index)
                                           : NumberEntry::of(*integer, index));
        } else if (const auto* number = std::get_if<double>(&key)) {
            useFloating();
            numbers_.push_back(NumberEntry::of(*number, index));
        } else if (const auto* text = std::get_if<std::string>(&key)) {
            if (text->size() > kRecordKeysMost - texts_.size())
                return false;
            textEntries_.push_back(
                {.begin = texts_.size(), .size = static_cast<std::uint32_t>(text->size()), .index = index});
            texts_ += *text;
        } else {
            without_.push_back(index);
        }
        return true;
    }

    [[nodiscard]] Result<std::vector<std::uint32_t>> sorted(RecordOrder order, const JobContext& job) {
        const bool isDescending = order == RecordOrder::Descending;
        const auto before = [isDescending](const auto& valueOf) {
            return [isDescending, valueOf](const auto& a, const auto& b) {
                const auto left = valueOf(a);
                const auto right = valueOf(b);
                return left == right ? a.index < b.index : (left < right) != isDescending;
            };
        };
        const auto textOf = [this](const TextEntry& entry) {
            return std::string_view(texts_).substr(entry.begin, entry.size);
        };
        const auto integerOf = [](const NumberEntry& entry) { return entry.as<Int128>(); };
        const auto floatingOf = [](const NumberEntry& entry) { return entry.as<double>(); };
        const std::span numbers(numbers_);
        const bool isDone = (isFloating_ ? sortEntries(numbers, before(floatingOf), job)
                                         : sortEntries(numbers, before(integerOf), job)) &&
                            sortEntries(std::span(textEntries_), before(textOf), job);
        if (!isDone)
            return fail(ErrorCode::Cancelled);
        std::vector<std::uint32_t> indices;
        indices.reserve(numbers_.size() + textEntries_.size() + without_.size());
        for (const NumberEntry& each : numbers_)
            indices.push_back(each.index);
        for (const TextEntry& each : textEntries_)
            indices.push_back(each.index);
        indices.insert(indices.end(), without_.begin(), without_.end());
        return indices;
    }

private:
    /// From the first number that is no integer on, all are compared as such.
    void useFloating() {
        if (isFloating_)
            return;
        isFloating_ = true;
        for (NumberEntry& each : numbers_)
            each = NumberEntry::of(static_cast<double>(each.as<Int128>()), each.index);
    }

    std::vector<NumberEntry> numbers_;
    std::vector<TextEntry> textEntries_;
    std::string texts_;
    std::vector<std::uint32_t> without_;
    bool isFloating_ = false;
};

/// The items for a job, whose progress is counted in them.
Result<ArrayNode*> itemsFor(StructureTree& tree, const NodeRef& array, const JobContext& job) {
    tree.limit(JobContext(job.stopToken(), nullptr));
    ArrayNode* items = recordsOf(tree, array);
    if (job.stopRequested())
        return fail(ErrorCode::Cancelled);
    return items != nullptr ? Result<ArrayNode*>(items) : fail(ErrorCode::NotFound, array.path());
}

}  // namespace

Result<std::vector<std::uint32_t>> sortRecords(StructureTree& tree, const NodeRef& array,
                                               const RecordColumn& column, RecordOrder order,
                                               const JobContext& job) {
    const auto found = itemsFor(tree, array, job);
    if (!found)
        return fail(found.error());
    ArrayNode* items = *found;
    const std::uint64_t count = items->count();
    if (count > kSortedRecordsMost)
        return fail(ErrorCode::LimitReached, std::to_string(kSortedRecordsMost));
    job.setTotal(count);
    KeyList keys(count);
    PassingItems passing(tree, *items);
    for (std::uint64_t index = 0; index < count; ++index) {
        const RecordKey key = keyOf(tree, leafOf(tree, array.field(), passing.item(index), column));
        if (tree.wasStopped() || job.stopRequested())
            return fail(ErrorCode::Cancelled);
        if (!keys.add(key, static_cast<std::uint32_t>(index)))
            return fail(ErrorCode::LimitReached, column.title);
        job.advance(1);
    }
    return keys.sorted(order, job);
}

// --- lines

namespace {

class RecordWriter {
public:
    RecordWriter(StructureTree& tree, const NodeRef& array, ArrayNode& items,
                 std::span<const RecordColumn> columns, FieldSeparator separator)
        : tree_(tree),
          field_(array.field()),
          columns_(columns),
          separator_(separator),
          passing_(tree, items) {}

    [[nodiscard]] std::string head() const {
        std::string line = fmt::format("item{0}offset{0}size", static_cast<char>(separator_));
        for (const RecordColumn& each : columns_)
            add(line, each.title);
        return line + "\r\n";
    }

    [[nodiscard]] Result<std::string> line(std::uint64_t index) {
        FieldNode& item = passing_.item(index);
        std::string line = std::to_string(index);
        const auto place = documentPlace(item);
        add(line, place ? std::to_string(place->begin) : "");
        add(line, place ? std::to_string(place->size()) : "");
        for (const RecordColumn& each : columns_) {
            const auto text = cell(leafOf(tree_, field_, item, each));
            if (!text)
                return fail(exportErrorOf(text.error().fault));
            add(line, *text);
        }
        return line + "\r\n";
    }

private:
    void add(std::string& line, std::string_view text) const {
        line += static_cast<char>(separator_) + separatedField(text, separator_);
    }

    Evaluated<std::string> cell(const Leaf& leaf) {
        if (leaf.node == nullptr)
            return std::string();
        return leaf.node->array || leaf.node->structure ? cellOf(tree_, leaf).text
                                                        : exportText(leaf.node->value, *leaf.field);
    }

    StructureTree& tree_;
    const FormatField& field_;
    std::span<const RecordColumn> columns_;
    FieldSeparator separator_;
    PassingItems passing_;
};

}  // namespace

Status writeRecords(StructureTree& tree, const NodeRef& array, std::span<const RecordColumn> columns,
                    std::optional<std::span<const std::uint64_t>> indices, FieldSeparator separator,
                    TextSink& out, const JobContext& job) {
    const auto found = itemsFor(tree, array, job);
    if (!found)
        return fail(found.error());
    ArrayNode* items = *found;
    const std::uint64_t count = indices ? indices->size() : items->count();
    job.setTotal(count);
    RecordWriter writer(tree, array, *items, columns, separator);
    Status done = out.append(writer.head());
    for (std::uint64_t at = 0; at < count && done; ++at) {
        const std::uint64_t index = indices ? (*indices)[at] : at;
        const auto line = index < items->count() ? writer.line(index) : Result<std::string>(std::string());
        if (tree.wasStopped() || job.stopRequested())
            return fail(ErrorCode::Cancelled);
        done = line ? out.append(*line) : fail(line.error());
        job.advance(1);
    }
    return done;
}

}  // namespace octavo
