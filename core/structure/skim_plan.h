#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "core/structure/byte_space.h"
#include "core/structure/format.h"

namespace octavo {

/// How structures of a type are gone past without being read: some bytes of the same number in all, and
/// stretches whose sizes are integers among them. A value; belongs to its type.
class SkimPlan {
public:
    /// The value of an expression that does not depend on the structure itself, flags as 0 and 1; nothing
    /// when it has none.
    using OuterValue = std::function<std::optional<Int128>(const FormatExpression&)>;

    /// Nothing where the type's size depends on anything else. `order` is that of numbers that do not say so
    /// themselves.
    [[nodiscard]] static std::optional<SkimPlan> of(const FormatType& type, std::optional<ByteOrder> order,
                                                    const OuterValue& outer);

    /// Goes past one structure. False, and the stream is where it was, where the data ends before it or a
    /// size is none. Cost: O(steps).
    [[nodiscard]] bool pass(ByteStream& stream);

private:
    struct Step {
        ByteCount fixed = 0;    ///< bytes to go past first
        std::uint8_t size = 0;  ///< of an integer to read then; 0: none
        bool isSigned = false;
        ByteOrder order = ByteOrder::Little;
        std::size_t slot = 0;                     ///< where it is kept
        std::optional<std::size_t> counted = {};  ///< the integer that says how long the stretch behind is
        std::int64_t factor = 1;
        std::int64_t offset = 0;
    };

    [[nodiscard]] bool add(const FormatField& field, std::size_t slot, const FormatType& type,
                           std::optional<ByteOrder> order, const OuterValue& outer);
    Step& next();

    std::vector<Step> steps_;
    std::vector<std::int64_t> values_;
};

}  // namespace octavo
