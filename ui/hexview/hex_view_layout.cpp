// HexView: layout, scrolling, state and painting.

#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>

#include <QGuiApplication>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyleHints>

#include "ui/hexview/hex_accessible.h"
#include "ui/hexview/hex_view_parts.h"

namespace octavo {

namespace {

constexpr int kBlinksUntilRest = 20;

int toDevice(int logical, double ratio) {
    return static_cast<int>(std::lround(logical * ratio));
}

bool isWhole(double number) {
    return std::abs(number - std::round(number)) < 1e-6;
}

}  // namespace

HexView::Parts::Parts(HexView& owner) : view(owner) {}

int HexView::Parts::deviceWidth() const {
    return toDevice(view.viewport()->width(), ratio());
}

int HexView::Parts::deviceHeight() const {
    return toDevice(view.viewport()->height(), ratio());
}

int HexView::Parts::scrollX() const {
    return toDevice(view.horizontalScrollBar()->value(), ratio());
}

int HexView::Parts::wholeRows() const {
    return layout.wholeRows(deviceHeight());
}

std::uint64_t HexView::Parts::rowOf(ByteOffset offset) const {
    return offset / static_cast<ByteCount>(layout.bytesPerRow());
}

NavigationSpace HexView::Parts::space() const {
    return {.size = size(),
            .bytesPerRow = layout.bytesPerRow(),
            .grouping = options.grouping,
            .pageRows = std::max(1, wholeRows() - 1)};
}

/// Computes the layout anew; the byte in the upper left corner stays in the top row.
void HexView::Parts::relayout() {
    QFont zoomed = font;
    if (font.pixelSize() > 0)
        zoomed.setPixelSize(std::max(4, font.pixelSize() * zoom / 100));
    else
        zoomed.setPointSizeF(font.pointSizeF() * zoom / 100);
    painter.glyphs().setFont(zoomed, ratio());
    const CellMetrics cell = painter.glyphs().cell();
    const ByteOffset greatest = options.baseAddress + size();
    HexLayout::Shape shape{.bytesPerRow = options.bytesPerRow,
                           .grouping = options.grouping,
                           .digits = digitsPerByte(options.valueRadix),
                           .offsetDigits = HexLayout::offsetDigitsFor(greatest, options.offsetRadix)};
    if (options.rowWidth == RowWidth::Fitted)
        shape.bytesPerRow = HexLayout::bytesThatFit(cell, shape, deviceWidth());
    const ByteOffset topByte = topRow * static_cast<ByteCount>(layout.bytesPerRow());
    layout = HexLayout(cell, shape);
    topRow = rowOf(topByte);
    updateScrollBars();
}

void HexView::Parts::updateScrollBars() {
    scroll = ScrollMap(rowOf(size()) + 1, wholeRows());
    topRow = std::min(topRow, scroll.lastTopRow());
    QScrollBar& vertical = *view.verticalScrollBar();
    const QSignalBlocker quiet(vertical);
    vertical.setRange(0, scroll.maximum());
    vertical.setPageStep(wholeRows());
    vertical.setValue(scroll.valueOf(topRow));
    const int width = static_cast<int>(std::ceil(layout.width() / ratio()));
    QScrollBar& horizontal = *view.horizontalScrollBar();
    horizontal.setRange(0, std::max(0, width - view.viewport()->width()));
    horizontal.setPageStep(view.viewport()->width());
    horizontal.setSingleStep(std::max(1, static_cast<int>(layout.cell().charWidth / ratio())));
    marksChanged();
    Q_EMIT view.sightChanged();
}

QRect HexView::Parts::logical(Span x, Span y) const {
    const double scale = ratio();
    const int left = static_cast<int>(std::floor((x.begin - scrollX()) / scale));
    const int right = static_cast<int>(std::ceil((x.end - scrollX()) / scale));
    const int top = static_cast<int>(std::floor(y.begin / scale));
    const int bottom = static_cast<int>(std::ceil(y.end / scale));
    return {left, top, right - left, bottom - top};
}

/// The viewport's part that shows these rows of the document, [first, last].
QRect HexView::Parts::rectOfRows(std::uint64_t first, std::uint64_t last) const {
    const auto started = static_cast<std::uint64_t>(layout.startedRows(deviceHeight()));
    if (last < topRow || first >= topRow + started)
        return {};
    const auto from = static_cast<std::int64_t>(std::max(first, topRow) - topRow);
    const auto to = static_cast<std::int64_t>(std::min(last, topRow + started - 1) - topRow);
    const QRect stripe = logical({0, 1}, {layout.row(from).begin, layout.row(to).end});
    return {0, stripe.top(), view.viewport()->width(), stripe.height()};
}

QRect HexView::Parts::rectOf(ByteOffset offset, Column column) const {
    const std::uint64_t row = rowOf(offset);
    if (rectOfRows(row, row).isEmpty())
        return {};
    const auto index = static_cast<int>(offset - row * static_cast<ByteCount>(layout.bytesPerRow()));
    return logical(layout.cellOf(column, index), layout.row(static_cast<std::int64_t>(row - topRow)))
        .intersected(view.viewport()->rect());
}

void HexView::Parts::setTopRow(std::uint64_t row) {
    const std::uint64_t next = std::min(row, scroll.lastTopRow());
    if (next == topRow)
        return;
    const std::uint64_t distance = next > topRow ? next - topRow : topRow - next;
    const bool isDown = next > topRow;
    topRow = next;
    {
        const QSignalBlocker quiet(view.verticalScrollBar());
        view.verticalScrollBar()->setValue(scroll.valueOf(topRow));
    }
    // What stays in sight is moved, not painted again; only with whole device pixels does that come out
    // exact.
    const double top = layout.headerHeight() / ratio();
    const double rowHeight = layout.cell().rowHeight / ratio();
    if (distance < static_cast<std::uint64_t>(wholeRows()) && isWhole(ratio()) && isWhole(top) &&
        isWhole(rowHeight)) {
        const int pixels = static_cast<int>(std::lround(static_cast<double>(distance) * rowHeight));
        const QRect below = view.viewport()->rect().adjusted(0, static_cast<int>(std::lround(top)), 0, 0);
        view.viewport()->scroll(0, isDown ? -pixels : pixels, below);
    } else {
        view.viewport()->update();
    }
    Q_EMIT view.topRowChanged(topRow);
    Q_EMIT view.sightChanged();
}

void HexView::Parts::reveal(ByteOffset offset, Column column) {
    const std::uint64_t row = rowOf(offset);
    const auto page = static_cast<std::uint64_t>(wholeRows());
    if (row + page < topRow || row >= topRow + 2 * page)
        setTopRow(row - std::min(row, page / 3));  // far away: with some rows before it in sight
    else if (row < topRow)
        setTopRow(row);
    else if (row >= topRow + page)
        setTopRow(row - page + 1);

    const auto index = static_cast<int>(offset - row * static_cast<ByteCount>(layout.bytesPerRow()));
    const Span cell = layout.cellOf(column, index);
    const int margin = layout.cell().charWidth;
    QScrollBar& bar = *view.horizontalScrollBar();
    if (cell.begin - margin < scrollX())
        bar.setValue(index == 0 && column == Column::Values
                         ? 0
                         : static_cast<int>(std::floor((cell.begin - margin) / ratio())));
    else if (cell.end + margin > scrollX() + deviceWidth())
        bar.setValue(static_cast<int>(std::ceil((cell.end + margin - deviceWidth()) / ratio())));
}

void HexView::Parts::updateBytes(ByteRange range) {
    const ByteOffset last = range.isEmpty() ? range.begin : range.end - 1;
    view.viewport()->update(rectOfRows(rowOf(range.begin), rowOf(last)));
}

void HexView::Parts::updateCaret() {
    updateBytes({state.caret, state.caret});
}

void HexView::Parts::setState(const EditorState& next, Reveal revealCaret) {
    const EditorState before = state;
    state = next;
    if (document != nullptr)
        stateRevision = document->revision();
    if (state != before && !isEditing && document != nullptr)
        document->endTyping();
    announce(before);
    if (revealCaret == Reveal::Yes) {
        // Behind a selection's last byte, that byte is what is looked at.
        const bool isBehind = state.hasSelection() && state.caret > state.anchor;
        reveal(isBehind ? state.caret - 1 : state.caret, state.column);
    }
}

void HexView::Parts::adopt(const EditorState& next) {
    const bool wasEditing = std::exchange(isEditing, true);
    setState(next.clampedTo(size()), Reveal::No);
    isEditing = wasEditing;
}

/// Repaints what differs from `before` and tells everybody.
void HexView::Parts::announce(const EditorState& before) {
    if (state == before)
        return;
    updateBytes({before.caret, before.caret});
    updateCaret();
    if (state.several != before.several) {
        view.viewport()->update();
        marksChanged();
    } else if (state.anchor == before.anchor && state.column == before.column) {
        updateBytes({std::min(state.caret, before.caret), std::max(state.caret, before.caret)});
    } else {
        updateBytes(before.selection());
        updateBytes(state.selection());
    }
    view.viewport()->update(
        logical({0, 1}, {0, layout.headerHeight()}).adjusted(0, 0, view.viewport()->width(), 0));
    restartBlinking();
    if (state.caret != before.caret)
        Q_EMIT view.caretMoved(state.caret);
    const bool isOther = state.selection() != before.selection() || state.several != before.several;
    if (isOther && (state.hasSelection() || before.hasSelection()))
        Q_EMIT view.selectionChanged(state.selection().begin, state.selection().end);
    if (state.mode != before.mode)
        Q_EMIT view.modeChanged(state.mode);
    if (state.column != before.column)
        Q_EMIT view.columnChanged(state.column);
    Q_EMIT view.stateChanged();
    tellAccessibility(view, before, state);
}

void HexView::Parts::onChange(const Change& change) {
    lastChange = change;
    const ByteCount oldSize = size() - change.inserted + change.removed;
    const int oldDigits = layout.shape().offsetDigits;
    relayout();
    const bool isLocal = change.inserted == change.removed && layout.shape().offsetDigits == oldDigits;
    if (isLocal)
        updateBytes(change.insertedRange());
    else if (layout.shape().offsetDigits != oldDigits)
        view.viewport()->update();
    else
        updateBytes({change.offset, std::max(oldSize, size()) + 1});
    // A synchronised view that heard of the change first may have brought the state along already.
    if (isEditing || stateRevision == change.revision)
        return;
    const EditorState before = state;
    state = state.following(change).clampedTo(size());
    stateRevision = change.revision;
    announce(before);
}

void HexView::Parts::goToChange() {
    if (!lastChange || state.hasSeveral())
        return;
    // Bytes that come back stand in front of the caret, as they did before they were removed; where bytes
    // took the place of others, typing began at the first.
    const bool isTakenBack = lastChange->origin == Change::Origin::Undo && lastChange->removed > 0;
    view.goTo(lastChange->offset + (isTakenBack ? 0 : lastChange->inserted));
}

void HexView::Parts::restartBlinking() {
    isCaretLit = true;
    blinksLeft = kBlinksUntilRest;
    const int flash = QGuiApplication::styleHints()->cursorFlashTime();
    if (view.hasFocus() && flash > 1)
        blinkTimer.start(flash / 2, &view);
    else
        blinkTimer.stop();
}

/// Half a blink. After some time without a key the caret rests, lit, and nothing wakes the program any more.
void HexView::Parts::blink() {
    isCaretLit = !isCaretLit;
    if (--blinksLeft <= 0 && isCaretLit)
        blinkTimer.stop();
    view.viewport()->update(rectOf(state.caret, state.column).adjusted(-4, 0, 4, 0));
}

void HexView::Parts::paint(QPaintEvent& event) {
    if (!std::equal_to<>()(ratio(), painter.glyphs().devicePixelRatio())) {
        // Moved to another screen. This frame still has the old cells; laying out may not happen inside a
        // paint.
        const auto catchUp = [this] {
            relayout();
            view.viewport()->update();
        };
        QMetaObject::invokeMethod(&view, catchUp, Qt::QueuedConnection);
    }
    QPainter canvas(view.viewport());
    const double scale = ratio();
    canvas.scale(1 / scale, 1 / scale);
    const int shift = scrollX();
    canvas.translate(-shift, 0);
    const int right = std::max(deviceWidth() + shift, layout.width());

    const QRect exposed = event.rect();
    const auto bytesPerRow = static_cast<ByteCount>(layout.bytesPerRow());
    const std::int64_t first = std::max<std::int64_t>(0, layout.rowAt(toDevice(exposed.top(), scale)));
    const std::int64_t last =
        std::max<std::int64_t>(first, layout.rowAt(toDevice(exposed.bottom() + 1, scale)) + 1);
    rows.clear();
    text.clear();
    if (document != nullptr) {
        const auto rowAt = [&](std::int64_t row) {
            const std::uint64_t documentRow = topRow + static_cast<std::uint64_t>(row);
            return documentRow > rowOf(size()) ? size() : std::min(size(), documentRow * bytesPerRow);
        };
        rows.read(*document, {rowAt(first), rowAt(last)}, TextDecoder::kContext);
        decoder.decode(rows.bytesWithContext(), rows.rangeWithContext().begin, text);
    }
    const ByteRange selected = state.selection();
    decorations.compute(rows,
                        state.hasSeveral() ? state.several.touching(rows.range()) : std::span(&selected, 1),
                        highlights);
    const auto look = !view.hasFocus() ? CaretLook::Outline
                      : isCaretLit     ? CaretLook::Full
                                       : CaretLook::Hidden;
    const HexScene scene{.layout = layout,
                         .options = options,
                         .colors = colors,
                         .state = state,
                         .caret = look,
                         .documentSize = size(),
                         .topRow = topRow,
                         .rows = rows,
                         .decorations = decorations,
                         .text = std::span(text).subspan(
                             static_cast<std::size_t>(rows.range().begin - rows.rangeWithContext().begin)),
                         .offsetHeading = offsetHeading,
                         .textHeading = decoder.encoding()};
    paintRegion(canvas, scene, event.region(), right);
}

void HexView::Parts::paintRegion(QPainter& canvas, const HexScene& scene, const QRegion& region, int right) {
    const double scale = ratio();
    std::int64_t next = 0;  // rows above it are painted; a region's rectangles come from top to bottom
    for (const QRect& part : region) {
        const std::int64_t first = std::max(next, layout.rowAt(toDevice(part.top(), scale)));
        const std::int64_t last = layout.rowAt(toDevice(part.bottom() + 1, scale)) + 1;
        if (first < last) {
            painter.paintRows(canvas, scene, first, last, right);
            next = last;
        }
    }
    if (toDevice(region.boundingRect().top(), scale) < layout.headerHeight())
        painter.paintHeader(canvas, scene, right);
}

}  // namespace octavo
