#pragma once

#include <string>

#include "core/structure/structure_tree.h"

namespace octavo {

/// Bytes of a value that are shown as hex digits.
inline constexpr std::size_t kBytesShown = 32;
/// UTF-16 units of a text that are shown.
inline constexpr std::size_t kTextShown = 400;

/// A value for people, UTF-8 on one line: "12", text in quotes with escapes, bytes as hex digits, the name of
/// an enumeration's member with its number, a point in time with its number, "-> /path" for a structure
/// elsewhere. Empty for what has no value of its own.
[[nodiscard]] std::string valueText(const StructureValue& value, const FormatField& field);

/// What a person would type to have this value again; empty where nothing can be typed, as for many bytes.
/// Text without quotes.
[[nodiscard]] std::string editText(const StructureValue& value, const FormatField& field);

/// The same in full, for files: bytes of any number as hex digits without spaces. Errors: Unreadable;
/// LimitReached for more bytes than can be copied at once.
[[nodiscard]] Evaluated<std::string> exportText(const StructureValue& value, const FormatField& field);

/// What a file is told not to be written for, where a value cannot be had.
[[nodiscard]] ErrorCode exportErrorOf(StructureFault fault);

/// "u4", "png::chunk", "png::chunk[12]", "text", "bytes".
[[nodiscard]] std::string typeText(const FormatField& field, const FieldNode& node, bool isItem);

/// What `-webide-representation` of the structure's type makes of it, or else its `to-string`; empty when it
/// has neither. Paths in braces that lead nowhere are left out.
[[nodiscard]] std::string summaryText(StructureTree& tree, StructureNode& structure);

}  // namespace octavo
