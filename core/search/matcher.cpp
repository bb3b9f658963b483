#include "core/search/matcher.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <limits>
#include <utility>

#include "core/base/contracts.h"

namespace octavo {

namespace {

/// How many of 65536 bytes have each value: measured over programs, libraries and sources, levelled a little
/// for compressed data.
constexpr std::array<std::uint32_t, 256> kFrequency{
    12363, 770, 335, 275, 324, 282, 155, 174, 535, 147, 376, 118, 148,  150, 304, 925,  364, 129,  180, 90,
    114,   123, 79,  75,  237, 73,  71,  71,  88,  77,  73,  283, 1850, 86,  94,  133,  829, 150,  74,  83,
    361,   293, 209, 87,  213, 159, 168, 133, 272, 375, 129, 105, 119,  188, 90,  90,   172, 220,  100, 134,
    124,   167, 84,  73,  233, 663, 207, 268, 526, 476, 149, 155, 2138, 476, 92,  128,  614, 213,  255, 233,
    307,   88,  210, 447, 332, 180, 115, 99,  166, 86,  92,  130, 141,  143, 85,  928,  123, 493,  161, 489,
    445,   986, 510, 209, 293, 581, 73,  206, 401, 238, 616, 525, 387,  73,  539, 642,  971, 370,  159, 130,
    196,   176, 77,  90,  156, 100, 96,  83,  213, 103, 70,  445, 365,  398, 85,  79,   119, 1129, 68,  816,
    88,    562, 77,  71,  164, 58,  63,  67,  87,  69,  58,  60,  86,   57,  56,  56,   66,  58,   56,  57,
    97,    57,  56,  64,  70,  58,  56,  55,  85,  56,  60,  60,  67,   58,  55,  63,   94,  59,   59,  61,
    79,    65,  119, 73,  121, 80,  114, 68,  88,  71,  120, 100, 381,  170, 115, 209,  133, 101,  137, 223,
    106,   105, 73,  61,  67,  65,  68,  65,  145, 83,  116, 74,  67,   69,  71,  67,   111, 72,   70,  91,
    64,    65,  81,  144, 142, 77,  87,  67,  80,  72,  87,  99,  614,  250, 87,  147,  113, 94,   95,  133,
    134,   76,  108, 105, 85,  83,  148, 120, 187, 112, 128, 132, 128,  158, 230, 1848,
};

/// How often a byte of ordinary data agrees with this byte of a pattern, in 65536ths.
std::uint32_t frequencyOf(std::byte value, std::byte mask) {
    std::uint32_t sum = 0;
    for (std::size_t i = 0; i < kFrequency.size(); ++i) {
        if ((static_cast<std::byte>(i) & mask) == value)
            sum += kFrequency[i];
    }
    return sum;
}

BytePair choosePair(const Pattern& pattern) {
    const auto values = pattern.values();
    const auto masks = pattern.masks();
    const std::size_t size = std::min<std::size_t>(pattern.size(), 4096);
    std::vector<std::uint32_t> frequency(size);
    for (std::size_t i = 0; i < size; ++i)
        frequency[i] = frequencyOf(values[i], masks[i]);
    const auto probe = [&](std::size_t i) { return BytePair::Probe{i, values[i], masks[i]}; };

    const auto rarest = std::min_element(frequency.begin(), frequency.end());
    const auto first = static_cast<std::size_t>(rarest - frequency.begin());
    std::size_t second = first;
    std::uint64_t best = std::numeric_limits<std::uint64_t>::max();
    for (std::size_t i = 0; i < size; ++i) {
        // The same value again says little: in runs both agree or neither.
        const bool isSame = values[i] == values[first] && masks[i] == masks[first];
        const std::uint64_t cost = frequency[i] + (isSame ? std::uint64_t{65536} : 0);
        if (i != first && cost < best) {
            best = cost;
            second = i;
        }
    }
    return {probe(first), probe(second)};
}

double shareOf(const BytePair::Probe& probe) {
    return frequencyOf(probe.value, probe.mask) / 65536.0;
}

std::vector<std::uint32_t> bordersOf(std::span<const std::byte> pattern) {
    std::vector<std::uint32_t> borders(pattern.size() + 1, 0);
    std::uint32_t length = 0;
    for (std::size_t i = 1; i < pattern.size(); ++i) {
        while (length > 0 && pattern[i] != pattern[length])
            length = borders[length];
        if (pattern[i] == pattern[length])
            ++length;
        borders[i + 1] = length;
    }
    return borders;
}

/// Notices when comparing has cost more than the automaton would have, counted in rough processor cycles.
class NearMisses {
public:
    explicit NearMisses(std::size_t patternSize) : costOfOne_(16 + patternSize / 16) {}

