#pragma once

#include <cstdint>

namespace octavo {

/// Carries 64-bit rows to the int positions of a scroll bar and back. The row on top is the truth and lives
/// with the view; the scroll bar's value follows from it. So a step of one row is a step of exactly one row,
/// wherever in a 16 EB range it happens and however many rows one position of the bar stands for. A value.
class ScrollMap {
public:
    ScrollMap() = default;
    /// For `rows` rows of which `pageRows` are seen at once. REQUIRES: pageRows > 0.
    ScrollMap(std::uint64_t rows, int pageRows);

    /// The greatest row that may be on top: the last page is full where there are enough rows.
    [[nodiscard]] std::uint64_t lastTopRow() const { return lastTopRow_; }
    /// The scroll bar's maximum; its minimum is 0.
    [[nodiscard]] int maximum() const;
    /// The bar's position for a row on top: exact ends, else to the nearest, and monotonic.
    [[nodiscard]] int valueOf(std::uint64_t topRow) const;
    /// The row for a position of the bar: exact ends. valueOf(rowOf(v)) == v.
    [[nodiscard]] std::uint64_t rowOf(int value) const;
    /// `topRow` moved by `rows`, kept within the range. Never overflows.
    [[nodiscard]] std::uint64_t moved(std::uint64_t topRow, std::int64_t rows) const;

private:
    static constexpr int kMaximum = 1 << 30;

    std::uint64_t lastTopRow_ = 0;
};

}  // namespace octavo
