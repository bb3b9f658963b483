#include "core/structure/format.h"

#include <algorithm>

namespace octavo {

TextMark FormatExpression::markAt(std::size_t index) const {
    const std::string_view before = std::string_view(source).substr(0, index);
    const auto lines = static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n'));
    const std::size_t lineStart = lines == 0 ? 0 : before.rfind('\n') + 1;
    if (isBlock)
        return {.line = mark.line + 1 + lines,
                .column = static_cast<std::uint32_t>(before.size() - lineStart) + 1};
    if (lines > 0)
        return mark;  // folded over lines: how cannot be told from the text
    return {.line = mark.line,
            .column = mark.column + static_cast<std::uint32_t>(before.size()) + (isPlain ? 0U : 1U)};
}

const FormatEnumMember* FormatEnum::find(Int128 value) const {
    const auto found = byValue.find(value);
    return found == byValue.end() ? nullptr : &members[found->second];
}

const FormatEnumMember* FormatEnum::find(const std::string& memberName) const {
    const auto found = byName.find(memberName);
    return found == byName.end() ? nullptr : &members[found->second];
}

const FormatField* FormatType::find(const std::string& fieldName) const {
    const auto found = fieldIndex.find(fieldName);
    return found == fieldIndex.end() ? nullptr : &fields[found->second];
}

FormatType* FormatType::nested(std::string_view typeName) const {
    const auto found = std::find_if(types.begin(), types.end(),
                                    [typeName](const auto& type) { return type->name == typeName; });
    return found == types.end() ? nullptr : found->get();
}

FormatEnum* FormatType::enumNamed(std::string_view enumName) const {
    const auto found = std::find_if(enums.begin(), enums.end(),
                                    [enumName](const auto& known) { return known->name == enumName; });
    return found == enums.end() ? nullptr : found->get();
}

}  // namespace octavo
