#include "core/search/pair_filter.h"

#include <bit>
#include <cstring>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace octavo {

namespace {

bool fits(const BytePair::Probe& probe, const std::byte* place) {
    return (place[probe.index] & probe.mask) == probe.value;
}

bool fitsBoth(const BytePair& pair, const std::byte* place) {
    return fits(pair.first, place) && fits(pair.second, place);
}

std::size_t forwardPortable(const BytePair& pair, const std::byte* data, std::size_t begin, std::size_t end) {
    const BytePair::Probe& probe = pair.first;
    if (probe.mask != std::byte{0xFF}) {
        while (begin < end && !fitsBoth(pair, data + begin))
            ++begin;
        return begin;
    }
    while (begin < end) {
        const std::byte* start = data + begin + probe.index;
        const void* hit = std::memchr(start, std::to_integer<int>(probe.value), end - begin);
        if (hit == nullptr)
            return end;
        begin += static_cast<std::size_t>(static_cast<const std::byte*>(hit) - start);
        if (fits(pair.second, data + begin))
            return begin;
        ++begin;
    }
    return end;
}

std::size_t backwardPortable(const BytePair& pair, const std::byte* data, std::size_t begin,
                             std::size_t end) {
    for (std::size_t place = end; place > begin; --place) {
        if (fitsBoth(pair, data + place - 1))
            return place - 1;
    }
    return end;
}

#if defined(__x86_64__)

constexpr std::size_t kLane = 32;
/// The processor's own prefetching stops at the end of each page of memory; this goes on.
constexpr std::size_t kAhead = 4096;

struct Probes256 {
    const std::byte* first;  // data + index of the first probe
    const std::byte* second;
    __m256i firstValue;
    __m256i firstMask;
    __m256i secondValue;
    __m256i secondMask;
};

__attribute__((target("avx2"))) inline __m256i broadcast(std::byte value) {
    return _mm256_set1_epi8(std::bit_cast<char>(value));
}

__attribute__((target("avx2"))) inline Probes256 probesOf(const BytePair& pair, const std::byte* data) {
    return {data + pair.first.index,    data + pair.second.index,     broadcast(pair.first.value),
            broadcast(pair.first.mask), broadcast(pair.second.value), broadcast(pair.second.mask)};
}

__attribute__((target("avx2"))) inline __m256i load(const std::byte* at) {
    return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(at));
}

/// Two lines of the cache; an address beyond the data does no harm.
inline void prefetch(const std::byte* at) {
    _mm_prefetch(reinterpret_cast<const char*>(at), _MM_HINT_T0);
    _mm_prefetch(reinterpret_cast<const char*>(at) + 64, _MM_HINT_T0);
}

/// All bits set in the lanes of the places p, p + 1 ... p + 31 where both probes agree.
__attribute__((target("avx2"))) inline __m256i agreeAt(const Probes256& probes, std::size_t place) {
    const __m256i first = _mm256_and_si256(load(probes.first + place), probes.firstMask);
    const __m256i second = _mm256_and_si256(load(probes.second + place), probes.secondMask);
    return _mm256_and_si256(_mm256_cmpeq_epi8(first, probes.firstValue),
                            _mm256_cmpeq_epi8(second, probes.secondValue));
}

__attribute__((target("avx2"))) inline std::uint32_t bitsOf(__m256i lanes) {
    return static_cast<std::uint32_t>(_mm256_movemask_epi8(lanes));
}

__attribute__((target("avx2"))) std::size_t forwardAvx2(const BytePair& pair, const std::byte* data,
                                                        std::size_t begin, std::size_t end) {
    const Probes256 probes = probesOf(pair, data);
    std::size_t place = begin;
    for (; end - place >= 4 * kLane; place += 4 * kLane) {
        prefetch(probes.first + place + kAhead);
        const __m256i a = agreeAt(probes, place);
        const __m256i b = agreeAt(probes, place + kLane);
        const __m256i c = agreeAt(probes, place + 2 * kLane);
        const __m256i d = agreeAt(probes, place + 3 * kLane);
        if (bitsOf(_mm256_or_si256(_mm256_or_si256(a, b), _mm256_or_si256(c, d))) == 0)
            continue;
        const std::uint64_t low = bitsOf(a) | std::uint64_t{bitsOf(b)} << 32;
        const std::uint64_t high = bitsOf(c) | std::uint64_t{bitsOf(d)} << 32;
        return place +
               static_cast<std::size_t>(low != 0 ? std::countr_zero(low) : 64 + std::countr_zero(high));
    }
    for (; end - place >= kLane; place += kLane) {
        if (const std::uint32_t bits = bitsOf(agreeAt(probes, place)); bits != 0)
            return place + static_cast<std::size_t>(std::countr_zero(bits));
    }
    return forwardPortable(pair, data, place, end);
}

__attribute__((target("avx2"))) std::size_t backwardAvx2(const BytePair& pair, const std::byte* data,
                                                         std::size_t begin, std::size_t end) {
    const Probes256 probes = probesOf(pair, data);
    std::size_t place = end;  // everything from here to the end is ruled out
    while (place - begin >= kLane) {
        place -= kLane;
        if (const std::uint32_t bits = bitsOf(agreeAt(probes, place)); bits != 0)
            return place + 31 - static_cast<std::size_t>(std::countl_zero(bits));
    }
    const std::size_t found = backwardPortable(pair, data, begin, place);
    return found == place ? end : found;
}

#endif

}  // namespace

PairFilter portablePairFilter() {
    return {forwardPortable, backwardPortable};
}

PairFilter bestPairFilter() {
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx2"))
        return {forwardAvx2, backwardAvx2};
#endif
    return portablePairFilter();
}

}  // namespace octavo
