#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/buffer/document.h"
#include "core/structure/structure_node.h"

namespace octavo {

/// What makes a field have another value, or an array other items: bytes that come in the place of others of
/// the document. Where they are more or fewer, the fields that say how many or how long are adjusted.
struct FieldChange {
    struct Adjusted {
        std::string path;
        Int128 before = 0;
        Int128 after = 0;
        ByteRange range;
        std::vector<std::byte> bytes;  ///< as many as in the range
    };

    ByteRange range;
    std::vector<std::byte> bytes;
    std::vector<Adjusted> adjusted = {};
    /// The check of the description that the new value does not pass.
    std::optional<StructureError> failedCheck;
};

/// Why a field cannot have a value: the detail of ErrorCode::Unsupported.
inline constexpr std::string_view kFieldIsComputed = "computed";   ///< a value instance or a parameter
inline constexpr std::string_view kFieldIsNoValue = "structure";   ///< a structure or an array
inline constexpr std::string_view kFieldIsNotThere = "absent";     ///< it was not read, or only in part
inline constexpr std::string_view kFieldHasNoWayBack = "process";  ///< no inverse, or one that fails
inline constexpr std::string_view kFieldChangesLength =
    "length";                                              ///< more or fewer bytes; nothing can say so
inline constexpr std::string_view kItemEndsArray = "end";  ///< the last item, by which an array ends

/// What can be done to an item of an array as a whole.
enum class ItemEdit : std::uint8_t {
    Duplicate,  ///< a copy of it comes behind it
    Remove,
};

/// The value that a person writes for a field: an integer or the name of a member, true or false, a number,
/// text as it is (UTF-8), bytes in hex digits. Malformed: `detail` is what is expected.
[[nodiscard]] Result<StructureValue> parseFieldValue(std::string_view text, const FormatField& field,
                                                     const FieldNode& node);

/// Makes the change, adjustments included. REQUIRES: the document is as it was when the change was made.
[[nodiscard]] Status applyChange(Document& document, const FieldChange& change);

}  // namespace octavo
