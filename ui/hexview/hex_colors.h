#pragma once

#include <QColor>

namespace octavo {

/// Every colour a hex view uses. A value; text on its ground meets WCAG AA (4.5:1) in all three built-in
/// sets, zeros and offsets' leading zeros excepted: they are dimmed on purpose, to no less than 2.6:1.
struct HexColors {
    QColor ground;             ///< behind bytes
    QColor gutter;             ///< behind offsets and the header row
    QColor rule;               ///< thin lines between columns
    QColor sector;             ///< thin lines above rows that begin a sector
    QColor caretRow;           ///< behind the row of the caret
    QColor offset;             ///< offsets, and the numbers of the header row
    QColor offsetDimmed;       ///< leading zeros of offsets
    QColor offsetCurrent;      ///< the offset of the caret's row, and the column's number
    QColor text;               ///< printable bytes
    QColor zero;               ///< 00
    QColor control;            ///< 01-1F and 7F
    QColor high;               ///< 80-FF
    QColor modified;           ///< bytes that are not the file's
    QColor unreadable;         ///< bytes that could not be read
    QColor unreadableGround;   ///< behind them
    QColor selection;          ///< ground of selected bytes
    QColor selectionInactive;  ///< the same without focus, and in the column without the keys
    QColor selectedText;       ///< on either
    QColor caret;

    [[nodiscard]] static HexColors light();
    [[nodiscard]] static HexColors dark();
    [[nodiscard]] static HexColors highContrast();

    friend bool operator==(const HexColors&, const HexColors&) = default;
};

/// WCAG 2 contrast ratio of two opaque colours, 1 to 21.
[[nodiscard]] double contrastRatio(const QColor& one, const QColor& other);

/// `over` laid on the opaque `under` by its own alpha.
[[nodiscard]] QColor blended(const QColor& over, const QColor& under);

}  // namespace octavo
