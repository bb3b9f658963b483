#include "ui/hexview/hex_colors.h"

#include <algorithm>
#include <cmath>

namespace octavo {

namespace {

double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& color) {
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

}  // namespace

double contrastRatio(const QColor& one, const QColor& other) {
    const double first = luminance(one) + 0.05;
    const double second = luminance(other) + 0.05;
    return std::max(first, second) / std::min(first, second);
}

QColor blended(const QColor& over, const QColor& under) {
    const float alpha = over.alphaF();
    const auto mix = [alpha](float top, float bottom) { return top * alpha + bottom * (1.0F - alpha); };
    return QColor::fromRgbF(mix(over.redF(), under.redF()), mix(over.greenF(), under.greenF()),
                            mix(over.blueF(), under.blueF()));
}

HexColors HexColors::light() {
    return {
        .ground = QColor(0xFD, 0xFD, 0xFC),
        .gutter = QColor(0xF5, 0xF5, 0xF3),
        .rule = QColor(0xE4, 0xE4, 0xE0),
        .sector = QColor(0x9D, 0xB4, 0xD8),
        .caretRow = QColor(0xF3, 0xF5, 0xF9),
        .offset = QColor(0x6B, 0x70, 0x78),
        .offsetDimmed = QColor(0x8E, 0x92, 0x98),
        .offsetCurrent = QColor(0x1D, 0x4E, 0xA8),
        .text = QColor(0x22, 0x26, 0x2B),
        .zero = QColor(0x8F, 0x92, 0x97),
        .control = QColor(0x1E, 0x73, 0x6C),
        .high = QColor(0x6A, 0x56, 0xA8),
        .modified = QColor(0xB4, 0x45, 0x0C),
        .unreadable = QColor(0x9A, 0x30, 0x3B),
        .unreadableGround = QColor(0xF8, 0xE9, 0xEA),
        .selection = QColor(0xBC, 0xD6, 0xFB),
        .selectionInactive = QColor(0xDF, 0xE6, 0xF0),
        .selectedText = QColor(0x0E, 0x1F, 0x3B),
        .caret = QColor(0x1D, 0x4E, 0xA8),
    };
}

HexColors HexColors::dark() {
    return {
        .ground = QColor(0x1C, 0x1E, 0x22),
        .gutter = QColor(0x21, 0x23, 0x28),
        .rule = QColor(0x30, 0x33, 0x3A),
        .sector = QColor(0x4A, 0x62, 0x88),
        .caretRow = QColor(0x24, 0x28, 0x2F),
        .offset = QColor(0x92, 0x98, 0xA3),
        .offsetDimmed = QColor(0x6F, 0x75, 0x80),
        .offsetCurrent = QColor(0x8F, 0xBA, 0xF8),
        .text = QColor(0xDD, 0xE0, 0xE5),
        .zero = QColor(0x6E, 0x73, 0x7C),
        .control = QColor(0x72, 0xC0, 0xB4),
        .high = QColor(0xB2, 0xA2, 0xE4),
        .modified = QColor(0xF2, 0xA0, 0x5E),
        .unreadable = QColor(0xF0, 0x8A, 0x92),
        .unreadableGround = QColor(0x3A, 0x26, 0x2A),
        .selection = QColor(0x2C, 0x4F, 0x86),
        .selectionInactive = QColor(0x33, 0x3B, 0x48),
        .selectedText = QColor(0xF2, 0xF6, 0xFC),
        .caret = QColor(0x8F, 0xBA, 0xF8),
    };
}

HexColors HexColors::highContrast() {
    return {
        .ground = QColor(0x00, 0x00, 0x00),
        .gutter = QColor(0x00, 0x00, 0x00),
        .rule = QColor(0xFF, 0xFF, 0xFF),
        .sector = QColor(0xFF, 0xFF, 0xFF),
        .caretRow = QColor(0x1A, 0x1A, 0x1A),
        .offset = QColor(0xFF, 0xFF, 0xFF),
        .offsetDimmed = QColor(0xB0, 0xB0, 0xB0),
        .offsetCurrent = QColor(0xFF, 0xFF, 0x00),
        .text = QColor(0xFF, 0xFF, 0xFF),
        .zero = QColor(0xB0, 0xB0, 0xB0),
        .control = QColor(0x00, 0xFF, 0xFF),
        .high = QColor(0xE0, 0xB8, 0xFF),
        .modified = QColor(0xFF, 0xC0, 0x40),
        .unreadable = QColor(0xFF, 0x9A, 0x9A),
        .unreadableGround = QColor(0x40, 0x00, 0x00),
        .selection = QColor(0xFF, 0xFF, 0x00),
        .selectionInactive = QColor(0xC8, 0xC8, 0xC8),
        .selectedText = QColor(0x00, 0x00, 0x00),
        .caret = QColor(0xFF, 0xFF, 0x00),
    };
}

}  // namespace octavo
