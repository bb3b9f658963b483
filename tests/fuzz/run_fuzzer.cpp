// The door through which libFuzzer comes to a target.

#include <cstdint>

#include "tests/fuzz/fuzz_target.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    octavo::fuzz::tryInput(std::as_bytes(std::span(data, size)));
    return 0;
}
