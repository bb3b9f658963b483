#pragma once

#include <cstdint>
#include <string>
#include <tl/expected.hpp>
#include <vector>

namespace octavo {

/// Where something stands in the text of a description; both count from 1, columns in bytes.
struct TextMark {
    std::uint32_t line = 1;
    std::uint32_t column = 1;

    friend bool operator==(TextMark, TextMark) = default;
};

/// What is wrong with a format description, as a code. `subject` is the text concerned and `expected` what
/// would have been right; what they are for each code is said beside it.
enum class FormatFault : std::uint8_t {
    YamlSyntax,        ///< subject: what the YAML reader said
    YamlLimit,         ///< expected: "4 MiB", "64 levels", "200000 nodes"
    YamlAlias,         ///< anchors and aliases are refused
    DuplicateKey,      ///< subject: the key
    Shape,             ///< subject: what is there; expected: "map", "list", "text", "boolean", "integer", …
    UnknownKey,        ///< subject: the key; expected: those that may stand there
    KeyNotAllowed,     ///< subject: a known key that does not go with the others; expected: those that may
    MissingKey,        ///< expected: the key
    BadName,           ///< subject: the name
    DuplicateName,     ///< subject: the name; expected: the path of the first
    BadVersion,        ///< subject: the version; expected: "X.Y or X.Y.Z", or the oldest or newest that goes
    ImportNotFound,    ///< subject: the import
    ImportFailed,      ///< subject: the file that could not be read
    ExpressionSyntax,  ///< subject: what stands there; expected: what could have
    UnknownType,       ///< subject: the name
    UnknownEnum,       ///< subject: the name
    UnknownEnumMember,  ///< subject: the member; expected: the enumeration
    UnknownField,       ///< subject: the name; expected: the type it was looked for in
    UnknownMethod,      ///< subject: the name; expected: the type of the value it was called on
    WrongType,          ///< subject: the type that is there; expected: the type that is wanted
    NotComparable,      ///< subject, expected: the two types
    WrongArguments,     ///< subject: how many or which are there; expected: what is wanted
    NoByteOrder,        ///< subject: the type that needs one
    NoEncoding,         ///< a text without an encoding
    UnknownEncoding,    ///< subject: the encoding (a warning)
    EncodingSpelling,   ///< subject: the encoding; expected: its usual name (a warning)
    NotFixedSize,       ///< subject: the type or field of which the size was asked
    NameStyle,          ///< subject: the name; expected: the usual one (a warning)
    TooDeep,            ///< an expression is nested too deeply
};

/// One thing that is wrong with a description, and where.
struct FormatProblem {
    enum class Severity : std::uint8_t { Error, Warning };

    FormatFault fault = FormatFault::YamlSyntax;
    Severity severity = Severity::Error;
    std::string file;  ///< as it was named or found
    std::string path;  ///< keys and indices from the top, "/seq/0/type"; empty where there is no tree yet
    TextMark mark;
    std::string subject;
    std::string expected;

    friend bool operator==(const FormatProblem&, const FormatProblem&) = default;
};

/// The fault's name in this file, for the command line and for tests. Never empty.
[[nodiscard]] const char* formatFaultName(FormatFault fault);

template <typename T>
using FormatResult = tl::expected<T, FormatProblem>;

}  // namespace octavo
