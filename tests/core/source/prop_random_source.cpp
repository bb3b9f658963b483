#include <array>
#include <rapidcheck.h>
#include <set>

#include "core/source/random_source.h"

using namespace octavo;

namespace {

std::vector<std::byte> bytesAt(const Source& source, ByteRange range) {
    std::vector<std::byte> bytes(static_cast<std::size_t>(range.size()));
    RangeSet unreadable;
    source.read(range.begin, bytes, unreadable);
    RC_ASSERT(unreadable.isEmpty());
    return bytes;
}

}  // namespace

int main() {
    bool isGood = rc::check("the same bytes whatever the way of reading", [](std::uint64_t seed) {
        const auto size = *rc::gen::inRange<ByteCount>(0, 200);
        const RandomSource source(seed, size);
        const auto all = bytesAt(source, {0, size});
        const auto begin = *rc::gen::inRange<ByteOffset>(0, size + 1);
        const auto end = *rc::gen::inRange<ByteOffset>(begin, size + 1);
        const std::vector<std::byte> part(all.begin() + static_cast<std::ptrdiff_t>(begin),
                                          all.begin() + static_cast<std::ptrdiff_t>(end));
        RC_ASSERT(bytesAt(source, {begin, end}) == part);
    });
    isGood &= rc::check("every byte value turns up", [](std::uint64_t seed) {
        const RandomSource source(seed, kMaxDocumentSize);
        const auto begin = *rc::gen::inRange<ByteOffset>(0, kMaxDocumentSize - 8192);
        const auto bytes = bytesAt(source, ByteRange::ofLength(begin, 8192));
        RC_ASSERT(std::set<std::byte>(bytes.begin(), bytes.end()).size() == 256);
    });
    isGood &= rc::check("the published sequence", [] {
        // SplitMix64 from seed 1234567, as its authors' reference gives it.
        constexpr std::array<std::uint64_t, 3> kExpected{6457827717110365317u, 3203168211198807973u,
                                                         9817491932198370423u};
        const auto bytes = bytesAt(RandomSource(1234567, 24), {0, 24});
        for (std::size_t i = 0; i < bytes.size(); ++i)
            RC_ASSERT(bytes[i] == static_cast<std::byte>(kExpected[i / 8] >> (8 * (i % 8)) & 0xFF));
    });
    return isGood ? 0 : 1;
}
