#pragma once

#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <span>
#include <string_view>

namespace octavo::fuzz {

/// \file One target is one file that defines tryInput(), one line in CMakeLists.txt and a folder of examples
/// in corpus/. The test suite replays the examples and mutations of them (replay.cpp); preset `fuzz` hands
/// the same function to libFuzzer (run_fuzzer.cpp).

/// Feeds hostile bytes to the code under test and requires of it what must hold for every input: results
/// inside their ranges, round trips, nothing changed on failure. Called any number of times.
void tryInput(std::span<const std::byte> input);

/// Stops the program where a property does not hold.
inline void require(bool holds, const char* file = __builtin_FILE(), int line = __builtin_LINE()) {
    if (holds)
        return;
    std::fprintf(stderr, "fuzz: property broken at %s:%d\n", file, line);
    std::abort();
}

[[nodiscard]] inline std::string_view textOf(std::span<const std::byte> bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

/// Takes numbers off the front of an input, for targets whose input has a structure; zeros when it has run
/// out.
class InputReader {
public:
    explicit InputReader(std::span<const std::byte> input) : rest_(input) {}

    [[nodiscard]] bool isAtEnd() const { return rest_.empty(); }
    template <typename Number>
    [[nodiscard]] Number take() {
        Number number = 0;
        for (std::size_t i = 0; i < sizeof(Number) && !rest_.empty(); ++i) {
            number |= static_cast<Number>(static_cast<Number>(rest_.front()) << (8 * i));
            rest_ = rest_.subspan(1);
        }
        return number;
    }
    [[nodiscard]] std::span<const std::byte> takeBytes(std::size_t most) {
        const auto bytes = rest_.first(most < rest_.size() ? most : rest_.size());
        rest_ = rest_.subspan(bytes.size());
        return bytes;
    }

private:
    std::span<const std::byte> rest_;
};

}  // namespace octavo::fuzz
