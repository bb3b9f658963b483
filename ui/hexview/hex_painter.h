#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include <QImage>
#include <QPainter>

#include "ui/hexview/decorations.h"
#include "ui/hexview/glyph_cache.h"
#include "ui/hexview/hex_colors.h"
#include "ui/hexview/hex_layout.h"
#include "ui/hexview/text_decoder.h"

namespace octavo {

/// How the caret shows: not at all (the dark half of a blink), as an outline (no focus), or in full.
enum class CaretLook { Hidden, Outline, Full };

/// Everything one paint needs, borrowed from the view. `rows`, `styles` and `text` describe the same bytes:
/// those of the visible rows from `firstRow` on.
struct HexScene {
    const HexLayout& layout;
    const ViewOptions& options;
    const HexColors& colors;
    const EditorState& state;
    CaretLook caret = CaretLook::Hidden;
    ByteCount documentSize = 0;
    std::uint64_t topRow = 0;  ///< the row of the document seen below the header
    const RowModel& rows;
    const Decorations& decorations;
    std::span<const TextCell> text;
    const QString& offsetHeading;
    const QString& textHeading;
};

/// Paints rows of bytes out of cached glyph cells. Each row is put together in a strip of memory that stays
/// in the processor's cache and then drawn as one image; nothing is allocated per cell. Coordinates are
/// device pixels, as in HexLayout. Window thread.
class HexPainter {
public:
    [[nodiscard]] GlyphCache& glyphs() { return glyphs_; }

    /// Paints the visible rows [first, last) and, behind them, ground to `right`.
    void paintRows(QPainter& painter, const HexScene& scene, std::int64_t first, std::int64_t last,
                   int right);
    void paintHeader(QPainter& painter, const HexScene& scene, int right);

private:
    enum class RowKind { Ordinary, Caret };
    struct Row;
    using Style = GlyphCache::Style;

    void prepare(const HexScene& scene, int height);
    void fillBackground(const HexScene& scene, QRgb gutter, QRgb ground, int height);
    void composeRow(const HexScene& scene, const Row& row);
    void composeOffset(const HexScene& scene, const Row& row);
    void composeValues(const HexScene& scene, const Row& row);
    void composeText(const HexScene& scene, const Row& row);
    void composeGrounds(const HexScene& scene, const Row& row, Column column);
    void composeCaret(const HexScene& scene, const Row& row);
    void composeDigitAtCaret(const HexScene& scene, const Row& row, QRgb caret);
    void put(Style& style, char32_t character, int x, int cells = 1);
    void putText(Style& style, const QString& text, int x, int y);
    void fill(int x, int y, int width, int height, QRgb color);
    void outline(Span x, QRgb color, int thickness);

    [[nodiscard]] Style& styleFor(const HexScene& scene, CellStyle cell, Column column, RowKind kind,
                                  bool isDot);
    [[nodiscard]] QRgb groundColor(const HexScene& scene, std::uint8_t ground, Column column,
                                   RowKind kind) const;

    GlyphCache glyphs_;
    QImage strip_;
    QRgb* pixels_ = nullptr;  // of strip_
    bool isClean_ = false;    // nothing in the strip but what every full row covers again
    RowKind lastKind_ = RowKind::Ordinary;
    int stride_ = 0;
    std::vector<Style*> resolved_;  // styles met in this paint
};

}  // namespace octavo
