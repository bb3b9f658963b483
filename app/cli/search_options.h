#pragma once

#include "app/cli/command_support.h"
#include "core/search/find.h"

namespace octavo {

/// What to look for, as find and replace are told.
struct SearchOptions {
    std::optional<std::string> hex;
    std::optional<std::string> text;
    std::optional<std::string> regex;
    std::optional<std::string> value;
    std::optional<std::string> run;
    std::optional<std::string> patternFile;
    std::vector<std::string> encodings;
    ByteOrder endian = ByteOrder::Little;
    std::uint64_t alignment = 1;
    bool ignoreCase = false;
    bool utf8 = false;
};

/// Returns the group of which one option must be given.
CLI::Option_group* addSearchOptions(CLI::App& command, SearchOptions& options);
/// --encoding, a list; every name is known.
void addEncodings(CLI::App& command, std::vector<std::string>& encodings, const std::string& about);

/// A searcher, and what its matches are called where several queries or encodings are in it.
struct NamedSearch {
    Searcher searcher;
    std::vector<std::string> patterns;  ///< by Match::pattern; empty for one query
    std::vector<std::string> forms;     ///< by Match::form; empty for one encoding
};
/// The error's detail names the option or the line of the file.
[[nodiscard]] Result<NamedSearch> searchFor(const SearchOptions& options);

/// The bytes that text stands for: in the one encoding given, else as they came.
[[nodiscard]] Result<std::vector<std::byte>> bytesOfText(const SearchOptions& options,
                                                         const std::string& text);

/// What a search that gave up is reported as.
[[nodiscard]] Error errorOf(const GivenUp& gaveUp);

}  // namespace octavo
