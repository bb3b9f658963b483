#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/search/pair_filter.h"
#include "core/search/pattern.h"

namespace octavo {

/// Finds a Pattern in one block of memory. Immutable; any thread.
///
/// The plan:
///  1. Two positions of the pattern are chosen whose bytes are rarest in ordinary files and differ from each
///  other.
///  2. A filter walks the block comparing only those two (pair_filter.h): a vector register at a time where
///  the
///     processor can, else with memchr, or with a plain loop when the rarest byte is masked.
///  3. Where both fit, the whole pattern is compared.
///  4. When comparing costs more than walking (data made of near-misses), a literal pattern goes on with
///     Knuth, Morris and Pratt's automaton, so that the cost stays O(block) whatever the data.
///     A masked pattern has no such way out; it costs O(block x size / 8) at worst.
class Matcher {
public:
    enum class Engine : std::uint8_t {
        Best,      ///< what this processor does fastest
        Portable,  ///< no vector instructions; same results, for other processors and for tests
    };

    explicit Matcher(Pattern pattern, Engine engine = Engine::Best);

    [[nodiscard]] const Pattern& pattern() const { return pattern_; }

    /// The index of the first match that begins at `from` or later and lies wholly inside the block.
    [[nodiscard]] std::optional<std::size_t> findFirst(std::span<const std::byte> block,
                                                       std::size_t from = 0) const;
    /// The index of the last match that lies wholly inside the block.
    [[nodiscard]] std::optional<std::size_t> findLast(std::span<const std::byte> block) const;

private:
    [[nodiscard]] bool matchesAt(const std::byte* place) const;
    [[nodiscard]] std::optional<std::size_t> firstByAutomaton(std::span<const std::byte> block,
                                                              std::size_t from) const;
    [[nodiscard]] std::optional<std::size_t> lastByAutomaton(std::span<const std::byte> block) const;

    Pattern pattern_;
    BytePair pair_;
    PairFilter filter_;
    std::vector<std::uint32_t> borders_;  // of each prefix, the longest proper prefix that is also its
                                          // suffix; empty for masked patterns
};

/// How often the filter stops in ordinary data for such a pattern, a byte: between 0 and 1.
[[nodiscard]] double expectedRate(const Pattern& pattern);

}  // namespace octavo
