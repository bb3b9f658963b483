#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/base/byte_order.h"
#include "core/structure/encoding_codec.h"
#include "core/structure/expression.h"
#include "core/structure/field_time.h"
#include "core/structure/format_problem.h"

namespace octavo {

/// The model of a .ksy description, as its user guide defines it. Read by format_reader.h, names and types
/// filled in by format_resolver.h; immutable afterwards and safe to read from any thread.
struct Format;
struct FormatType;

/// An expression with the place it was written at, for messages.
struct FormatExpression {
    Expression root;
    TextMark mark;  ///< of the scalar it was written in
    std::string path;
    std::string source;    ///< the scalar's text
    bool isPlain = true;   ///< without quotes
    bool isBlock = false;  ///< behind | or >

    /// Where the byte with this index of `source` stands in the file.
    [[nodiscard]] TextMark markAt(std::size_t index) const;
};

/// The byte order of numbers that do not name their own.
struct FormatByteOrder {
    enum class Kind : std::uint8_t { None, Fixed, Switched, Inherited };

    struct Case {
        std::optional<FormatExpression> key;  ///< nothing: all others
        ByteOrder order = ByteOrder::Little;
    };

    Kind kind = Kind::None;
    ByteOrder order = ByteOrder::Little;  ///< when fixed
    FormatExpression on;                  ///< when switched
    std::vector<Case> cases;
};

struct FormatEnumMember {
    Int128 value = 0;
    std::string name;
    std::string doc;
};

struct FormatEnum {
    std::string name;
    std::string path;  ///< "zip::compression"
    TextMark mark;
    std::vector<FormatEnumMember> members;  ///< in the order of the description
    std::map<Int128, std::size_t> byValue;
    std::unordered_map<std::string, std::size_t> byName;

    [[nodiscard]] const FormatEnumMember* find(Int128 value) const;
    [[nodiscard]] const FormatEnumMember* find(const std::string& name) const;
};

/// How one item of a field is read.
struct ItemType {
    enum class Kind : std::uint8_t {
        None,  ///< of a `value` instance: nothing is read
        Integer,
        Float,
        Bits,
        Bytes,
        Text,
        Structure,
        Switch,
    };

    struct Case {
        std::optional<FormatExpression> key;  ///< nothing: all others
        std::unique_ptr<ItemType> type;
    };

    Kind kind = Kind::Bytes;
    std::uint8_t size = 0;  ///< bytes of a number
    bool isSigned = false;
    std::optional<ByteOrder> order;  ///< of a number or bits that say so themselves
    std::uint16_t bits = 0;          ///< of a bit field
    bool isBoolean = false;          ///< b1 without an enumeration
    bool isZeroTerminated = false;   ///< strz
    TypeReference reference;         ///< of a structure, as written
    std::vector<FormatExpression> arguments;
    const FormatType* structure = nullptr;  ///< nullptr: opaque, its code is not ours
    FormatExpression on;                    ///< of a switch
    std::vector<Case> cases;
    TextMark mark;
    std::string path;

    ItemType() = default;
    ItemType(ItemType&&) = default;
    ItemType& operator=(ItemType&&) = default;
};

struct FormatProcess {
    std::string name;  ///< "xor", "rol", "ror", "zlib", or one of the registry
    std::vector<FormatExpression> arguments;
    TextMark mark;
};

/// One condition of `valid`.
struct FormatCheck {
    enum class Kind : std::uint8_t { Equal, Minimum, Maximum, AnyOf, InEnum, Holds };

    Kind kind = Kind::Equal;
    std::vector<FormatExpression> operands;
};

enum class FieldRole : std::uint8_t { Parameter, Sequence, ValueInstance, ParseInstance };
enum class RepeatKind : std::uint8_t { None, ToEnd, Count, Until };

/// A parameter, a field of `seq`, or an instance.
struct FormatField {
    std::string name;
    FieldRole role = FieldRole::Sequence;
    TextMark mark;
    std::string path;
    std::string doc;
    std::string docRef;
    std::string representation;     ///< -webide-representation
    std::optional<FieldTime> time;  ///< -time

    ItemType item;
    std::string declaredType;  ///< of a parameter, as written
    DataType type;             ///< of the whole field; set by the resolver
    std::optional<FormatExpression> condition;

    RepeatKind repeat = RepeatKind::None;
    std::optional<FormatExpression> repeatCount;
    std::optional<FormatExpression> repeatUntil;

    std::optional<FormatExpression> size;
    bool sizeToEnd = false;
    std::vector<std::byte> terminator;  ///< empty: none
    bool includesTerminator = false;
    bool consumesTerminator = true;
    bool needsTerminator = true;  ///< eos-error
    std::optional<std::byte> padding;
    std::string encodingName;
    TextMark encodingMark;
    const EncodingCodec* encoding = nullptr;

    std::optional<FormatProcess> process;
    std::string enumName;
    TextMark enumMark;
    const FormatEnum* enumeration = nullptr;
    std::optional<FormatExpression> parent;
    bool hasNoParent = false;  ///< parent: false
    std::vector<FormatCheck> checks;

    std::optional<FormatExpression> value;
    std::optional<FormatExpression> position;
    std::optional<FormatExpression> stream;

    [[nodiscard]] bool isInstance() const { return role >= FieldRole::ValueInstance; }
    /// Whether a structure, or bytes and text, has a stretch of its own: `size`, `size-eos` or a terminator.
    [[nodiscard]] bool isDelimited() const {
        return size.has_value() || sizeToEnd || !terminator.empty() || process.has_value();
    }
};

struct FormatType {
    std::string name;
    std::string path;     ///< "zip::section"
    std::string keyPath;  ///< "/types/section"
    TextMark mark;
    Format* format = nullptr;
    FormatType* outer = nullptr;
    std::string doc;
    std::string docRef;
    std::string representation;

    FormatByteOrder byteOrder;
    std::optional<ByteOrder> bitOrder;  ///< nothing: that of the type around it
    std::string encodingName;
    TextMark encodingMark;

    std::vector<FormatField> fields;  ///< parameters, then `seq`, then instances
    std::size_t parameterCount = 0;
    std::size_t sequenceEnd = 0;  ///< index of the first instance
    std::unordered_map<std::string, std::size_t> fieldIndex;
    std::optional<FormatExpression> toText;

    std::vector<std::unique_ptr<FormatType>> types;
    std::vector<std::unique_ptr<FormatEnum>> enums;

    /// Set by the resolver: the types whose fields make structures of this one, and the bits of one when they
    /// are the same for all.
    std::vector<const FormatType*> parents;
    std::optional<std::uint64_t> fixedBits;
    bool isMeasured = false;

    [[nodiscard]] const FormatField* find(const std::string& fieldName) const;
    [[nodiscard]] FormatType* nested(std::string_view typeName) const;
    [[nodiscard]] FormatEnum* enumNamed(std::string_view enumName) const;
};

/// One .ksy file.
struct Format {
    struct Import {
        std::string name;
        TextMark mark;
        std::string path;
    };

    std::string file;  ///< the path it was read from
    std::string title;
    std::string application;
    std::string license;
    std::vector<std::string> extensions;
    std::vector<Import> imports;
    bool allowsOpaqueTypes = false;
    FormatType top;
};

/// A description with everything that it imports, resolved and checked. Immutable and shared.
struct FormatSet {
    std::vector<std::unique_ptr<Format>> formats;  ///< the first is the one that was asked for
    std::vector<FormatProblem> warnings;

    [[nodiscard]] const FormatType& root() const { return formats.front()->top; }
};

}  // namespace octavo
