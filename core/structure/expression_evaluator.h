#pragma once

#include <optional>

#include "core/structure/expression.h"
#include "core/structure/structure_node.h"

namespace octavo {

/// Gives an expression the fields that it asks for.
class FieldSource {
public:
    virtual ~FieldSource() = default;
    /// The value of a field of a structure; missing when it has none or is on the way.
    [[nodiscard]] virtual Evaluated<StructureValue> fieldValue(StructureNode& structure,
                                                               std::size_t slot) = 0;
    /// The value of an item of an array. REQUIRES: index < count().
    [[nodiscard]] virtual Evaluated<StructureValue> itemValue(ArrayNode& array, std::uint64_t index) = 0;

    /// How deep evaluation is nested at the moment, through fields that need fields; beyond the limit it is
    /// TooDeep.
    int depth = 0;
    static constexpr int kDeepest = 500;
};

/// No text that an expression makes is longer.
inline constexpr std::size_t kLongestText = std::size_t{16} << 20;

/// Where an expression stands while it is evaluated.
struct EvaluationContext {
    StructureNode* self = nullptr;
    const StructureValue* itself = nullptr;  ///< of _ and _on
    std::optional<std::uint64_t> index;      ///< of _index
};

/// What an expression comes to. REQUIRES: it has been checked. Cost: linear in the expression, and whatever
/// fields have to be read.
[[nodiscard]] Evaluated<StructureValue> evaluate(const Expression& expression,
                                                 const EvaluationContext& context, FieldSource& fields);

/// The bytes of a value; a list of small integers counts as bytes.
[[nodiscard]] Evaluated<std::vector<std::byte>> bytesOfValue(const StructureValue& value,
                                                             FieldSource& fields);

}  // namespace octavo