    /// Adds a near-miss; true when there are too many for the bytes walked so far.
    [[nodiscard]] bool add(std::size_t walked) {
        cost_ += costOfOne_;
        return cost_ > 4 * walked + 4096;
    }

private:
    std::size_t costOfOne_;
    std::size_t cost_ = 0;
};

}  // namespace

Matcher::Matcher(Pattern pattern, Engine engine)
    : pattern_(std::move(pattern)),
      pair_(choosePair(pattern_)),
      filter_(engine == Engine::Best ? bestPairFilter() : portablePairFilter()) {
    OCTAVO_EXPECTS(pattern_.size() < std::numeric_limits<std::uint32_t>::max());
    if (pattern_.isLiteral())
        borders_ = bordersOf(pattern_.values());
}

std::optional<std::size_t> Matcher::findFirst(std::span<const std::byte> block, std::size_t from) const {
    if (block.size() < pattern_.size())
        return std::nullopt;
    const std::size_t end = block.size() - pattern_.size() + 1;
    NearMisses misses(pattern_.size());
    for (std::size_t place = from; place < end; ++place) {
        place = filter_.forward(pair_, block.data(), place, end);
        if (place == end)
            break;
        if (matchesAt(block.data() + place))
            return place;
        if (misses.add(place - from) && !borders_.empty())
            return firstByAutomaton(block, place + 1);
    }
    return std::nullopt;
}

std::optional<std::size_t> Matcher::findLast(std::span<const std::byte> block) const {
    if (block.size() < pattern_.size())
        return std::nullopt;
    const std::size_t places = block.size() - pattern_.size() + 1;
    NearMisses misses(pattern_.size());
    for (std::size_t end = places; end > 0;) {
        const std::size_t place = filter_.backward(pair_, block.data(), 0, end);
        if (place == end)
            break;
        if (matchesAt(block.data() + place))
            return place;
        if (misses.add(places - place) && !borders_.empty())
            return lastByAutomaton(block.first(place + pattern_.size() - 1));
        end = place;
    }
    return std::nullopt;
}

bool Matcher::matchesAt(const std::byte* place) const {
    const std::byte* values = pattern_.values().data();
    const std::size_t size = pattern_.size();
    if (pattern_.isLiteral())
        return std::memcmp(place, values, size) == 0;
    const std::byte* masks = pattern_.masks().data();
    std::size_t i = 0;
    for (; i + sizeof(std::uint64_t) <= size; i += sizeof(std::uint64_t)) {
        std::uint64_t word = 0;
        std::uint64_t value = 0;
        std::uint64_t mask = 0;
        std::memcpy(&word, place + i, sizeof word);
        std::memcpy(&value, values + i, sizeof value);
        std::memcpy(&mask, masks + i, sizeof mask);
        if ((word & mask) != value)
            return false;
    }
    for (; i < size; ++i) {
        if ((place[i] & masks[i]) != values[i])
            return false;
    }
    return true;
}

std::optional<std::size_t> Matcher::firstByAutomaton(std::span<const std::byte> block,
                                                     std::size_t from) const {
    const auto values = pattern_.values();
    std::size_t matched = 0;
    for (std::size_t i = from; i < block.size(); ++i) {
        while (matched > 0 && block[i] != values[matched])
            matched = borders_[matched];
        if (block[i] == values[matched])
            ++matched;
        if (matched == values.size())
            return i + 1 - matched;
    }
    return std::nullopt;
}

std::optional<std::size_t> Matcher::lastByAutomaton(std::span<const std::byte> block) const {
    const auto values = pattern_.values();
    std::optional<std::size_t> last;
    std::size_t matched = 0;
    for (std::size_t i = 0; i < block.size(); ++i) {
        while (matched > 0 && block[i] != values[matched])
            matched = borders_[matched];
        if (block[i] == values[matched])
            ++matched;
        if (matched == values.size()) {
            last = i + 1 - matched;
            matched = borders_[matched];
        }
    }
    return last;
}

double expectedRate(const Pattern& pattern) {
    const BytePair pair = choosePair(pattern);
    const double share = shareOf(pair.first);
    return pair.first.index == pair.second.index ? share : share * shareOf(pair.second);
}

}  // namespace octavo
