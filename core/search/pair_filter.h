#pragma once

#include <cstddef>
#include <cstdint>

namespace octavo {

/// Two bytes of a pattern, by which places where it may fit are found.
struct BytePair {
    struct Probe {
        std::size_t index = 0;  ///< within the pattern
        std::byte value{};
        std::byte mask{};
    };
    Probe first;
    Probe second;
};

/// The least (forward) or greatest (backward) place p in [begin, end) where data[p + index] agrees with both
/// probes; `end` when there is none. REQUIRES: data[p + index] may be read for all of them. Cost: O(end -
/// begin).
using PairFilterFunction = std::size_t (*)(const BytePair& pair, const std::byte* data, std::size_t begin,
                                           std::size_t end);

/// One way of filtering; all ways give the same results.
struct PairFilter {
    PairFilterFunction forward;
    PairFilterFunction backward;
};

[[nodiscard]] PairFilter portablePairFilter();
/// What this processor does fastest.
[[nodiscard]] PairFilter bestPairFilter();

}  // namespace octavo
