#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/search/number_query.h"
#include "core/search/pattern.h"
#include "core/search/run_query.h"

namespace octavo {

/// \file What to look for, as values. Searcher::compile makes them ready to run; resources/manual/search.md
/// explains them to people.

/// The hex language: "DE ?? B? [00-1F] {4-16} (DE AD | BE EF)".
struct HexQuery {
    std::string text;

    friend bool operator==(const HexQuery&, const HexQuery&) = default;
};

/// A regular expression of PCRE2 over bytes. An empty match is no match: at every place the first way to
/// match that is not empty counts.
struct RegexQuery {
    std::string expression;      ///< bytes; UTF-8 when `utf8`
    bool ignoreCase = false;     ///< (?i); ASCII's letters, all of Unicode's with `utf8`
    bool dotMatchesAll = false;  ///< (?s): a dot matches line feeds too
    bool multiLine = false;      ///< (?m): ^ and $ match at every line feed, ^ behind the last one too
    bool extended = false;       ///< (?x): white space and comments in the expression are left out
    bool utf8 = false;           ///< characters are UTF-8, not bytes; bytes that are not match nothing

    friend bool operator==(const RegexQuery&, const RegexQuery&) = default;
};

/// How an encoding writes a character; nothing when it has none. For encodings that core does not know, the
/// window gives its own.
using CharacterEncoder = std::function<std::optional<std::vector<std::byte>>(char32_t)>;

enum class TextCase : std::uint8_t {
    Exact,
    Folded,  ///< by Unicode's full case folding: STRASSE and stra\u00DFe are the same
};

/// Text in one encoding, or in any of several. Those that cannot write it are left out when others can.
struct TextQuery {
    std::string utf8;
    TextCase textCase = TextCase::Exact;
    std::vector<CharacterEncoder> encodings;  ///< Match::form is an index of these
};

using SearchQuery =
    std::variant<Pattern, HexQuery, RegexQuery, TextQuery, NumberQuery, RunQuery, StringsQuery>;

}  // namespace octavo
