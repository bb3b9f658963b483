#include "ui/hexview/hex_layout.h"

#include <algorithm>

namespace octavo {

HexLayout::HexLayout(CellMetrics cell, Shape shape) : cell_(cell), shape_(shape) {
    OCTAVO_EXPECTS(cell.charWidth > 0 && cell.rowHeight > 0);
    OCTAVO_EXPECTS(shape.bytesPerRow > 0 && shape.grouping > 0 && shape.digits > 0 && shape.offsetDigits > 0);
}

int HexLayout::valueGap() const {
    return (cell_.charWidth * 3 + 3) / 4;
}

int HexLayout::groupGap() const {
    return shape_.grouping > 1 ? cell_.charWidth : 0;
}

Span HexLayout::offsetColumn() const {
    return {cell_.charWidth, cell_.charWidth * (1 + shape_.offsetDigits)};
}

Span HexLayout::valueCell(int index) const {
    const int width = shape_.digits * cell_.charWidth;
    const int begin = valuesLeft() + index * (width + valueGap()) + index / shape_.grouping * groupGap();
    return {begin, begin + width};
}

Span HexLayout::digitCell(int index, int digit) const {
    const int begin = valueCell(index).begin + digit * cell_.charWidth;
    return {begin, begin + cell_.charWidth};
}

int HexLayout::textLeft() const {
    return valueCell(shape_.bytesPerRow - 1).end + 3 * cell_.charWidth;
}

Span HexLayout::textCell(int index) const {
    const int begin = textLeft() + index * cell_.charWidth;
    return {begin, begin + cell_.charWidth};
}

int HexLayout::ruleX() const {
    return textLeft() - cell_.charWidth * 3 / 2;
}

int HexLayout::width() const {
    return textCell(shape_.bytesPerRow - 1).end + cell_.charWidth;
}

HexLayout::Hit HexLayout::hitTest(int x) const {
    return hitTest(x, x < ruleX() ? Column::Values : Column::Text);
}

HexLayout::Hit HexLayout::hitTest(int x, Column column) const {
    // A gap between two bytes belongs half to each.
    int low = 0;
    int high = shape_.bytesPerRow - 1;
    while (low < high) {
        const int middle = (low + high) / 2;
        const int border = (cellOf(column, middle).end + cellOf(column, middle + 1).begin) / 2;
        if (x < border)
            high = middle;
        else
            low = middle + 1;
    }
    const Span cell = cellOf(column, low);
    const int digit =
        column == Column::Text ? 0 : std::clamp((x - cell.begin) / cell_.charWidth, 0, shape_.digits - 1);
    return {column, low, digit, x >= cell.begin + cell.size() / 2};
}

Span HexLayout::row(std::int64_t visibleRow) const {
    const int begin = headerHeight() + static_cast<int>(visibleRow) * cell_.rowHeight;
    return {begin, begin + cell_.rowHeight};
}

std::int64_t HexLayout::rowAt(int y) const {
    const int below = y - headerHeight();
    return below >= 0 ? below / cell_.rowHeight : (below + 1) / cell_.rowHeight - 1;
}

int HexLayout::wholeRows(int height) const {
    return std::max(1, (height - headerHeight()) / cell_.rowHeight);
}

int HexLayout::startedRows(int height) const {
    return std::max(1, (height - headerHeight() + cell_.rowHeight - 1) / cell_.rowHeight);
}

int HexLayout::bytesThatFit(CellMetrics cell, Shape shape, int width) {
    const auto fits = [&](int bytes) {
        shape.bytesPerRow = bytes;
        return HexLayout(cell, shape).width() <= width;
    };
    int best = 1;
    for (int bytes = 2; bytes <= ViewOptions::kMaxBytesPerRow; bytes += bytes < 16 ? bytes : 16) {
        if (fits(bytes))
            best = bytes;
    }
    return best;
}

int HexLayout::offsetDigitsFor(ByteOffset greatest, OffsetRadix radix) {
    int digits = 1;
    for (ByteOffset rest = greatest / baseOf(radix); rest != 0; rest /= baseOf(radix))
        ++digits;
    if (radix == OffsetRadix::Hex)
        digits += digits % 2;
    return std::max(8, digits);
}

}  // namespace octavo
