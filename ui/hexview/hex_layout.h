#pragma once

#include <cstdint>

#include "ui/hexview/editor_state.h"
#include "ui/hexview/view_options.h"

namespace octavo {

/// The size of one character cell of the fixed font, in device pixels.
struct CellMetrics {
    int charWidth = 8;
    int rowHeight = 16;

    friend bool operator==(const CellMetrics&, const CellMetrics&) = default;
};

/// A stretch of one axis, half-open, in device pixels.
struct Span {
    int begin = 0;
    int end = 0;

    [[nodiscard]] constexpr int size() const { return end - begin; }
    friend bool operator==(Span, Span) = default;
};

/// Where everything in a row of bytes lies: arithmetic between byte indexes and device pixels, with no
/// painter, font or widget in sight. x counts from the left edge of the offset column, whatever has been
/// scrolled away; rows count from the first one below the header. A value.
class HexLayout {
public:
    struct Shape {
        int bytesPerRow = 16;
        int grouping = 8;
        int digits = 2;        ///< characters a byte's value takes
        int offsetDigits = 8;  ///< characters an offset takes

        friend bool operator==(const Shape&, const Shape&) = default;
    };

    HexLayout() = default;
    /// REQUIRES: every number positive.
    HexLayout(CellMetrics cell, Shape shape);

    [[nodiscard]] const CellMetrics& cell() const { return cell_; }
    [[nodiscard]] const Shape& shape() const { return shape_; }
    [[nodiscard]] int bytesPerRow() const { return shape_.bytesPerRow; }
    [[nodiscard]] int headerHeight() const { return cell_.rowHeight + cell_.rowHeight / 3; }

    [[nodiscard]] Span offsetColumn() const;
    [[nodiscard]] int gutterWidth() const { return offsetColumn().end + cell_.charWidth; }
    /// The digits of byte `index` of a row. REQUIRES: 0 <= index < bytesPerRow.
    [[nodiscard]] Span valueCell(int index) const;
    [[nodiscard]] Span digitCell(int index, int digit) const;
    [[nodiscard]] Span textCell(int index) const;
    [[nodiscard]] Span cellOf(Column column, int index) const {
        return column == Column::Values ? valueCell(index) : textCell(index);
    }
    /// Where the thin line between values and text stands.
    [[nodiscard]] int ruleX() const;
    /// Of everything, with a margin on the right.
    [[nodiscard]] int width() const;

    /// The byte and digit nearest to x, and whether x lies right of that byte's middle.
    struct Hit {
        Column column = Column::Values;
        int index = 0;
        int digit = 0;
        bool isRightHalf = false;
    };
    [[nodiscard]] Hit hitTest(int x) const;
    /// The same, staying in one column however far x lies outside.
    [[nodiscard]] Hit hitTest(int x, Column column) const;

    [[nodiscard]] Span row(std::int64_t visibleRow) const;
    /// The visible row at y; negative above the first. Rows behind the last byte count on.
    [[nodiscard]] std::int64_t rowAt(int y) const;
    /// Rows that fit completely below the header in `height`; at least 1.
    [[nodiscard]] int wholeRows(int height) const;
    /// Rows that fit at least partly; at least 1.
    [[nodiscard]] int startedRows(int height) const;

    /// The most bytes whose row fits into `width`, of 1, 2, 4, 8 and the multiples of 16, so that offsets
    /// stay round.
    [[nodiscard]] static int bytesThatFit(CellMetrics cell, Shape shape, int width);
    /// Characters that every offset up to `greatest` can be written in: at least 8, even in hex.
    [[nodiscard]] static int offsetDigitsFor(ByteOffset greatest, OffsetRadix radix);

private:
    [[nodiscard]] int valueGap() const;
    [[nodiscard]] int groupGap() const;
    [[nodiscard]] int valuesLeft() const { return gutterWidth() + cell_.charWidth; }
    [[nodiscard]] int textLeft() const;

    CellMetrics cell_;
    Shape shape_;
};

}  // namespace octavo
