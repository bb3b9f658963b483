#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/structure/structure_node.h"

namespace octavo {

/// What makes a field have another value: bytes that come in the place of as many of the document.
struct FieldChange {
    ByteRange range;
    std::vector<std::byte> bytes;
    /// The check of the description that the new value does not pass.
    std::optional<StructureError> failedCheck;
};

/// Why a field cannot have a value: the detail of ErrorCode::Unsupported.
inline constexpr std::string_view kFieldIsComputed = "computed";   ///< a value instance or a parameter
inline constexpr std::string_view kFieldIsNoValue = "structure";   ///< a structure or an array
inline constexpr std::string_view kFieldIsNotThere = "absent";     ///< it was not read, or only in part
inline constexpr std::string_view kFieldHasNoWayBack = "process";  ///< no inverse, or one that fails
inline constexpr std::string_view kFieldChangesLength = "length";  ///< the bytes would be more or fewer

/// The value that a person writes for a field: an integer or the name of a member, true or false, a number,
/// text as it is (UTF-8), bytes in hex digits. Malformed: `detail` is what is expected.
[[nodiscard]] Result<StructureValue> parseFieldValue(std::string_view text, const FormatField& field,
                                                     const FieldNode& node);

}  // namespace octavo
