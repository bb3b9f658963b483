#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/structure/format_notes.h"

namespace octavo {

/// The one rule of the style guide that is worth a warning: a field that is used only as the size of another
/// should be called len_ and its name, and only as the count of another num_.
class NameStyle {
public:
    /// A field is mentioned in an expression.
    void mention(const FormatField& field) { ++mentions_[&field]; }
    /// Notes whose size and count the expressions of a field are. REQUIRES: they have been checked.
    void check(const FormatType& type, const FormatField& field);
    /// Adds a warning for each field of the type that ought to be called otherwise.
    void note(const FormatType& type, FormatNotes& notes) const;

private:
    struct Uses {
        std::vector<std::string> names;  ///< what it ought to be called by each use
    };

    void use(const FormatType& type, const FormatExpression& expression, const std::string& name);

    std::map<const FormatField*, std::size_t> mentions_;
    std::map<const FormatField*, Uses> uses_;
};

}  // namespace octavo
