// HexView: the events of pointer, focus and scroll bars, handed on.

#include <QDragEnterEvent>
#include <QGuiApplication>
#include <QHelpEvent>
#include <QMimeData>
#include <QMouseEvent>
#include <QScrollBar>
#include <QStyleHints>
#include <QToolTip>

#include "ui/hexview/hex_view_parts.h"

namespace octavo {

namespace {

constexpr int kAutoScrollMs = 40;
constexpr int kRowsPerNotch = 3;
constexpr int kNotch = 120;

}  // namespace

void HexView::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton)
        parts_->press(event->position().toPoint(), event->modifiers());
}

void HexView::mouseMoveEvent(QMouseEvent* event) {
    const QPoint point = event->position().toPoint();
    if (parts_->pointer == Parts::Pointer::Idle)
        return;
    if (parts_->pointer == Parts::Pointer::MayDrag) {
        const int distance = (point - parts_->pressPoint).manhattanLength();
        if (distance >= QGuiApplication::styleHints()->startDragDistance())
            parts_->startDrag();
        return;
    }
    parts_->dragTo(point);
    const bool isOutside = !viewport()->rect().contains(point);
    if (isOutside && !parts_->autoScrollTimer.isActive())
        parts_->autoScrollTimer.start(kAutoScrollMs, this);
    else if (!isOutside)
        parts_->autoScrollTimer.stop();
    parts_->pressPoint = point;
}

void HexView::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton)
        return;
    if (parts_->pointer == Parts::Pointer::MayDrag) {
        EditorState next = state().movedTo(parts_->pressPlace.offset, SelectionMode::Clear);
        next.column = parts_->pressPlace.hit.column;
        parts_->setState(next, Parts::Reveal::No);
    }
    parts_->pointer = Parts::Pointer::Idle;
    parts_->autoScrollTimer.stop();
}

void HexView::mouseDoubleClickEvent(QMouseEvent* event) {
    const auto offset = parts_->byteUnder(event->position().toPoint());
    if (event->button() != Qt::LeftButton || !offset)
        return;
    const Column column = parts_->placeAt(event->position().toPoint()).hit.column;
    EditorState next = state().selecting(parts_->wordAt(*offset, column));
    next.column = column;
    parts_->setState(next, Parts::Reveal::No);
}

void HexView::contextMenuEvent(QContextMenuEvent* event) {
    if (event->reason() == QContextMenuEvent::Mouse) {
        const auto offset = parts_->byteUnder(viewport()->mapFromGlobal(event->globalPos()));
        if (offset && !state().selects(*offset))
            goTo(*offset);
        Q_EMIT contextMenuWanted(event->globalPos());
        return;
    }
    Q_EMIT contextMenuWanted(viewport()->mapToGlobal(rectOf(caret(), state().column).bottomLeft()));
}

void HexView::wheelEvent(QWheelEvent* event) {
    const QPoint angle = event->angleDelta();
    if (event->modifiers() & Qt::ControlModifier) {
        if (angle.y() != 0)
            setZoom(zoom() + (angle.y() > 0 ? 10 : -10));
        event->accept();
        return;
    }
    if (angle.y() == 0) {
        QAbstractScrollArea::wheelEvent(event);
        return;
    }
    parts_->wheelRest += angle.y() * kRowsPerNotch;
    const int rows = parts_->wheelRest / kNotch;
    parts_->wheelRest -= rows * kNotch;
    setTopRow(parts_->scroll.moved(parts_->topRow, -rows));
    event->accept();
}

void HexView::timerEvent(QTimerEvent* event) {
    if (event->timerId() == parts_->blinkTimer.timerId()) {
        parts_->blink();
    } else if (event->timerId() == parts_->autoScrollTimer.timerId()) {
        const int y = parts_->pressPoint.y();
        const int below = y - viewport()->height();
        // The further outside, the faster.
        const int rows = y < 0 ? -1 + y / 24 : below > 0 ? 1 + below / 24 : 0;
        setTopRow(parts_->scroll.moved(parts_->topRow, rows));
        parts_->dragTo(parts_->pressPoint);
    } else {
        QAbstractScrollArea::timerEvent(event);
    }
}

void HexView::dragEnterEvent(QDragEnterEvent* event) {
    const QMimeData* offered = event->mimeData();
    if (offered->hasUrls() || offered->hasText() || offered->hasFormat(QString::fromLatin1(kPiecesMimeType)))
        event->acceptProposedAction();
}

void HexView::dragMoveEvent(QDragMoveEvent* event) {
    event->acceptProposedAction();
}

void HexView::dropEvent(QDropEvent* event) {
    const QMimeData* offered = event->mimeData();
    event->acceptProposedAction();
    if (offered->hasUrls())
        Q_EMIT filesDropped(offered->urls());
    else if (parts_->document != nullptr)
        parts_->drop(*offered, event->position().toPoint());
}

// Other events

bool HexView::viewportEvent(QEvent* event) {
    if (event->type() != QEvent::ToolTip)
        return QAbstractScrollArea::viewportEvent(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const auto offset = parts_->byteUnder(help->pos());
    if (!offset) {
        QToolTip::hideText();
        return true;
    }
    const auto notes = parts_->hoverNotes ? parts_->hoverNotes(*offset) : QList<HoverNote>();
    QToolTip::showText(help->globalPos(),
                       hoverText(parts_->document->snapshot(), *offset, options().baseAddress, notes),
                       viewport(), rectOf(*offset, parts_->placeAt(help->pos()).hit.column));
    return true;
}

void HexView::paintEvent(QPaintEvent* event) {
    parts_->paint(*event);
}

void HexView::resizeEvent(QResizeEvent* event) {
    QAbstractScrollArea::resizeEvent(event);
    parts_->relayout();
    viewport()->update();
}

void HexView::changeEvent(QEvent* event) {
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        parts_->offsetHeading = tr("Offset");
        setAccessibleName(tr("Hex view"));
        viewport()->update();
    }
}

void HexView::focusInEvent(QFocusEvent* event) {
    QAbstractScrollArea::focusInEvent(event);
    parts_->restartBlinking();
    viewport()->update();
}

void HexView::focusOutEvent(QFocusEvent* event) {
    QAbstractScrollArea::focusOutEvent(event);
    parts_->restartBlinking();
    viewport()->update();
}

void HexView::scrollContentsBy(int dx, int dy) {
    if (dx != 0)
        viewport()->update();
    const int value = verticalScrollBar()->value();
    // Not dy: the bar is also moved quietly, after the row on top, and dy would count from before that.
    static_cast<void>(dy);
    if (value != parts_->scroll.valueOf(parts_->topRow))
        setTopRow(parts_->scroll.rowOf(value));
}

}  // namespace octavo
