#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <optional>

namespace octavo {

/// A set of byte values. A value.
class ByteSet {
public:
    constexpr ByteSet() = default;  ///< empty
    [[nodiscard]] static constexpr ByteSet of(std::byte value) { return ofRange(value, value); }
    /// Both ends belong to it. REQUIRES: first <= last.
    [[nodiscard]] static constexpr ByteSet ofRange(std::byte first, std::byte last) {
        ByteSet set;
        set.addRange(first, last);
        return set;
    }
    [[nodiscard]] static constexpr ByteSet all() { return ofRange(std::byte{0}, std::byte{0xFF}); }
    /// The bytes whose bits under `mask` are those of `value`.
    [[nodiscard]] static constexpr ByteSet ofMasked(std::byte value, std::byte mask) {
        ByteSet set;
        for (unsigned i = 0; i < 256; ++i) {
            if ((static_cast<std::byte>(i) & mask) == (value & mask))
                set.add(static_cast<std::byte>(i));
        }
        return set;
    }

    constexpr void add(std::byte value) {
        const auto index = std::to_integer<std::size_t>(value);
        words_[index / 64] |= std::uint64_t{1} << (index % 64);
    }
    constexpr void addRange(std::byte first, std::byte last) {
        for (unsigned i = std::to_integer<unsigned>(first); i <= std::to_integer<unsigned>(last); ++i)
            add(static_cast<std::byte>(i));
    }
    constexpr void add(const ByteSet& other) {
        for (std::size_t i = 0; i < words_.size(); ++i)
            words_[i] |= other.words_[i];
    }
    [[nodiscard]] constexpr ByteSet complement() const {
        ByteSet set;
        for (std::size_t i = 0; i < words_.size(); ++i)
            set.words_[i] = ~words_[i];
        return set;
    }
    [[nodiscard]] constexpr bool contains(std::byte value) const {
        const auto index = std::to_integer<std::size_t>(value);
        return (words_[index / 64] >> (index % 64) & 1) != 0;
    }
    [[nodiscard]] constexpr std::size_t count() const {
        std::size_t sum = 0;
        for (const std::uint64_t word : words_)
            sum += static_cast<std::size_t>(std::popcount(word));
        return sum;
    }
    [[nodiscard]] constexpr bool isEmpty() const { return count() == 0; }

    /// The least value that belongs to it. REQUIRES: not empty.
    [[nodiscard]] constexpr std::byte first() const {
        std::size_t i = 0;
        while (words_[i] == 0)
            ++i;
        return static_cast<std::byte>(64 * i + static_cast<std::size_t>(std::countr_zero(words_[i])));
    }

    /// The bits that all its bytes have in common.
    struct Common {
        std::byte value{};
        std::byte mask{};
        bool isExact = false;  ///< no other byte has them
    };
    /// REQUIRES: not empty.
    [[nodiscard]] constexpr Common common() const {
        std::byte allOf{0xFF};
        std::byte anyOf{0};
        for (unsigned i = 0; i < 256; ++i) {
            if (contains(static_cast<std::byte>(i))) {
                allOf &= static_cast<std::byte>(i);
                anyOf |= static_cast<std::byte>(i);
            }
        }
        const std::byte mask = allOf | ~anyOf;
        const int freeBits = 8 - std::popcount(std::to_integer<unsigned>(mask));
        return {.value = allOf & mask, .mask = mask, .isExact = count() == std::size_t{1} << freeBits};
    }

    friend constexpr bool operator==(const ByteSet&, const ByteSet&) = default;

private:
    std::array<std::uint64_t, 4> words_{};
};

}  // namespace octavo
