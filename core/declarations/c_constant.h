#pragma once

#include <optional>
#include <string_view>

#include "core/base/integer.h"
#include "core/declarations/c_abi.h"
#include "core/declarations/c_cursor.h"

namespace octavo {

/// The value of an integer constant expression of C, in the type that it has there. A value.
struct CConstant {
    Int128 value = 0;
    bool isUnsigned = false;
    bool isLong = false;  ///< of 64 bits, not 32

    /// The value in 32 bits where it fits, else in 64, reduced to those.
    [[nodiscard]] static CConstant of(Int128 value);
};

/// Who knows what the names in an expression mean.
class CNames {
public:
    virtual ~CNames() = default;
    [[nodiscard]] virtual std::optional<CConstant> constantNamed(std::string_view name) = 0;
    /// What sizeof, or with `isAlignment` alignof, makes of the type name that the cursor is at; nothing, and
    /// the cursor where it was, when there is no type name.
    [[nodiscard]] virtual std::optional<Int128> takeMeasure(bool isAlignment) = 0;
    /// An integer type that a value is converted to.
    struct Cast {
        unsigned bytes = 4;
        bool isUnsigned = false;
    };
    /// The type name that the cursor is at, as a cast; nothing when there is none.
    [[nodiscard]] virtual std::optional<Cast> takeCast() = 0;
};

/// Reads the expression that the cursor is at, up to a comma or what cannot belong to it. Refused: what is
/// none, and a division by zero. What does not fit wraps as the machine does it.
[[nodiscard]] CConstant readConstant(CCursor& cursor, CNames& names, const CAbi& abi);

}  // namespace octavo
