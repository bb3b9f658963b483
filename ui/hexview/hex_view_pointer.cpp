// HexView: what the pointer does.

#include <algorithm>
#include <cmath>

#include <QDrag>

#include "core/analyse/byte_classes.h"
#include "ui/hexview/hex_view_parts.h"

namespace octavo {

namespace {

constexpr ByteCount kWordReach = 4096;

}  // namespace

HexView::Parts::Place HexView::Parts::placeAt(QPoint point, std::optional<Column> column) const {
    const int x = static_cast<int>(std::lround(point.x() * ratio())) + scrollX();
    const int y = static_cast<int>(std::lround(point.y() * ratio()));
    Place place;
    place.isInGutter = x < layout.gutterWidth();
    place.hit = column ? layout.hitTest(x, *column) : layout.hitTest(x);
    const std::int64_t visible = layout.rowAt(y);
    const auto bytesPerRow = static_cast<ByteCount>(layout.bytesPerRow());
    if (visible < 0 && topRow == 0)
        return place.offset = 0, place;
    const std::uint64_t row = topRow + static_cast<std::uint64_t>(visible);
    if (row > rowOf(size())) {
        place.offset = size();
        return place;
    }
    place.offset = std::min(size(), row * bytesPerRow + static_cast<ByteCount>(place.hit.index));
    return place;
}

std::optional<ByteOffset> HexView::Parts::byteUnder(QPoint point) const {
    const Place place = placeAt(point);
    const bool isThere = place.offset < size() && !place.isInGutter &&
                         rectOf(place.offset, place.hit.column)
                             .adjusted(-layout.cell().charWidth / 2, 0, layout.cell().charWidth / 2, 0)
                             .contains(point);
    return isThere ? std::optional(place.offset) : std::nullopt;
}

void HexView::Parts::press(QPoint point, Qt::KeyboardModifiers modifiers) {
    pressPoint = point;
    pressPlace = placeAt(point);
    EditorState next = state;
    const bool isInSelection = state.selects(pressPlace.offset);
    if (pressPlace.isInGutter) {
        pointer = Pointer::SelectingRows;
        dragTo(point);
        return;
    }
    if (modifiers.testFlag(Qt::ControlModifier) && byteUnder(point)) {
        addByPress();
        return;
    }
    if (isInSelection && !(modifiers & Qt::ShiftModifier) && byteUnder(point)) {
        pointer = Pointer::MayDrag;
        return;
    }
    pointer = Pointer::Selecting;
    next.column = pressPlace.hit.column;
    if (modifiers & Qt::ShiftModifier) {
        const bool isForward = pressPlace.offset >= state.anchor;
        next = next.movedTo(std::min(size(), pressPlace.offset + (isForward ? 1 : 0)), SelectionMode::Extend);
        pressPlace.offset = next.anchor;
    } else {
        next = next.movedTo(pressPlace.offset, SelectionMode::Clear);
        if (next.mode == InputMode::Overwrite && pressPlace.offset < size())
            next.digit = pressPlace.hit.digit;
    }
    setState(next, Reveal::No);
}

/// Ctrl takes a selected range out, or begins another one beside those that are there.
void HexView::Parts::addByPress() {
    const RangeList before = state.selectedRanges();
    EditorState next = state;
    next.column = pressPlace.hit.column;
    if (before.contains(pressPlace.offset)) {
        pointer = Pointer::Idle;
        setState(next.selecting(before.without(pressPlace.offset), pressPlace.offset), Reveal::No);
        return;
    }
    pointer = Pointer::Adding;
    besides = before;
    setState(next, Reveal::No);
    addUpTo(pressPlace.offset);
}

void HexView::Parts::addUpTo(ByteOffset offset) {
    const ByteOffset pressed = pressPlace.offset;
    const ByteOffset last = std::min(offset, size() - 1);
    const ByteRange added{std::min(pressed, last), std::max(pressed, last) + 1};
    EditorState next = state.selecting(added);
    if (last < pressed)
        std::swap(next.caret, next.anchor);
    if (const RangeList all = besides.with(added); all.size() > 1)
        next.several = all;
    setState(next, Reveal::No);
}

void HexView::Parts::dragTo(QPoint point) {
    const Place place = placeAt(point, state.column);
    if (pointer == Pointer::Adding) {
        addUpTo(place.offset);
        return;
    }
    if (pointer == Pointer::SelectingRows) {
        const auto bytesPerRow = static_cast<ByteCount>(layout.bytesPerRow());
        const std::uint64_t from = rowOf(pressPlace.offset);
        const std::uint64_t to = rowOf(place.offset);
        const auto end = [&](std::uint64_t row) { return std::min(size(), (row + 1) * bytesPerRow); };
        EditorState next = state.selecting({std::min(from, to) * bytesPerRow, end(std::max(from, to))});
        if (to < from)
            std::swap(next.caret, next.anchor);
        setState(next, Reveal::No);
        return;
    }
    EditorState next = state;
    const ByteOffset pressed = pressPlace.offset;
    if (place.offset > pressed) {
        next = next.movedTo(pressed, SelectionMode::Clear)
                   .movedTo(std::min(size(), place.offset + 1), SelectionMode::Extend);
    } else if (place.offset < pressed) {
        next = next.movedTo(std::min(size(), pressed + 1), SelectionMode::Clear)
                   .movedTo(place.offset, SelectionMode::Extend);
    } else if (place.hit.isRightHalf != pressPlace.hit.isRightHalf && pressed < size()) {
        next = next.movedTo(pressed, SelectionMode::Clear).movedTo(pressed + 1, SelectionMode::Extend);
    } else if (state.hasSelection()) {
        next = next.movedTo(pressed, SelectionMode::Clear);
    }
    setState(next, Reveal::No);
}

QMimeData* HexView::Parts::makeMimeData() {
    const Snapshot selected =
        state.hasSeveral() ? document->snapshot().gathering(state.several) : document->snapshot();
    const ByteRange range = state.hasSeveral() ? selected.all() : state.selection();
    auto* data = new PiecesMimeData(selected, range, state.column, decoder.encoding());
    QObject::connect(data, &PiecesMimeData::becameUnreadable, &view, &HexView::refused);
    if (const auto problem = data->problem())
        Q_EMIT view.refused(*problem);
    return data;
}

void HexView::Parts::startDrag() {
    pointer = Pointer::Idle;
    auto* drag = new QDrag(&view);
    drag->setMimeData(makeMimeData());
    drag->exec(Qt::CopyAction);
}

void HexView::Parts::drop(const QMimeData& data, QPoint point) {
    const Place place = placeAt(point);
    auto content = contentOf(data, octavo::PasteAs::Automatic, place.hit.column, decoder.encoding());
    if (!content) {
        Q_EMIT view.refused(content.error());
        return;
    }
    const ByteCount length = content->size();
    EditorState there = state.movedTo(place.offset, SelectionMode::Clear);
    there.column = place.hit.column;
    const Snapshot before = document->snapshot();
    EditStep step = EditController(before, there, options.valueRadix).paste(std::move(*content));
    step.after = step.after.selecting(ByteRange::ofLength(place.offset, length));
    perform(step);
}

/// What a double click selects: the group in values, the run of bytes of one class in text.
ByteRange HexView::Parts::wordAt(ByteOffset offset, Column column) const {
    if (column == Column::Values) {
        const auto grouping = static_cast<ByteCount>(options.grouping);
        const ByteOffset begin = offset - offset % grouping;
        return {begin, std::min(size(), begin + grouping)};
    }
    const ByteRange near{offset - std::min(offset, kWordReach),
                         offset + std::min(size() - offset, kWordReach)};
    std::vector<std::byte> bytes(static_cast<std::size_t>(near.size()));
    static_cast<void>(document->snapshot().read(near.begin, bytes));
    const auto isSame =
        [&, wanted = classOf(bytes[static_cast<std::size_t>(offset - near.begin)])](ByteOffset at) {
            return classOf(bytes[static_cast<std::size_t>(at - near.begin)]) == wanted;
        };
    ByteRange word{offset, offset + 1};
    while (word.begin > near.begin && isSame(word.begin - 1))
        --word.begin;
    while (word.end < near.end && isSame(word.end))
        ++word.end;
    return word;
}

}  // namespace octavo
