#pragma once

#include <cstdint>
#include <string_view>

#include "core/base/byte_order.h"
#include "core/base/byte_range.h"
#include "core/base/result.h"

namespace octavo {

enum class NumberType : std::uint8_t { U8, I8, U16, I16, U32, I32, U64, I64, F16, F32, F64 };

[[nodiscard]] std::size_t sizeOf(NumberType type);
[[nodiscard]] bool isFloat(NumberType type);
/// "u8" ... "f64"; nothing for any other name.
[[nodiscard]] std::optional<NumberType> numberTypeNamed(std::string_view name);

/// All numbers of a type from `low` to `high`, both included. A value.
struct NumberQuery {
    NumberType type = NumberType::U32;
    ByteOrder order = ByteOrder::Little;
    std::uint64_t low = 0;  ///< integers: two's complement of the type's size; floats: the bits of the number
    std::uint64_t high = 0;
    ByteCount alignment = 1;  ///< matches begin at multiples of it, counted from the document's begin

    friend bool operator==(const NumberQuery&, const NumberQuery&) = default;
};

/// Reads "TYPE:NUMBER", "TYPE:LOW..HIGH" or, for floats, "TYPE:NUMBER~TOLERANCE": "u32:1000..0x7FF",
/// "i16:-5", "f32:3.14~0.01". A float alone means the nearest number of its type, 0 also -0. Malformed:
/// `offset` is the index of the first character that does not fit, `detail` what was expected: "type",
/// "number", "tolerance", "larger number", "number in range". Numbers that are not a number match nothing
/// and cannot be looked for.
[[nodiscard]] Result<NumberQuery> parseNumberQuery(std::string_view text, ByteOrder order);

/// Numbers of a type in the order of their bits: the place of `bits` (of the type's size) in it. -0 comes
/// before 0.
[[nodiscard]] std::uint64_t orderKey(NumberType type, std::uint64_t bits);
/// The opposite of orderKey().
[[nodiscard]] std::uint64_t bitsOfKey(NumberType type, std::uint64_t key);
/// What the bits of a float stand for.
[[nodiscard]] double floatOfBits(NumberType type, std::uint64_t bits);

}  // namespace octavo
