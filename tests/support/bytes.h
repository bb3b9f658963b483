#pragma once

#include <algorithm>
#include <cstddef>
#include <random>
#include <string_view>
#include <vector>

#include "core/buffer/snapshot.h"

namespace octavo {

using Bytes = std::vector<std::byte>;

/// "abc" as bytes.
[[nodiscard]] inline Bytes bytesOf(std::string_view text) {
    Bytes bytes(text.size());
    std::ranges::transform(text, bytes.begin(), [](char c) { return static_cast<std::byte>(c); });
    return bytes;
}

/// The bytes as text, for comparisons that print well.
[[nodiscard]] inline std::string textOf(std::span<const std::byte> bytes) {
    std::string text(bytes.size(), '\0');
    std::ranges::transform(bytes, text.begin(), [](std::byte b) { return static_cast<char>(b); });
    return text;
}

/// All of a snapshot. Only for small ones.
[[nodiscard]] inline Bytes bytesOf(const Snapshot& snapshot) {
    Bytes bytes(snapshot.size());
    static_cast<void>(snapshot.read(0, bytes));
    return bytes;
}

[[nodiscard]] inline std::string textOf(const Snapshot& snapshot) {
    return textOf(bytesOf(snapshot));
}

}  // namespace octavo

namespace octavo::test {

/// Bytes that look different everywhere.
[[nodiscard]] inline Bytes noise(std::size_t size, unsigned seed = 1) {
    std::mt19937 random(seed);
    Bytes bytes(size);
    for (std::byte& byte : bytes)
        byte = static_cast<std::byte>(random() & 0xFF);
    return bytes;
}

}  // namespace octavo::test
