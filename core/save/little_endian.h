#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>
#include <zlib.h>

#include "core/base/byte_order.h"

namespace octavo {

/// \file What the journals' formats share: little-endian numbers and CRC-32.

template <typename T>
void putLittle(T value, std::vector<std::byte>& out) {
    std::array<std::byte, sizeof(T)> bytes{};
    storeUnsigned(value, std::span<std::byte>(bytes), ByteOrder::Little);
    out.insert(out.end(), bytes.begin(), bytes.end());
}

/// Takes numbers off the front of some bytes that are known to be enough.
class LittleReader {
public:
    explicit LittleReader(std::span<const std::byte> bytes) : bytes_(bytes) {}
    template <typename T>
    T take() {
        const T value = loadUnsigned<T>(bytes_.first(sizeof(T)), ByteOrder::Little);
        bytes_ = bytes_.subspan(sizeof(T));
        return value;
    }

private:
    std::span<const std::byte> bytes_;
};

/// `seed` for no bytes.
[[nodiscard]] inline std::uint32_t crc32Of(std::span<const std::byte> bytes, std::uint32_t seed = 0) {
    if (bytes.empty())
        return seed;  // where no bytes lie nowhere zlib takes it for a question
    return static_cast<std::uint32_t>(
        ::crc32_z(seed, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size()));  // zlib's own byte type
}

/// CRC-32 of some numbers, to be continued with bytes.
template <typename... T>
[[nodiscard]] std::uint32_t crc32OfNumbers(T... values) {
    std::vector<std::byte> bytes;
    (putLittle(values, bytes), ...);
    return crc32Of(bytes);
}

}  // namespace octavo
