#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "core/base/job_context.h"
#include "core/base/separated_text.h"
#include "core/base/text_sink.h"
#include "core/structure/node_path.h"

namespace octavo {

/// \file The items of a repeated field as a table: a record an item, a column a field. Whoever reads a tree
/// here finds it as it was: items that were read for a table are forgotten again.

/// A field of the items: one that is no structure, or one too deep in structures to be taken apart.
struct RecordColumn {
    std::string title;               ///< "header.size"; of items that are no structures the array's name
    std::vector<std::string> steps;  ///< the names that lead to it from an item; none: the item itself
    bool isNumber = false;           ///< as far as the description tells

    friend bool operator==(const RecordColumn&, const RecordColumn&) = default;
};

/// What a cell is sorted by: nothing, a number, or units of text that are compared one by one.
using RecordKey = std::variant<std::monostate, Int128, double, std::string>;

/// A value of a record, as a person sees it.
struct RecordCell {
    std::string text;  ///< see valueText(); "[12]" of an array, the summary of a structure
    RecordKey key;
    std::optional<StructureError> error;  ///< without its expression
    bool isPending = false;               ///< not read, because reading was stopped before it
};

struct RecordRow {
    std::optional<ByteRange> place;  ///< in the document
    std::vector<RecordCell> cells;   ///< one a column
    bool isPending = false;          ///< the item, or one of its cells
};

inline constexpr std::size_t kRecordColumnsMost = 64;
/// Steps from an item to a column.
inline constexpr std::size_t kRecordDepthMost = 3;
inline constexpr std::uint64_t kSortedRecordsMost = 10'000'000;
/// Bytes of a text that it is sorted by, and of all of them together.
inline constexpr std::size_t kRecordKeySize = 256;
inline constexpr std::size_t kRecordKeysMost = std::size_t{1} << 30;

/// The items of a node; nullptr when it is no array. Reads it, as far as the tree's limit goes.
[[nodiscard]] ArrayNode* recordsOf(StructureTree& tree, const NodeRef& array);

/// The columns of an array's items: the fields of their type, those of structures in it in their place. Where
/// a switch decides the type of items, the fields of all of its cases. At most kRecordColumnsMost; nothing of
/// the data is read.
[[nodiscard]] std::vector<RecordColumn> recordColumns(const FormatField& array);

/// Reads a range of records. REQUIRES: end <= recordsOf()->count(). Cost: that of their columns, and up to
/// ArrayNode::kBlock items before the first of an array whose items are not of one size.
[[nodiscard]] std::vector<RecordRow> readRecords(StructureTree& tree, const NodeRef& array,
                                                 std::uint64_t begin, std::uint64_t end,
                                                 std::span<const RecordColumn> columns);

enum class RecordOrder : std::uint8_t { Ascending, Descending };

/// The indices of all items in the order of a column: numbers before texts, and those without a value last in
/// either direction; equal ones stay in the order of the array. Errors: Cancelled; NotFound when the node is
/// no array; LimitReached beyond kSortedRecordsMost items or kRecordKeysMost bytes of text. Memory: 24 bytes
/// an item, and the texts. Progress: items.
[[nodiscard]] Result<std::vector<std::uint32_t>> sortRecords(StructureTree& tree, const NodeRef& array,
                                                             const RecordColumn& column, RecordOrder order,
                                                             const JobContext& job);

/// Writes records as lines with a head: item, offset, size, then the columns as a person would type them.
/// `indices`: which and in which order; nothing: all. Those that are not there are left out. Errors: those of
/// the sink, Cancelled; NotFound when the node is no array. Progress: items.
[[nodiscard]] Status writeRecords(StructureTree& tree, const NodeRef& array,
                                  std::span<const RecordColumn> columns,
                                  std::optional<std::span<const std::uint64_t>> indices,
                                  FieldSeparator separator, TextSink& out, const JobContext& job);

}  // namespace octavo
