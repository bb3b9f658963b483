#include "ui/hexview/hex_painter.h"

#include <algorithm>

#include "ui/hexview/cell_copy.h"
#include "ui/hexview/number_digits.h"

namespace octavo {

namespace {

constexpr char32_t kDot = U'\u00B7';
constexpr double kLegible = 4.5;  // WCAG AA
constexpr double kDimmed = 2.6;   // zeros may be this faint
constexpr float kDotStrength = 0.62F;

const QColor& inkColor(const HexColors& colors, Ink ink) {
    switch (ink) {
        case Ink::Printable:
            return colors.text;
        case Ink::Zero:
            return colors.zero;
        case Ink::Control:
            return colors.control;
        case Ink::High:
            return colors.high;
        case Ink::Modified:
            return colors.modified;
        case Ink::Unreadable:
            return colors.unreadable;
    }
    return colors.text;
}

/// The ink itself where it can be read on the ground, else the most suitable colour that can.
QColor legible(const QColor& ink, const QColor& ground, const HexColors& colors, double wanted) {
    for (const QColor& candidate : {ink, colors.selectedText, colors.text}) {
        if (contrastRatio(candidate, ground) >= wanted)
            return candidate;
    }
    const QColor black(Qt::black);
    const QColor white(Qt::white);
    return contrastRatio(black, ground) > contrastRatio(white, ground) ? black : white;
}

/// Ideographs, kana, hangul, full-width forms and pictographs, which fixed fonts draw two cells wide.
bool takesTwoCells(char32_t character) {
    struct Block {
        char32_t first, last;
    };
    static constexpr Block kWide[] = {{0x1100, 0x115F}, {0x2E80, 0xA4CF},   {0xAC00, 0xD7A3},
                                      {0xF900, 0xFAFF}, {0xFE30, 0xFE6F},   {0xFF00, 0xFF60},
                                      {0xFFE0, 0xFFE6}, {0x1F300, 0x1FAFF}, {0x20000, 0x3FFFD}};
    return std::any_of(std::begin(kWide), std::end(kWide), [character](Block block) {
        return block.first <= character && character <= block.last;
    });
}

}  // namespace

/// One row of the document as it lies in the scene.
struct HexPainter::Row {
    ByteOffset begin = 0;   // the document offset of its first byte
    std::size_t first = 0;  // the same as an index into the scene's bytes
    int count = 0;          // bytes in it
    RowKind kind = RowKind::Ordinary;
    std::span<const CellStyle> styles;
};

void HexPainter::prepare(const HexScene& scene, int height) {
    const int width = scene.layout.width();
    if (strip_.width() != width || strip_.height() < height) {
        strip_ = QImage(width, std::max(height, scene.layout.headerHeight()), QImage::Format_RGB32);
        pixels_ = reinterpret_cast<QRgb*>(strip_.bits());
        stride_ = static_cast<int>(strip_.bytesPerLine() / static_cast<qsizetype>(sizeof(QRgb)));
    }
}

void HexPainter::fill(int x, int y, int width, int height, QRgb color) {
    const int left = std::max(0, x);
    const int right = std::min(strip_.width(), x + width);
    for (int line = y; line < y + height && left < right; ++line)
        std::fill(pixels_ + line * stride_ + left, pixels_ + line * stride_ + right, color);
}

void HexPainter::outline(Span x, QRgb color, int thickness) {
    const int height = glyphs_.cell().rowHeight;
    fill(x.begin, 0, x.size(), thickness, color);
    fill(x.begin, height - thickness, x.size(), thickness, color);
    fill(x.begin, 0, thickness, height, color);
    fill(x.end - thickness, 0, thickness, height, color);
}

void HexPainter::put(Style& style, char32_t character, int x, int cells) {
    const CellMetrics cell = glyphs_.cell();
    copyCell(pixels_ + x, stride_, style.glyph(character, cells), cell.charWidth * cells, cell.rowHeight);
}

void HexPainter::putText(Style& style, const QString& text, int x, int y) {
    const CellMetrics cell = glyphs_.cell();
    for (const char32_t character : text.toUcs4()) {
        if (x + cell.charWidth > strip_.width())
            break;
        copyCell(pixels_ + y * stride_ + x, stride_, style.glyph(character), cell.charWidth, cell.rowHeight);
        x += cell.charWidth;
    }
}

void HexPainter::fillBackground(const HexScene& scene, QRgb gutter, QRgb ground, int height) {
    const int gutterWidth = scene.layout.gutterWidth();
    const int rule = std::max(1, glyphs_.cell().charWidth / 8);
    fill(0, 0, gutterWidth, 1, gutter);
    fill(gutterWidth, 0, strip_.width() - gutterWidth, 1, ground);
    fill(gutterWidth - rule, 0, rule, 1, scene.colors.rule.rgb());
    fill(scene.layout.ruleX(), 0, rule, 1, scene.colors.rule.rgb());
    for (int y = 1; y < height; ++y)
        std::copy_n(pixels_, strip_.width(), pixels_ + y * stride_);
}

QRgb HexPainter::groundColor(const HexScene& scene, std::uint8_t ground, Column column, RowKind kind) const {
    const HexColors& colors = scene.colors;
    const QColor& plain = kind == RowKind::Caret ? colors.caretRow : colors.ground;
    if (ground >= kFirstHighlightGround) {
        const QRgb color = scene.decorations.highlightColors()[ground - kFirstHighlightGround];
        return blended(QColor::fromRgba(color), plain).rgb();
    }
    switch (static_cast<Ground>(ground)) {
        case Ground::Plain:
            return plain.rgb();
        case Ground::Selected: {
            const bool isActive = scene.caret != CaretLook::Outline && column == scene.state.column;
            return (isActive ? colors.selection : colors.selectionInactive).rgb();
        }
        case Ground::Unreadable:
            return colors.unreadableGround.rgb();
    }
    return plain.rgb();
}

HexPainter::Style& HexPainter::styleFor(const HexScene& scene, CellStyle cell, Column column, RowKind kind,
                                        bool isDot) {
    const auto ink = static_cast<std::size_t>(cell.ink) + (isDot ? kInkCount : 0);
    const std::size_t variant = (column == Column::Text ? 1U : 0U) + (kind == RowKind::Caret ? 2U : 0U);
    const std::size_t index = (cell.ground * std::size_t{4} + variant) * 2 * kInkCount + ink;
    if (Style* known = resolved_[index])
        return *known;
    const QColor ground = QColor::fromRgb(groundColor(scene, cell.ground, column, kind));
    const double wanted = cell.ink == Ink::Zero ? kDimmed : kLegible;
    const QColor& wish = inkColor(scene.colors, cell.ink);
    QColor color = legible(wish, ground, scene.colors, wanted);
    if (cell.ink == Ink::Zero && color != wish)
        isDot = true;  // on a ground of its own a zero is dimmed the same way as a dot
    if (isDot) {
        color.setAlphaF(kDotStrength);
        color = blended(color, ground);
    }
    resolved_[index] = &glyphs_.style(color.rgb(), ground.rgb());
    return *resolved_[index];
}

void HexPainter::composeOffset(const HexScene& scene, const Row& row) {
    const HexColors& colors = scene.colors;
    const int count = scene.layout.shape().offsetDigits;
    const NumberDigits number(row.begin + scene.options.baseAddress, baseOf(scene.options.offsetRadix),
                              count);
    const bool isCurrent = row.kind == RowKind::Caret;
    Style& dimmed = glyphs_.style(colors.offsetDimmed.rgb(), colors.gutter.rgb());
    Style& strong =
        glyphs_.style((isCurrent ? colors.offsetCurrent : colors.offset).rgb(), colors.gutter.rgb());
    int x = scene.layout.offsetColumn().begin;
    for (int place = 0; place < count; ++place, x += glyphs_.cell().charWidth)
        put(place < number.leadingZeros() ? dimmed : strong,
            static_cast<char32_t>(number.digits()[static_cast<std::size_t>(place)]), x);
}

/// Grounds other than plain reach a little beyond their cell and fill the gap between two cells that share
/// one. Two highlights meet in the middle of it: one often lies in the other.
void HexPainter::composeGrounds(const HexScene& scene, const Row& row, Column column) {
    const int height = glyphs_.cell().rowHeight;
    const int reach = column == Column::Values ? glyphs_.cell().charWidth / 4 : 0;
    const auto isHighlight = [&row](int index) {
        return row.styles[static_cast<std::size_t>(index)].ground >= kFirstHighlightGround;
    };
    for (int index = 0; index < row.count; ++index) {
        const std::uint8_t ground = row.styles[static_cast<std::size_t>(index)].ground;
        if (ground == static_cast<std::uint8_t>(Ground::Plain))
            continue;
        isClean_ = false;
        const Span cell = scene.layout.cellOf(column, index);
        const bool goesOn =
            index + 1 < row.count && row.styles[static_cast<std::size_t>(index) + 1].ground == ground;
        int begin = cell.begin - reach;
        int end = cell.end + reach;
        if (isHighlight(index) && index > 0 && isHighlight(index - 1))
            begin = (scene.layout.cellOf(column, index - 1).end + cell.begin) / 2;
        if (index + 1 < row.count && (goesOn || (isHighlight(index) && isHighlight(index + 1)))) {
            const int next = scene.layout.cellOf(column, index + 1).begin;
            end = goesOn ? next : (cell.end + next) / 2;
        }
        fill(begin, 0, end - begin, height, groundColor(scene, ground, column, row.kind));
    }
}

void HexPainter::composeValues(const HexScene& scene, const Row& row) {
    const unsigned base = baseOf(scene.options.valueRadix);
    const int digits = scene.layout.shape().digits;
    const int charWidth = glyphs_.cell().charWidth;
    const std::span<const std::byte> bytes = scene.rows.bytes();
    for (int index = 0; index < row.count; ++index) {
        const CellStyle cell = row.styles[static_cast<std::size_t>(index)];
        Style& style = styleFor(scene, cell, Column::Values, row.kind, false);
        const auto value = std::to_integer<unsigned>(bytes[row.first + static_cast<std::size_t>(index)]);
        const int begin = scene.layout.valueCell(index).begin;
        unsigned rest = value;
        for (int digit = digits; digit-- > 0; rest /= base) {
            const char32_t shown =
                cell.ink == Ink::Unreadable ? kDot : static_cast<char32_t>("0123456789ABCDEF"[rest % base]);
            put(style, shown, begin + digit * charWidth);
        }
    }
}

void HexPainter::composeText(const HexScene& scene, const Row& row) {
    for (int index = 0; index < row.count; ++index) {
        const std::size_t at = row.first + static_cast<std::size_t>(index);
        const TextCell cell = scene.text[at];
        CellStyle look = row.styles[static_cast<std::size_t>(index)];
        const bool isUnreadable = look.ink == Ink::Unreadable;
        const int x = scene.layout.textCell(index).begin;
        if (cell.character == 0 || isUnreadable) {
            Style& style = styleFor(scene, look, Column::Text, row.kind, !isUnreadable);
            put(style, cell.length == 0 && !isUnreadable ? U' ' : kDot, x);
            continue;
        }
        if (look.ink != Ink::Modified)
            look.ink = Ink::Printable;
        const bool isWide = cell.length > 1 && index + 1 < row.count && takesTwoCells(cell.character) &&
                            row.styles[static_cast<std::size_t>(index) + 1].ground == look.ground;
        put(styleFor(scene, look, Column::Text, row.kind, false), cell.character, x, isWide ? 2 : 1);
        if (isWide)
            ++index;
    }
}

/// The digit or character under a full caret in overwrite mode, in reversed colours.
void HexPainter::composeDigitAtCaret(const HexScene& scene, const Row& row, QRgb caret) {
    const int index = static_cast<int>(scene.state.caret - row.begin);
    const bool isText = scene.state.column == Column::Text;
    const Span place =
        isText ? scene.layout.textCell(index) : scene.layout.digitCell(index, scene.state.digit);
    char32_t shown = U' ';
    if (index < row.count) {
        const std::size_t at = row.first + static_cast<std::size_t>(index);
        if (scene.rows.isUnreadable(at)) {
            shown = kDot;
        } else if (isText) {
            shown = scene.text[at].character != 0 ? scene.text[at].character : kDot;
        } else {
            const NumberDigits digits(std::to_integer<unsigned>(scene.rows.bytes()[at]),
                                      baseOf(scene.options.valueRadix), scene.layout.shape().digits);
            shown = static_cast<char32_t>(digits.digits()[static_cast<std::size_t>(scene.state.digit)]);
        }
    }
    put(glyphs_.style(scene.colors.ground.rgb(), caret), shown, place.begin);
}

void HexPainter::composeCaret(const HexScene& scene, const Row& row) {
    const int index = static_cast<int>(scene.state.caret - row.begin);
    const int charWidth = glyphs_.cell().charWidth;
    const int thin = std::max(1, charWidth / 8);
    const QRgb caret = scene.colors.caret.rgb();
    const Column other = scene.state.column == Column::Values ? Column::Text : Column::Values;
    const Span twin = scene.layout.cellOf(other, index);
    outline(
        {twin.begin - thin, twin.end + thin},
        blended(QColor(scene.colors.caret.red(), scene.colors.caret.green(), scene.colors.caret.blue(), 0x90),
                scene.colors.caretRow)
            .rgb(),
        thin);
    const Span place = scene.layout.cellOf(scene.state.column, index);
    if (scene.caret == CaretLook::Outline) {
        outline({place.begin - thin, place.end + thin}, caret, thin);
    } else if (scene.caret == CaretLook::Full && scene.state.mode == InputMode::Overwrite) {
        const int height = glyphs_.cell().rowHeight;
        fill(place.begin, height - 2 * thin, place.size(), 2 * thin, caret);
        composeDigitAtCaret(scene, row, caret);
    } else if (scene.caret == CaretLook::Full) {
        const int x = scene.state.column == Column::Text
                          ? place.begin
                          : scene.layout.digitCell(index, scene.state.digit).begin;
        const int thick = std::max(2, charWidth / 4);
        fill(x - thick / 2 - thin, 0, thick, glyphs_.cell().rowHeight, caret);
    }
}

void HexPainter::composeRow(const HexScene& scene, const Row& row) {
    const HexColors& colors = scene.colors;
    const QColor& ground = row.kind == RowKind::Caret ? colors.caretRow : colors.ground;
    // A full row covers every cell of the one before; what lies between them is the same unless a ground
    // reached it.
    const bool isFull = row.count == scene.layout.bytesPerRow();
    if (!isClean_ || !isFull || row.kind != lastKind_)
        fillBackground(scene, colors.gutter.rgb(), ground.rgb(), glyphs_.cell().rowHeight);
    lastKind_ = row.kind;
    isClean_ = isFull && row.kind == RowKind::Ordinary;
    if (row.count > 0 || row.kind == RowKind::Caret)
        composeOffset(scene, row);
    composeGrounds(scene, row, Column::Values);
    composeGrounds(scene, row, Column::Text);
    composeValues(scene, row);
    composeText(scene, row);
    if (row.kind == RowKind::Caret)
        composeCaret(scene, row);
    const ByteCount sector = scene.options.sectorSize;
    if (sector > 0 && row.begin > 0 && row.count > 0 && row.begin % sector == 0) {
        fill(0, 0, strip_.width(), std::max(1, glyphs_.cell().charWidth / 8), colors.sector.rgb());
        isClean_ = false;
    }
}

void HexPainter::paintRows(QPainter& painter, const HexScene& scene, std::int64_t first, std::int64_t last,
                           int right) {
    glyphs_.trim();
    const int height = glyphs_.cell().rowHeight;
    prepare(scene, height);
    isClean_ = false;
    resolved_.assign((kFirstHighlightGround + scene.decorations.highlightColors().size()) * 8 * kInkCount,
                     nullptr);
    const auto bytesPerRow = static_cast<ByteCount>(scene.layout.bytesPerRow());
    const std::uint64_t caretRow = scene.state.caret / bytesPerRow;
    const ByteRange known = scene.rows.range();
    for (std::int64_t visible = first; visible < last; ++visible) {
        const std::uint64_t documentRow = scene.topRow + static_cast<std::uint64_t>(visible);
        Row row;
        row.begin = documentRow * bytesPerRow;
        if (row.begin < known.end) {
            row.first = static_cast<std::size_t>(row.begin - known.begin);
            row.count = static_cast<int>(std::min(bytesPerRow, known.end - row.begin));
            row.styles = scene.decorations.styles().subspan(row.first, static_cast<std::size_t>(row.count));
        }
        row.kind = documentRow == caretRow ? RowKind::Caret : RowKind::Ordinary;
        composeRow(scene, row);
        const int y = scene.layout.row(visible).begin;
        painter.drawImage(0, y, strip_, 0, 0, strip_.width(), height);
        const QColor& ground = row.kind == RowKind::Caret ? scene.colors.caretRow : scene.colors.ground;
        if (right > strip_.width())
            painter.fillRect(strip_.width(), y, right - strip_.width(), height, ground);
    }
}

void HexPainter::paintHeader(QPainter& painter, const HexScene& scene, int right) {
    const HexColors& colors = scene.colors;
    const int height = scene.layout.headerHeight();
    const int charWidth = glyphs_.cell().charWidth;
    const int y = (height - glyphs_.cell().rowHeight) / 2;
    const int thin = std::max(1, charWidth / 8);
    prepare(scene, height);
    fill(0, 0, strip_.width(), height, colors.gutter.rgb());
    Style& plain = glyphs_.style(colors.offset.rgb(), colors.gutter.rgb());
    Style& current = glyphs_.style(colors.offsetCurrent.rgb(), colors.gutter.rgb());
    const auto bytesPerRow = static_cast<ByteCount>(scene.layout.bytesPerRow());
    const int caretIndex = static_cast<int>(scene.state.caret % bytesPerRow);
    const unsigned base = baseOf(scene.options.offsetRadix);
    int digits = 2;
    for (unsigned limit = base * base; limit < bytesPerRow; limit *= base)
        ++digits;
    digits = std::min(digits, scene.layout.shape().digits);
    putText(plain, scene.offsetHeading.left(scene.layout.shape().offsetDigits),
            scene.layout.offsetColumn().begin, y);
    for (int index = 0; index < scene.layout.bytesPerRow(); ++index) {
        const NumberDigits number(static_cast<std::uint64_t>(index), base, digits);
        const Span cell = scene.layout.valueCell(index);
        int x = cell.end - digits * charWidth;
        for (const char digit : number.digits()) {
            const QRgb* pixels = (index == caretIndex ? current : plain).glyph(static_cast<char32_t>(digit));
            copyCell(pixels_ + y * stride_ + x, stride_, pixels, charWidth, glyphs_.cell().rowHeight);
            x += charWidth;
        }
    }
    putText(plain, scene.textHeading, scene.layout.textCell(0).begin, y);
    fill(0, height - thin, strip_.width(), thin, colors.rule.rgb());
    painter.drawImage(0, 0, strip_, 0, 0, strip_.width(), height);
    if (right > strip_.width()) {
        painter.fillRect(strip_.width(), 0, right - strip_.width(), height - thin, colors.gutter);
        painter.fillRect(strip_.width(), height - thin, right - strip_.width(), thin, colors.rule);
    }
}

}  // namespace octavo
