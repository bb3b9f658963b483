#include "core/search/number_finder.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <type_traits>

namespace octavo {

namespace {

using AnyFunction = NumberFinder::AnyFunction;

constexpr std::size_t kPlaces = 1024;  // that are ruled out at once; a multiple of every size

template <typename T>
[[gnu::always_inline]] inline T swapped(T value) {
    if constexpr (sizeof(T) == 1)
        return value;
    else if constexpr (sizeof(T) == 2)
        return __builtin_bswap16(value);
    else if constexpr (sizeof(T) == 4)
        return __builtin_bswap32(value);
    else
        return __builtin_bswap64(value);
}

enum class Kind { Unsigned, Signed, Float };

/// As orderKey().
template <typename T, Kind kind>
[[gnu::always_inline]] inline T keyOf(T bits) {
    constexpr auto kSign = static_cast<T>(T{1} << (8 * sizeof(T) - 1));
    if constexpr (kind == Kind::Unsigned)
        return bits;
    if constexpr (kind == Kind::Signed)
        return static_cast<T>(bits ^ kSign);
    const auto negative = static_cast<T>(static_cast<std::make_signed_t<T>>(bits) >> (8 * sizeof(T) - 1));
    return static_cast<T>(bits ^ static_cast<T>(negative | kSign));
}

template <typename T, Kind kind, bool isSwapped>
[[gnu::always_inline]] inline bool anyOf(const std::byte* data, std::size_t count,
                                         const NumberFinder::Test& test) {
    const auto low = static_cast<T>(test.low);
    const auto span = static_cast<T>(test.span);
    T hits = 0;
    for (std::size_t i = 0; i < count; ++i) {
        T bits;
        std::memcpy(&bits, data + i * sizeof(T), sizeof(T));
        if constexpr (isSwapped)
            bits = swapped(bits);
        hits = static_cast<T>(hits | static_cast<T>(static_cast<T>(keyOf<T, kind>(bits) - low) <= span));
    }
    return hits != 0;
}

template <typename T, Kind kind, bool isSwapped>
bool anyPortable(const std::byte* data, std::size_t count, const NumberFinder::Test& test) {
    return anyOf<T, kind, isSwapped>(data, count, test);
}

#if defined(__x86_64__)
template <typename T, Kind kind, bool isSwapped>
__attribute__((target("avx2"))) bool anyAvx2(const std::byte* data, std::size_t count,
                                             const NumberFinder::Test& test) {
    return anyOf<T, kind, isSwapped>(data, count, test);
}
#endif

template <typename T, Kind kind, bool isSwapped>
AnyFunction functionFor([[maybe_unused]] SearchEngine engine) {
#if defined(__x86_64__)
    if (engine == SearchEngine::Best && __builtin_cpu_supports("avx2"))
        return anyAvx2<T, kind, isSwapped>;
#endif
    return anyPortable<T, kind, isSwapped>;
}

template <typename T, Kind kind>
AnyFunction functionFor(ByteOrder order, SearchEngine engine) {
    const bool isNative = (order == ByteOrder::Little) == (std::endian::native == std::endian::little);
    return isNative ? functionFor<T, kind, false>(engine) : functionFor<T, kind, true>(engine);
}

AnyFunction functionFor(const NumberQuery& query, SearchEngine engine) {
    switch (query.type) {
        case NumberType::U8:
            return functionFor<std::uint8_t, Kind::Unsigned>(query.order, engine);
        case NumberType::I8:
            return functionFor<std::uint8_t, Kind::Signed>(query.order, engine);
        case NumberType::U16:
            return functionFor<std::uint16_t, Kind::Unsigned>(query.order, engine);
        case NumberType::I16:
            return functionFor<std::uint16_t, Kind::Signed>(query.order, engine);
        case NumberType::U32:
            return functionFor<std::uint32_t, Kind::Unsigned>(query.order, engine);
        case NumberType::I32:
            return functionFor<std::uint32_t, Kind::Signed>(query.order, engine);
        case NumberType::U64:
            return functionFor<std::uint64_t, Kind::Unsigned>(query.order, engine);
        case NumberType::I64:
            return functionFor<std::uint64_t, Kind::Signed>(query.order, engine);
        case NumberType::F16:
            return functionFor<std::uint16_t, Kind::Float>(query.order, engine);
        case NumberType::F32:
            return functionFor<std::uint32_t, Kind::Float>(query.order, engine);
        case NumberType::F64:
            return functionFor<std::uint64_t, Kind::Float>(query.order, engine);
    }
    return nullptr;
}

}  // namespace

NumberFinder::NumberFinder(const NumberQuery& query, SearchEngine engine)
    : size_(sizeOf(query.type)), alignment_(query.alignment), any_(functionFor(query, engine)) {
    test_.low = orderKey(query.type, query.low);
    test_.span = orderKey(query.type, query.high) - test_.low;
}

std::size_t NumberFinder::aligned(const SearchBlock& block, std::size_t from) const {
    const ByteCount over = (block.at + from) % alignment_;
    return over == 0 ? from : from + static_cast<std::size_t>(alignment_ - over);
}

bool NumberFinder::anyAmong(const SearchBlock& block, std::size_t first) const {
    for (std::size_t place = first; place < first + size_; ++place) {
        // The numbers at place, place + size_, ...: all aligned, or none, when the alignment divides the
        // size.
        const bool isAligned = size_ % alignment_ != 0 || (block.at + place) % alignment_ == 0;
        if (isAligned && any_(block.bytes.data() + place, kPlaces / size_, test_))
            return true;
    }
    return false;
}

BlockResult NumberFinder::findFirst(const SearchBlock& block, FinderMemory* /*memory*/) const {
    if (block.bytes.size() < size_)
        return {};
    const std::size_t end = std::min(block.last, block.bytes.size() - size_ + 1);
    for (std::size_t place = aligned(block, block.first); place < end;) {
        // Numbers far apart are looked at one by one.
        if (alignment_ <= size_ && place + kPlaces + size_ <= end && !anyAmong(block, place)) {
            place = aligned(block, place + kPlaces);
            continue;
        }
        for (const std::size_t stop = std::min(end, place + kPlaces); place < stop;
             place += static_cast<std::size_t>(alignment_)) {
            if (fitsAt(block.bytes.data() + place))
                return BlockResult::found(place, place + size_);
        }
    }
    return {};
}

}  // namespace octavo
