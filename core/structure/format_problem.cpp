#include "core/structure/format_problem.h"

namespace octavo {

const char* formatFaultName(FormatFault fault) {
    switch (fault) {
        case FormatFault::YamlSyntax:
            return "yaml-syntax";
        case FormatFault::YamlLimit:
            return "yaml-limit";
        case FormatFault::YamlAlias:
            return "yaml-alias";
        case FormatFault::DuplicateKey:
            return "duplicate-key";
        case FormatFault::Shape:
            return "shape";
        case FormatFault::UnknownKey:
            return "unknown-key";
        case FormatFault::KeyNotAllowed:
            return "key-not-allowed";
        case FormatFault::MissingKey:
            return "missing-key";
        case FormatFault::BadName:
            return "bad-name";
        case FormatFault::DuplicateName:
            return "duplicate-name";
        case FormatFault::BadVersion:
            return "bad-version";
        case FormatFault::ImportNotFound:
            return "import-not-found";
        case FormatFault::ImportFailed:
            return "import-failed";
        case FormatFault::ExpressionSyntax:
            return "expression-syntax";
        case FormatFault::UnknownType:
            return "unknown-type";
        case FormatFault::UnknownEnum:
            return "unknown-enum";
        case FormatFault::UnknownEnumMember:
            return "unknown-enum-member";
        case FormatFault::UnknownField:
            return "unknown-field";
        case FormatFault::UnknownMethod:
            return "unknown-method";
        case FormatFault::WrongType:
            return "wrong-type";
        case FormatFault::NotComparable:
            return "not-comparable";
        case FormatFault::WrongArguments:
            return "wrong-arguments";
        case FormatFault::NoByteOrder:
            return "no-byte-order";
        case FormatFault::NoEncoding:
            return "no-encoding";
        case FormatFault::UnknownEncoding:
            return "unknown-encoding";
        case FormatFault::EncodingSpelling:
            return "encoding-spelling";
        case FormatFault::NotFixedSize:
            return "not-fixed-size";
        case FormatFault::NameStyle:
            return "name-style";
        case FormatFault::TooDeep:
            return "too-deep";
    }
    return "unknown";
}

}  // namespace octavo
