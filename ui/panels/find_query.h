#pragma once

#include <vector>

#include <QString>

#include "core/base/result.h"
#include "core/search/pattern.h"

namespace octavo {

/// What a person typed into the find bar. A value.
struct FindQuery {
    enum class Kind { Hex, Text };
    enum class CaseRule { Exact, Ignore };

    Kind kind = Kind::Hex;
    QString text;
    QString encoding;  ///< a name from textEncodings(); only for Kind::Text
    CaseRule letterCase = CaseRule::Exact;

    friend bool operator==(const FindQuery&, const FindQuery&) = default;
};

/// The pattern to look for. Malformed: `offset` is the index of the character that is no hex digit, or
/// nothing was typed. Unsupported: the encoding lacks a character of the text.
[[nodiscard]] Result<Pattern> patternOf(const FindQuery& query);

/// The bytes that text of that kind stands for, to put in a match's place; none for no text. Errors as above;
/// `??` is Malformed here.
[[nodiscard]] Result<std::vector<std::byte>> bytesOf(const FindQuery& query);

/// True when "A" in that encoding is the byte (or wider unit) 41, so that letter case can be ignored.
[[nodiscard]] bool writesLettersAsAscii(const QString& encoding);

/// One sentence for such an error.
[[nodiscard]] QString queryProblem(const Error& error, const FindQuery& query);

}  // namespace octavo
