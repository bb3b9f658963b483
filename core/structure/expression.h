#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/integer.h"
#include "core/structure/data_type.h"
#include "core/structure/format_problem.h"

namespace octavo {

/// What an expression does with its children.
enum class ExpressionKind : std::uint8_t {
    Unread,  ///< it could not be parsed, which has been reported
    Integer,
    Float,
    Boolean,
    Text,
    Interpolation,  ///< f"…": children are the parts, each turned into text
    List,
    Name,           ///< `text`; what it names is found by the checker
    EnumMember,     ///< scope::text
    Member,         ///< child.text
    Call,           ///< child 0 . text ( the others )
    Subscript,      ///< child[child]
    Cast,           ///< child.as<scope>
    SizeOfType,     ///< sizeof<scope>, in bytes
    BitSizeOfType,  ///< bitsizeof<scope>
    Negate,
    Invert,
    Not,
    Multiply,
    Divide,
    Remainder,
    Add,
    Subtract,
    ShiftLeft,
    ShiftRight,
    BitAnd,
    BitXor,
    BitOr,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    And,
    Or,
    Conditional,  ///< child ? child : child
};

/// Names with a meaning of their own, and members that every value of a kind has; set by the checker.
enum class BuiltinName : std::uint8_t {
    None,
    Field,  ///< of a structure: `slot` of the type `structure`, or the one called `text`
    Root,
    Parent,
    Io,
    This,  ///< _ in `repeat-until` and `valid`, or _on in the cases of a switch
    Index,
    SizeOf,  ///< known when checked: `integer`
    Length,
    Reverse,
    Substring,
    ToInteger,
    ToText,
    First,
    Last,
    Smallest,
    Largest,
    Position,
    IsAtEnd,
};

/// An expression of the description language as a tree; a value. What follows `children` is filled in by the
/// checker (expression_checker.h), and is empty before.
struct Expression {
    ExpressionKind kind = ExpressionKind::Integer;
    std::uint32_t at = 0;  ///< index of its first byte in the text it was parsed from
    Int128 integer = 0;
    double number = 0;
    bool boolean = false;
    bool isArrayCast = false;        ///< .as<type[]>
    std::string text;                ///< UTF-8
    std::vector<std::string> scope;  ///< a::b in front of a member, or the name of a type
    std::vector<Expression> children;

    DataType type;
    BuiltinName builtin = BuiltinName::None;
    int slot = -1;  ///< index into the fields of `owner`
    const FormatType* owner = nullptr;
    std::shared_ptr<const std::vector<std::byte>> bytes;  ///< of a list that stands for bytes
    std::u16string text16;                                ///< `text`, ready to be used
};

/// What an expression could not be read at: `at` is the index of the byte, `subject` what is there,
/// `expected` what would have fitted.
struct ExpressionFault {
    std::uint32_t at = 0;
    FormatFault fault = FormatFault::ExpressionSyntax;
    std::string subject = {};
    std::string expected = {};
};

/// Reads the whole text as an expression. The grammar is that of the user guide of Kaitai Struct: from
/// loosest to tightest `? :`, or, and, not, comparisons (one, not chained), |, ^, &, shifts, + -, * / %,
/// unary + - ~, and what follows a value: .member, .method(…), [index]. Nested at most 100 deep.
[[nodiscard]] tl::expected<Expression, ExpressionFault> parseExpression(std::string_view text);

/// A type as a field names it: scope::name, with arguments in parentheses, and [] for an array.
struct TypeReference {
    std::vector<std::string> scope;  ///< the name is the last
    std::vector<Expression> arguments;
    bool isArray = false;

    [[nodiscard]] std::string name() const;
};
[[nodiscard]] tl::expected<TypeReference, ExpressionFault> parseTypeReference(std::string_view text);

/// name(arguments) or name, where the name may have dots: how `process` names its routine.
struct ProcessReference {
    std::string name;
    std::vector<Expression> arguments;
};
[[nodiscard]] tl::expected<ProcessReference, ExpressionFault> parseProcessReference(std::string_view text);

}  // namespace octavo
