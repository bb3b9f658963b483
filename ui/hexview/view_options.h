#pragma once

#include <QString>

#include "core/base/byte_range.h"

namespace octavo {

enum class OffsetRadix { Hex, Decimal, Octal };
enum class ValueRadix { Hex, Decimal, Octal, Binary };

/// Whether rows have a set number of bytes or as many as the window has room for, in steps that keep offsets
/// round.
enum class RowWidth { Fixed, Fitted };

/// How a hex view shows a document; nothing here touches the document. A value.
struct ViewOptions {
    RowWidth rowWidth = RowWidth::Fixed;
    int bytesPerRow = 16;  ///< 1 to kMaxBytesPerRow; not looked at with RowWidth::Fitted
    int grouping = 8;      ///< bytes between wider gaps: 1, 2, 4, 8 or 16
    OffsetRadix offsetRadix = OffsetRadix::Hex;
    ByteOffset baseAddress = 0;  ///< added to every offset shown
    ByteCount sectorSize = 0;    ///< rows that begin a sector of this size are marked; 0: none
    ValueRadix valueRadix = ValueRadix::Hex;
    QString encoding = QStringLiteral("US-ASCII");  ///< a name from textEncodings()

    static constexpr int kMaxBytesPerRow = 256;

    friend bool operator==(const ViewOptions&, const ViewOptions&) = default;
};

/// Characters that one byte takes: 2, 3, 3 or 8.
[[nodiscard]] constexpr int digitsPerByte(ValueRadix radix) {
    switch (radix) {
        case ValueRadix::Hex:
            return 2;
        case ValueRadix::Decimal:
        case ValueRadix::Octal:
            return 3;
        case ValueRadix::Binary:
            return 8;
    }
    return 2;
}

/// The number that the radix counts in: 16, 10, 8 or 2.
[[nodiscard]] constexpr unsigned baseOf(ValueRadix radix) {
    switch (radix) {
        case ValueRadix::Hex:
            return 16;
        case ValueRadix::Decimal:
            return 10;
        case ValueRadix::Octal:
            return 8;
        case ValueRadix::Binary:
            return 2;
    }
    return 16;
}
[[nodiscard]] constexpr unsigned baseOf(OffsetRadix radix) {
    switch (radix) {
        case OffsetRadix::Hex:
            return 16;
        case OffsetRadix::Decimal:
            return 10;
        case OffsetRadix::Octal:
            return 8;
    }
    return 16;
}

}  // namespace octavo
