#pragma once

#include <bit>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>

#include "core/base/contracts.h"

namespace octavo {

enum class ByteOrder { Little, Big };

/// The unsigned integer of `bytes.size()` bytes stored in that order. REQUIRES: at most sizeof(T) bytes.
template <std::unsigned_integral T>
[[nodiscard]] constexpr T loadUnsigned(std::span<const std::byte> bytes, ByteOrder order) {
    OCTAVO_EXPECTS(bytes.size() <= sizeof(T));
    T value = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const std::size_t index = order == ByteOrder::Big ? i : bytes.size() - 1 - i;
        if constexpr (sizeof(T) > 1)
            value = static_cast<T>(value << 8);
        value = static_cast<T>(value | std::to_integer<T>(bytes[index]));
    }
    return value;
}

/// Writes the low `out.size()` bytes of `value` in that order. REQUIRES: at most sizeof(T) bytes.
template <std::unsigned_integral T>
constexpr void storeUnsigned(T value, std::span<std::byte> out, ByteOrder order) {
    OCTAVO_EXPECTS(out.size() <= sizeof(T));
    for (std::size_t i = 0; i < out.size(); ++i) {
        const std::size_t index = order == ByteOrder::Little ? i : out.size() - 1 - i;
        out[index] = static_cast<std::byte>(value & 0xFF);
        if constexpr (sizeof(T) > 1)
            value = static_cast<T>(value >> 8);
    }
}

}  // namespace octavo
