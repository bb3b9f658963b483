#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "core/base/integer.h"
#include "core/structure/byte_space.h"

namespace octavo {

class ArrayNode;
class StructureNode;
class StructureValue;

/// Bytes of a space, or of a literal. Borrows the space.
struct BytesValue {
    ByteSpace* space = nullptr;
    ByteRange range;
    std::shared_ptr<const std::vector<std::byte>> literal;

    [[nodiscard]] ByteCount size() const { return literal ? literal->size() : range.size(); }
    [[nodiscard]] Evaluated<std::vector<std::byte>> copy() const;
    /// The byte at an index. REQUIRES: index < size().
    [[nodiscard]] Evaluated<std::byte> at(ByteCount index) const;
};

using ListValue = std::shared_ptr<const std::vector<StructureValue>>;

/// What a field holds or an expression comes to: nothing, a number, text, bytes, or a reference into the tree
/// that is borrowed from it.
class StructureValue : public std::variant<std::monostate, Int128, double, bool, std::u16string, BytesValue,
                                           StructureNode*, ArrayNode*, ByteStream*, ListValue> {
public:
    using variant::variant;

    [[nodiscard]] bool isMissing() const { return std::holds_alternative<std::monostate>(*this); }
    template <typename T>
    [[nodiscard]] const T* as() const {
        return std::get_if<T>(this);
    }
};

/// -1, 0 or 1 for two values that can be ordered; WrongKind for others. Bytes and texts are compared unit by
/// unit.
[[nodiscard]] Evaluated<int> compareValues(const StructureValue& a, const StructureValue& b);
/// Equality as `==` has it: a missing value equals nothing.
[[nodiscard]] Evaluated<bool> equalValues(const StructureValue& a, const StructureValue& b);

/// The shortest decimal text that reads back to the same double, laid out as ECMAScript does: "1.5", "1e+21",
/// "NaN".
[[nodiscard]] std::string floatingText(double value);

}  // namespace octavo
