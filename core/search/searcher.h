#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/search/block_finder.h"
#include "core/search/search_query.h"

namespace octavo {

/// Which code a search runs on; the results are the same.
enum class SearchEngine : std::uint8_t {
    Best,      ///< what this processor does fastest
    Portable,  ///< neither vector instructions nor, but for UTF-8, code made at run time
};

/// How a query is made ready. The sizes are for tests: smaller ones make small data reach every border.
struct SearcherOptions {
    SearchEngine engine = SearchEngine::Best;
    ByteCount segment = ByteCount{1} << 20;     ///< bytes searched at once by one thread
    std::size_t places = std::size_t{8} << 10;  ///< tried by one call of a regular expression ...
    std::size_t ahead = std::size_t{4} << 10;   ///< ... and bytes behind them that it sees, at first
};

/// A query made ready to run. An immutable value, cheap to copy; any thread, several at once.
class Searcher {
public:
    /// For `findNext(snapshot, pattern, ...)`. Cost: O(pattern).
    Searcher(const Pattern& pattern);  // NOLINT(google-explicit-constructor)

    /// Malformed: `offset` is the index of the character in the query's text that does not fit, `detail` what
    /// was expected there. Unsupported: a query that is well-formed and cannot be served. LimitReached: too
    /// large.
    [[nodiscard]] static Result<Searcher> compile(const SearchQuery& query,
                                                  const SearcherOptions& options = {});

    /// One of several queries that cannot be compiled.
    struct ListError {
        std::size_t index = 0;
        Error error;
    };
    /// Several queries in one search; Match::pattern says whose match it is. Of each the matches do not
    /// overlap, of different ones they may. Errors as above. REQUIRES: at least one.
    [[nodiscard]] static tl::expected<Searcher, ListError> compileAll(std::span<const SearchQuery> queries,
                                                                      const SearcherOptions& options = {});

    /// The length of every match, when they all have the same.
    [[nodiscard]] std::optional<ByteCount> fixedLength() const;
    /// The names of the parts of a match, by their number: "" for those without; number 0 is all of it.
    /// Empty when the query knows no parts, and for several queries.
    [[nodiscard]] std::span<const std::string> captureNames() const { return *captureNames_; }

    /// One of the searches that together make up this one, for core/search itself.
    struct Part {
        std::shared_ptr<const BlockFinder> finder;
        std::uint32_t pattern = 0;  ///< Match::pattern of what it finds
        std::uint32_t form = 0;     ///< Match::form
    };
    [[nodiscard]] ByteCount segmentSize() const { return segmentSize_; }
    [[nodiscard]] std::span<const Part> parts() const { return parts_; }

private:
    Searcher() = default;

    std::vector<Part> parts_;
    ByteCount segmentSize_ = SearcherOptions{}.segment;
    std::shared_ptr<const std::vector<std::string>> captureNames_ =
        std::make_shared<const std::vector<std::string>>();
};

}  // namespace octavo
