#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/search/pattern.h"

namespace octavo {

/// Finds a Pattern in one block of memory. Immutable; any thread.
///
/// The plan:
///  1. Two positions of the pattern are chosen whose bytes are rarest in ordinary files and differ from each
///  other.
///  2. A filter walks the block comparing only those two, a vector register at a time where the processor
///  can;
///     the portable filter does the same with memchr (or a plain loop when the rarest byte is masked).
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
    struct Probe {
        std::size_t index = 0;  // within the pattern
        std::byte value{};
        std::byte mask{};
    };
    void chooseProbes();
    [[nodiscard]] bool matchesAt(const std::byte* at) const;
    [[nodiscard]] std::size_t nextCandidate(const std::byte* data, std::size_t from, std::size_t end) const;
    [[nodiscard]] std::size_t previousCandidate(const std::byte* data, std::size_t end) const;
    [[nodiscard]] std::optional<std::size_t> findByAutomaton(std::span<const std::byte> block,
                                                             std::size_t from) const;
    [[nodiscard]] std::optional<std::size_t> findLastByAutomaton(std::span<const std::byte> block) const;

    Pattern pattern_;
    Probe first_;
    Probe second_;
    bool usesAvx2_ = false;
    bool usesSse2_ = false;
    std::vector<std::uint32_t> borders_;  // KMP's failure function; empty for masked patterns
};

}  // namespace octavo
