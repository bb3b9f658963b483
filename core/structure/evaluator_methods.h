#pragma once

#include <string>
#include <vector>

#include "core/structure/expression_evaluator.h"

namespace octavo {

/// Calls what a value of text, bytes, numbers, arrays or a stream can do. `name` is looked up again where
/// only the data decides what the value is.
[[nodiscard]] Evaluated<StructureValue> callMethod(BuiltinName method, const std::string& name,
                                                   const StructureValue& object,
                                                   const std::vector<StructureValue>& arguments,
                                                   FieldSource& fields);

/// The item of an array or byte of bytes at an index; BadIndex when there is none.
[[nodiscard]] Evaluated<StructureValue> itemOf(const StructureValue& object, Int128 index,
                                               FieldSource& fields);

/// A number or a text as text.
[[nodiscard]] Evaluated<std::u16string> textOfValue(const StructureValue& value);

}  // namespace octavo
