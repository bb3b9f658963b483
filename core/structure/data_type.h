#pragma once

#include <cstdint>
#include <memory>
#include <string>

namespace octavo {

struct FormatType;
struct FormatEnum;

/// What an expression or a field is, as far as its description tells.
struct DataType {
    enum class Kind : std::uint8_t {
        Any,  ///< not known before the data is there: of several types, or without code
        Integer,
        Float,
        Boolean,
        Text,
        Bytes,
        Structure,  ///< `structure`, or any structure when that is null
        Stream,
        Array,
    };

    Kind kind = Kind::Any;
    const FormatType* structure = nullptr;
    const FormatEnum* enumeration = nullptr;    ///< of an integer whose values have names
    std::shared_ptr<const DataType> item = {};  ///< of an array
    bool isByteList = false;                    ///< a list of integers that may stand for bytes

    [[nodiscard]] static DataType of(Kind kind) { return {.kind = kind}; }
    [[nodiscard]] static DataType ofStructure(const FormatType* type) {
        return {.kind = Kind::Structure, .structure = type};
    }
    [[nodiscard]] static DataType ofEnum(const FormatEnum* enumeration) {
        return {.kind = Kind::Integer, .enumeration = enumeration};
    }
    [[nodiscard]] static DataType arrayOf(DataType item) {
        return {.kind = Kind::Array, .item = std::make_shared<const DataType>(std::move(item))};
    }

    [[nodiscard]] bool is(Kind wanted) const { return kind == wanted; }
    [[nodiscard]] bool isAny() const { return kind == Kind::Any; }
    /// An integer that may be calculated with; members of enumerations may not.
    [[nodiscard]] bool isPlainInteger() const { return kind == Kind::Integer && enumeration == nullptr; }
    [[nodiscard]] bool isNumber() const { return isPlainInteger() || kind == Kind::Float; }
    /// "integer", "text", "zip::section", "integer[]": for messages.
    [[nodiscard]] std::string name() const;
};

}  // namespace octavo
