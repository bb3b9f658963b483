#include "ui/structure/structure_messages.h"

#include <QCoreApplication>

namespace octavo {

namespace {

struct StructureMessages {
    Q_DECLARE_TR_FUNCTIONS(octavo::StructureMessages)
};

QString text(const std::string& utf8) {
    return QString::fromStdString(utf8);
}

}  // namespace

QString messageFor(const StructureError& error) {
    const QString detail = text(error.detail);
    switch (error.fault) {
        case StructureFault::EndOfData:
            return detail.isEmpty()
                       ? StructureMessages::tr("The data ends before it.")
                       : StructureMessages::tr("The data ends before it: %1 bytes are not left.").arg(detail);
        case StructureFault::NoTerminator:
            return StructureMessages::tr("Its terminator is not there.");
        case StructureFault::NotEqual:
            return StructureMessages::tr("Not the value it must have.");
        case StructureFault::TooSmall:
            return StructureMessages::tr("Smaller than it may be.");
        case StructureFault::TooLarge:
            return StructureMessages::tr("Larger than it may be.");
        case StructureFault::NotAnyOf:
            return StructureMessages::tr("None of the values it may have.");
        case StructureFault::NotInEnum:
            return StructureMessages::tr("Not a member of its enumeration.");
        case StructureFault::NotHeld:
            return StructureMessages::tr("Its condition does not hold.");
        case StructureFault::NoByteOrder:
            return StructureMessages::tr("Its byte order is not known.");
        case StructureFault::NegativeSize:
            return StructureMessages::tr("Its size is negative: %1.").arg(detail);
        case StructureFault::NegativePosition:
            return StructureMessages::tr("Its position is negative: %1.").arg(detail);
        case StructureFault::BadIndex:
            return StructureMessages::tr("There is no item %1.").arg(detail);
        case StructureFault::Missing:
            return detail.isEmpty() ? StructureMessages::tr("What it needs has no value.")
                                    : StructureMessages::tr("%1 has no value.").arg(detail);
        case StructureFault::DivisionByZero:
            return StructureMessages::tr("A division by zero.");
        case StructureFault::Conversion:
            return StructureMessages::tr("“%1” is no such number.").arg(detail);
        case StructureFault::UnknownEncoding:
            return StructureMessages::tr("The encoding %1 is not known.").arg(detail);
        case StructureFault::ProcessFailed:
            return StructureMessages::tr("Its bytes cannot be decoded.");
        case StructureFault::MissingCode:
            return StructureMessages::tr("%1 is described elsewhere.").arg(detail);
        case StructureFault::TooDeep:
            return detail.isEmpty() ? StructureMessages::tr("Structures are nested too deeply.")
                                    : StructureMessages::tr("%1 needs itself.").arg(detail);
        case StructureFault::Overflow:
            return StructureMessages::tr("A number is too large.");
        case StructureFault::Unreadable:
            return StructureMessages::tr("The file could not be read there.");
        case StructureFault::LimitReached:
            return StructureMessages::tr("There is more than the limit allows.");
        case StructureFault::NoProgress:
            return StructureMessages::tr("Its items take no bytes, so there would be no end of them.");
        case StructureFault::Stopped:
            return StructureMessages::tr("Reading was stopped here.");
        case StructureFault::WrongKind:
            return StructureMessages::tr("A value is of another kind than needed.");
    }
    return detail;
}

QString messageFor(const FormatProblem& problem) {
    const QString subject = text(problem.subject);
    const QString expected = text(problem.expected);
    switch (problem.fault) {
        case FormatFault::YamlSyntax:
            return StructureMessages::tr("This is not YAML: %1.").arg(subject);
        case FormatFault::YamlLimit:
            return StructureMessages::tr("More than %1.").arg(expected);
        case FormatFault::YamlAlias:
            return StructureMessages::tr("Anchors and aliases are not allowed.");
        case FormatFault::DuplicateKey:
            return StructureMessages::tr("The key %1 is there twice.").arg(subject);
        case FormatFault::Shape:
            return StructureMessages::tr("Expected %1, found %2.").arg(expected, subject);
        case FormatFault::UnknownKey:
            return StructureMessages::tr("Unknown key %1. Known here: %2.").arg(subject, expected);
        case FormatFault::KeyNotAllowed:
            return StructureMessages::tr("The key %1 does not go with the others. Allowed: %2.")
                .arg(subject, expected);
        case FormatFault::MissingKey:
            return StructureMessages::tr("Missing: %1.").arg(expected);
        case FormatFault::BadName:
            return StructureMessages::tr(
                       "“%1” is no name: small letters, digits and _, beginning with a letter.")
                .arg(subject);
        case FormatFault::DuplicateName:
            return StructureMessages::tr("The name %1 is already used at %2.").arg(subject, expected);
        case FormatFault::BadVersion:
            return StructureMessages::tr("Version %1: expected %2.").arg(subject, expected);
        case FormatFault::ImportNotFound:
            return StructureMessages::tr("The import %1 is not to be found.").arg(subject);
        case FormatFault::ImportFailed:
            return StructureMessages::tr("The file cannot be read.");
        case FormatFault::ExpressionSyntax:
            return subject.isEmpty()
                       ? StructureMessages::tr("Expected %1 at the end.").arg(expected)
                       : StructureMessages::tr("Expected %1 instead of “%2”.").arg(expected, subject);
        case FormatFault::UnknownType:
            return StructureMessages::tr("There is no type %1.").arg(subject);
        case FormatFault::UnknownEnum:
            return StructureMessages::tr("There is no enumeration %1.").arg(subject);
        case FormatFault::UnknownEnumMember:
            return StructureMessages::tr("The enumeration %1 has no member %2.").arg(expected, subject);
        case FormatFault::UnknownField:
            return StructureMessages::tr("%1 has no field %2.").arg(expected, subject);
        case FormatFault::UnknownMethod:
            return StructureMessages::tr("%1 has no %2.").arg(expected, subject);
        case FormatFault::WrongType:
            return StructureMessages::tr("Expected %1, this is %2.").arg(expected, subject);
        case FormatFault::NotComparable:
            return StructureMessages::tr("%1 cannot be compared with %2.").arg(subject, expected);
        case FormatFault::WrongArguments:
            return StructureMessages::tr("Expected %1, found %2.").arg(expected, subject);
        case FormatFault::NoByteOrder:
            return StructureMessages::tr("%1 needs a byte order: le or be behind it, or meta/endian.")
                .arg(subject);
        case FormatFault::NoEncoding:
            return StructureMessages::tr("Text needs an encoding: encoding, or meta/encoding.");
        case FormatFault::UnknownEncoding:
            return StructureMessages::tr("The encoding %1 is not known.").arg(subject);
        case FormatFault::EncodingSpelling:
            return StructureMessages::tr("The encoding %1 is usually written %2.").arg(subject, expected);
        case FormatFault::NotFixedSize:
            return StructureMessages::tr("The size of %1 depends on the data.").arg(subject);
        case FormatFault::NameStyle:
            return StructureMessages::tr("%1 is usually called %2.").arg(subject, expected);
        case FormatFault::TooDeep:
            return StructureMessages::tr("The expression is nested too deeply.");
    }
    return subject;
}

}  // namespace octavo
