#pragma once

#include <array>
#include <cstdint>
#include <span>

namespace octavo {

/// The upper-case digits of a number, right-aligned and filled up with zeros to `count` places (at most 64).
/// Higher digits that find no place are left out.
class NumberDigits {
public:
    constexpr NumberDigits(std::uint64_t value, unsigned base, int count) : count_(count) {
        for (int place = count; place-- > 0; value /= base)
            digits_[static_cast<std::size_t>(place)] = "0123456789ABCDEF"[value % base];
        while (leadingZeros_ + 1 < count && digits_[static_cast<std::size_t>(leadingZeros_)] == '0')
            ++leadingZeros_;
    }

    [[nodiscard]] constexpr std::span<const char> digits() const {
        return std::span(digits_).first(static_cast<std::size_t>(count_));
    }
    /// Zeros in front of the first digit that counts; the last digit always counts.
    [[nodiscard]] constexpr int leadingZeros() const { return leadingZeros_; }

private:
    std::array<char, 64> digits_{};
    int count_;
    int leadingZeros_ = 0;
};

}  // namespace octavo
