#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace octavo {

/// The shape of a binary floating-point number: sign, biased exponent, fraction (without the leading bit).
struct FloatShape {
    unsigned exponentBits = 0;
    unsigned fractionBits = 0;

    [[nodiscard]] constexpr std::uint64_t fractionMask() const {
        return (std::uint64_t{1} << fractionBits) - 1;
    }
    [[nodiscard]] constexpr std::uint64_t exponentMask() const {
        return (std::uint64_t{1} << exponentBits) - 1;
    }
    /// The fraction of the NaN that operations make: only the quiet bit.
    [[nodiscard]] constexpr std::uint64_t plainNan() const { return std::uint64_t{1} << (fractionBits - 1); }
};

inline constexpr FloatShape kHalfShape{5, 10};
inline constexpr FloatShape kBfloat16Shape{8, 7};
inline constexpr FloatShape kSingleShape{8, 23};
inline constexpr FloatShape kDoubleShape{11, 52};
inline constexpr FloatShape kExtendedShape{15, 63};

/// What a floating-point text says before anything is rounded.
struct FloatText {
    enum class Kind { Finite, Infinity, Nan };

    Kind kind = Kind::Finite;
    bool isNegative = false;
    std::string_view number;        ///< Finite: digits, point, exponent; no sign
    bool isZero = false;            ///< Finite: every digit is 0
    std::uint64_t nanFraction = 0;  ///< Nan: the fraction bits
};

/// Reads "-1.5e3", ".5", "inf", "-infinity", "nan" (the plain one), "nan(0x7ff)" (these fraction bits),
/// letters in either case, spaces around ignored. Malformed: `offset` is the index of the offending
/// character. OutOfRange: fraction bits that the shape has not, or none at all.
[[nodiscard]] Result<FloatText> parseFloatText(std::string_view text, const FloatShape& shape);

/// "nan", "-nan(0x1)".
[[nodiscard]] std::string nanText(bool isNegative, std::uint64_t fraction, const FloatShape& shape);

/// Compares the decimal numbers that two texts of the form digits[.digits][e[sign]digits] name, exactly:
/// negative, zero or positive as `left` is less than, equal to or greater than `right`.
[[nodiscard]] int compareDecimals(std::string_view left, std::string_view right);

}  // namespace octavo
