#include "core/structure/name_style.h"

#include <algorithm>

namespace octavo {

void NameStyle::check(const FormatType& type, const FormatField& field) {
    if (field.size)
        use(type, *field.size, "len_" + field.name);
    if (field.repeatCount)
        use(type, *field.repeatCount, "num_" + field.name);
}

void NameStyle::use(const FormatType& type, const FormatExpression& expression, const std::string& name) {
    const Expression& root = expression.root;
    if (root.kind == ExpressionKind::Name && root.builtin == BuiltinName::Field && root.owner == &type)
        uses_[&type.fields[static_cast<std::size_t>(root.slot)]].names.push_back(name);
}

void NameStyle::note(const FormatType& type, FormatNotes& notes) const {
    for (const FormatField& field : type.fields) {
        const auto uses = uses_.find(&field);
        const auto mentions = mentions_.find(&field);
        if (uses == uses_.end() || mentions == mentions_.end())
            continue;
        const std::vector<std::string>& names = uses->second.names;
        const bool isUsedOtherwise = mentions->second != names.size() || names.size() != 1;
        if (isUsedOtherwise || names.front() == field.name)
            continue;
        notes.add(FormatFault::NameStyle, field.isInstance() ? field.path : field.path + "/id", field.mark,
                  field.name, names.front(), FormatProblem::Severity::Warning);
    }
}

}  // namespace octavo
