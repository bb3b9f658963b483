#pragma once

#include <string>
#include <variant>

#include "core/search/pattern.h"

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

using SearchQuery = std::variant<Pattern, HexQuery, RegexQuery>;

}  // namespace octavo
