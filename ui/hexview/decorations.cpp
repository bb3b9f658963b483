#include "ui/hexview/decorations.h"

#include <algorithm>

#include "core/analyse/byte_classes.h"

namespace octavo {

namespace {

constexpr std::size_t kMaxHighlightColors = 200;

Ink inkOf(const RowModel& rows, std::size_t index, std::byte byte) {
    if (rows.isUnreadable(index))
        return Ink::Unreadable;
    if (rows.isModified(index))
        return Ink::Modified;
    switch (classOf(byte)) {
        case ByteClass::Zero:
            return Ink::Zero;
        case ByteClass::Printable:
            return Ink::Printable;
        case ByteClass::Control:
            return Ink::Control;
        case ByteClass::High:
            return Ink::High;
    }
    return Ink::Printable;
}

}  // namespace

std::uint8_t Decorations::groundOf(QRgb color) {
    const auto found = std::find(highlightColors_.begin(), highlightColors_.end(), color);
    auto index = static_cast<std::size_t>(found - highlightColors_.begin());
    if (found == highlightColors_.end()) {
        if (highlightColors_.size() < kMaxHighlightColors)
            highlightColors_.push_back(color);
        index = highlightColors_.size() - 1;
    }
    return static_cast<std::uint8_t>(kFirstHighlightGround + index);
}

void Decorations::compute(const RowModel& rows, std::span<const ByteRange> selection,
                          const HighlightProvider& highlights) {
    const std::span<const std::byte> bytes = rows.bytes();
    const ByteRange range = rows.range();
    highlightColors_.clear();
    styles_.resize(bytes.size());
    for (std::size_t index = 0; index < bytes.size(); ++index)
        styles_[index] = {inkOf(rows, index, bytes[index]), static_cast<std::uint8_t>(Ground::Plain)};

    const auto cover = [&](ByteRange covered, std::uint8_t ground) {
        const ByteRange seen = covered.intersection(range);
        for (ByteOffset offset = seen.begin; offset < seen.end; ++offset)
            styles_[static_cast<std::size_t>(offset - range.begin)].ground = ground;
    };
    if (highlights && !range.isEmpty()) {
        highlights(range, [&](const Highlight& highlight) {
            if (highlight.range.intersects(range))
                cover(highlight.range, groundOf(highlight.color.rgba()));
        });
    }
    for (CellStyle& style : styles_) {
        if (style.ink == Ink::Unreadable)
            style.ground = static_cast<std::uint8_t>(Ground::Unreadable);
    }
    for (const ByteRange selected : selection)
        cover(selected, static_cast<std::uint8_t>(Ground::Selected));
}

}  // namespace octavo
