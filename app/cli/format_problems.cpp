#include "app/cli/format_problems.h"

#include <fmt/format.h>

#include "app/cli/cli_status.h"

namespace octavo {

std::string sentenceFor(const FormatProblem& problem) {
    const std::string& subject = problem.subject;
    const std::string& expected = problem.expected;
    switch (problem.fault) {
        case FormatFault::YamlSyntax:
            return "this is not YAML: " + subject;
        case FormatFault::YamlLimit:
            return "more than " + expected;
        case FormatFault::YamlAlias:
            return "anchors and aliases are not allowed";
        case FormatFault::DuplicateKey:
            return fmt::format("the key {} is there twice", subject);
        case FormatFault::Shape:
            return fmt::format("expected {}, found {}", expected, subject);
        case FormatFault::UnknownKey:
            return fmt::format("unknown key {}; known here: {}", subject, expected);
        case FormatFault::KeyNotAllowed:
            return fmt::format("the key {} does not go with the others; allowed: {}", subject, expected);
        case FormatFault::MissingKey:
            return "missing: " + expected;
        case FormatFault::BadName:
            return fmt::format("'{}' is no name: small letters, digits and _, beginning with a letter",
                               subject);
        case FormatFault::DuplicateName:
            return fmt::format("the name {} is already used at {}", subject, expected);
        case FormatFault::BadVersion:
            return fmt::format("version {}: expected {}", subject, expected);
        case FormatFault::ImportNotFound:
            return fmt::format("the import {} is not to be found", subject);
        case FormatFault::ImportFailed:
            return "the file cannot be read";
        case FormatFault::ExpressionSyntax: {
            const bool isSign =
                subject.starts_with("&&") || subject.starts_with("||") || subject.starts_with("!");
            const char* hint = subject.starts_with("&&")   ? "; did you mean 'and'?"
                               : subject.starts_with("||") ? "; did you mean 'or'?"
                                                           : "; did you mean 'not'?";
            return fmt::format(
                "expected {} {}{}", expected,
                subject.empty() ? std::string("at the end") : fmt::format("instead of '{}'", subject),
                isSign ? hint : "");
        }
        case FormatFault::UnknownType:
            return fmt::format("there is no type {}", subject);
        case FormatFault::UnknownEnum:
            return fmt::format("there is no enumeration {}", subject);
        case FormatFault::UnknownEnumMember:
            return fmt::format("the enumeration {} has no member {}", expected, subject);
        case FormatFault::UnknownField:
            return fmt::format("{} has no field {}", expected, subject);
        case FormatFault::UnknownMethod:
            return fmt::format("{} has no {}", expected, subject);
        case FormatFault::WrongType:
            return fmt::format("expected {}, this is {}", expected, subject);
        case FormatFault::NotComparable:
            return fmt::format("{} cannot be compared with {}", subject, expected);
        case FormatFault::WrongArguments:
            return fmt::format("expected {}, found {}", expected, subject);
        case FormatFault::NoByteOrder:
            return fmt::format("{} needs a byte order: le or be behind it, or meta/endian", subject);
        case FormatFault::NoEncoding:
            return "text needs an encoding: encoding, or meta/encoding";
        case FormatFault::UnknownEncoding:
            return fmt::format("the encoding {} is not known", subject);
        case FormatFault::EncodingSpelling:
            return fmt::format("the encoding {} is usually written {}", subject, expected);
        case FormatFault::NotFixedSize:
            return fmt::format("the size of {} depends on the data", subject);
        case FormatFault::NameStyle:
            return fmt::format("{} is usually called {}", subject, expected);
        case FormatFault::TooDeep:
            return "the expression is nested too deeply";
    }
    return subject;
}

void noteProblems(const std::vector<FormatProblem>& problems) {
    for (const FormatProblem& problem : problems) {
        const bool isWarning = problem.severity == FormatProblem::Severity::Warning;
        note(fmt::format("{}:{}:{}", problem.file, problem.mark.line, problem.mark.column),
             fmt::format("{}{}{}", isWarning ? "warning: " : "", sentenceFor(problem),
                         problem.path.empty() ? "" : " (" + problem.path + ")"));
    }
}

}  // namespace octavo
