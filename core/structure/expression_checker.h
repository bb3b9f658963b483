#pragma once

#include <functional>
#include <vector>

#include "core/structure/format.h"
#include "core/structure/type_lookup.h"

namespace octavo {

/// What an expression may refer to where it stands.
struct ExpressionScope {
    const FormatType* type = nullptr;
    std::optional<DataType> itself;  ///< of _ ; nothing where it has no meaning
    std::optional<DataType> on;      ///< of _on
    bool hasIndex = true;            ///< _index
};

/// Finds what every name of an expression means and what type each part has, and writes both into the tree.
/// Reports the first thing that is wrong with an expression; its type is then Any.
class ExpressionChecker {
public:
    /// Called for the type of a field, so that computed ones can be checked on the way.
    using FieldTypes = std::function<DataType(const FormatType&, std::size_t slot)>;
    /// Called for each mention of a field.
    using Mention = std::function<void(const FormatType&, std::size_t slot)>;

    ExpressionChecker(const TypeLookup& lookup, FieldTypes fieldTypes, Mention mention,
                      std::vector<FormatProblem>& problems)
        : lookup_(&lookup),
          fieldTypes_(std::move(fieldTypes)),
          mention_(std::move(mention)),
          problems_(&problems) {}

    /// Returns the type of the whole.
    DataType check(FormatExpression& expression, const ExpressionScope& scope) const;

    /// The same, and reports WrongType when the whole is not of this kind. Integers must be plain.
    DataType checkIs(FormatExpression& expression, DataType::Kind wanted, const ExpressionScope& scope) const;

    void report(const FormatExpression& where, std::uint32_t at, FormatFault fault, std::string subject,
                std::string expected = {}) const;

private:
    const TypeLookup* lookup_;
    FieldTypes fieldTypes_;
    Mention mention_;
    std::vector<FormatProblem>* problems_;
};

/// What a value may be that is one or the other; Any when they have nothing in common.
[[nodiscard]] DataType combinedType(const DataType& a, const DataType& b);
/// Whether two values can be asked for equality; for their order when `ordered`.
[[nodiscard]] bool areComparable(const DataType& a, const DataType& b, bool ordered);
/// Whether a value of this type may be handed to a parameter of that one.
[[nodiscard]] bool isAssignable(const DataType& parameter, const DataType& value);

}  // namespace octavo
