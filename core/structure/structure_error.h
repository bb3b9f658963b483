#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <tl/expected.hpp>

#include "core/base/byte_range.h"

namespace octavo {

struct FormatExpression;

/// Why a node of a structure has no value, or one that is not valid.
enum class StructureFault : std::uint8_t {
    EndOfData,     ///< not enough bytes
    NoTerminator,  ///< the terminator is not there
    NotEqual,      ///< `valid` or `contents`: another value
    TooSmall,      ///< `valid: min`
    TooLarge,      ///< `valid: max`
    NotAnyOf,      ///< `valid: any-of`
    NotInEnum,     ///< `valid: in-enum`
    NotHeld,       ///< `valid: expr`
    NoByteOrder,   ///< no case of a switched byte order fits
    NegativeSize,
    NegativePosition,
    BadIndex,  ///< beyond an array or bytes, or the first of none
    Missing,   ///< a field without a value used as one
    DivisionByZero,
    Conversion,  ///< text that is no number, a float that is no integer
    UnknownEncoding,
    ProcessFailed,  ///< corrupt or impossible input of a `process`
    MissingCode,    ///< an opaque type or a process that is not known
    TooDeep,        ///< structures in structures beyond the limit, or a value that needs itself
    Overflow,       ///< a number beyond 127 bits
    Unreadable,     ///< the file could not be read there
    LimitReached,   ///< too many nodes or too large a result
    NoProgress,     ///< an item of an endless array takes no bytes
    Stopped,        ///< the job was cancelled
    WrongKind,      ///< a value of another kind than the operation needs; only where data decides types
};

/// The class of error of the canonical dump: "eof", "valid-eq", …
[[nodiscard]] const char* structureFaultName(StructureFault fault);
/// Whether the value is there and the place known, and only a check failed.
[[nodiscard]] bool isValidation(StructureFault fault);

struct StructureError {
    StructureFault fault = StructureFault::EndOfData;
    const FormatExpression* expression =
        nullptr;              ///< the one that could not be evaluated, or that did not hold
    std::string detail = {};  ///< the name or text concerned

    friend bool operator==(const StructureError&, const StructureError&) = default;
};

template <typename T>
using Evaluated = tl::expected<T, StructureError>;

[[nodiscard]] inline tl::unexpected<StructureError> failWith(StructureFault fault, std::string detail = {}) {
    return tl::unexpected(StructureError{.fault = fault, .expression = nullptr, .detail = std::move(detail)});
}

}  // namespace octavo
