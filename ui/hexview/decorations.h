#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include <QColor>

#include "ui/hexview/editor_state.h"
#include "ui/hexview/highlight.h"
#include "ui/hexview/row_model.h"

namespace octavo {

/// The colour of a cell's characters, by meaning.
enum class Ink : std::uint8_t { Printable, Zero, Control, High, Modified, Unreadable };
inline constexpr std::size_t kInkCount = 6;

/// The colour behind a cell, by meaning: these, or kFirstHighlightGround + index into
/// Decorations::highlightColors().
enum class Ground : std::uint8_t { Plain, Selected, Unreadable };
inline constexpr std::uint8_t kFirstHighlightGround = 3;

/// How one cell looks. A value of two bytes.
struct CellStyle {
    Ink ink = Ink::Printable;
    std::uint8_t ground = 0;  ///< a Ground, or a highlight

    friend bool operator==(CellStyle, CellStyle) = default;
};

/// One style for each byte in sight, from all there is to know about it. A selection covers highlights,
/// unreadable bytes stay recognisable under everything. Reuses its memory. Window thread.
class Decorations {
public:
    /// `selection`: what is selected in sight, or more.
    void compute(const RowModel& rows, std::span<const ByteRange> selection,
                 const HighlightProvider& highlights);

    [[nodiscard]] std::span<const CellStyle> styles() const { return styles_; }
    /// The distinct colours of highlights in sight; styles name them by index. At most 200, later ones share
    /// the last.
    [[nodiscard]] std::span<const QRgb> highlightColors() const { return highlightColors_; }

private:
    [[nodiscard]] std::uint8_t groundOf(QRgb color);

    std::vector<CellStyle> styles_;
    std::vector<QRgb> highlightColors_;
};

}  // namespace octavo
