#pragma once

#include <variant>
#include <vector>

#include <QString>

#include "core/base/byte_order.h"
#include "core/base/result.h"
#include "core/search/find.h"
#include "core/search/replacement_template.h"

namespace octavo {

/// What a person typed into the find bar. A value.
struct FindQuery {
    enum class Kind { Hex, Text, Number, Regex, Run };
    enum class CaseRule { Exact, Ignore };

    Kind kind = Kind::Hex;
    QString text{};
    QString encoding{};  ///< a name from textEncodings(), or kEveryUnicode; only for Kind::Text
    CaseRule letterCase = CaseRule::Exact;  ///< only for Kind::Text and Kind::Regex
    QString numberType{};                   ///< "u8" ... "f64"; only for Kind::Number
    ByteOrder order = ByteOrder::Little;    ///< only for Kind::Number

    friend bool operator==(const FindQuery&, const FindQuery&) = default;
};

/// Stands for UTF-8, both UTF-16 and Latin-1 at once.
inline constexpr QStringView kEveryUnicode = u"*";
/// The types of numbers that can be looked for, as FindQuery names them.
[[nodiscard]] const QStringList& numberTypes();

/// The query without what does not count for its kind: two that look for the same are equal.
[[nodiscard]] FindQuery essential(const FindQuery& query);

/// Ready to run. Malformed: `offset` is the index of the character that does not fit, `detail` what was
/// expected, or nothing was typed. Unsupported: the encoding lacks a character of the text. LimitReached: too
/// large an expression.
[[nodiscard]] Result<Searcher> searcherOf(const FindQuery& query);

/// One search for all of these: Match::pattern counts them. Errors of the first that has one. REQUIRES: at
/// least one.
[[nodiscard]] Result<Searcher> searcherOf(const std::vector<FindQuery>& queries);

/// The bytes that text of that kind stands for, to put in a match's place; none for no text. Errors as above;
/// `??` is Malformed here, and so is a range of numbers.
[[nodiscard]] Result<std::vector<std::byte>> bytesOf(const FindQuery& query);

/// What was typed to come in the place of matches.
using TypedReplacement = std::variant<std::vector<std::byte>, ReplacementTemplate>;
/// Of a query with the replacement for its text: a template for Kind::Regex, else bytes. Errors as for
/// bytesOf(), or as ReplacementTemplate::parse tells.
[[nodiscard]] Result<TypedReplacement> replacementOf(const FindQuery& replacing, const Searcher& searcher);

/// One sentence for an error of replacementOf().
[[nodiscard]] QString replacementProblem(const Error& error, const FindQuery& replacing);

/// One sentence for an error of searcherOf() or bytesOf().
[[nodiscard]] QString queryProblem(const Error& error, const FindQuery& query);

/// Where and why a search was given up, in one sentence.
[[nodiscard]] QString givenUpText(const GivenUp& gaveUp);

/// What it looks for, in a few words: "DE AD ??", "“text” in UTF-8".
[[nodiscard]] QString describe(const FindQuery& query);

}  // namespace octavo
