#include "ui/hexview/marked_scroll_bar.h"

#include <QPainter>
#include <QStyleOptionSlider>

#include "core/analyse/byte_classes.h"

namespace octavo {

void MarkedScrollBar::setProvider(MarkProvider provider) {
    provider_ = std::move(provider);
    update();
}

void MarkedScrollBar::marksChanged(ByteCount size) {
    size_ = size;
    update();
}

QRect MarkedScrollBar::groove() const {
    QStyleOptionSlider option;
    initStyleOption(&option);
    return style()->subControlRect(QStyle::CC_ScrollBar, &option, QStyle::SC_ScrollBarGroove, this);
}

void MarkedScrollBar::paintEvent(QPaintEvent* event) {
    QScrollBar::paintEvent(event);
    if (!provider_ || size_ == 0)
        return;
    QPainter painter(this);
    const QRect area = groove();
    const int width = std::max(4, area.width() / 3);
    paintMarks(painter, {area.right() + 1 - width, area.top(), width, area.height()}, size_, provider_);
}

void MarkedScrollBar::resizeEvent(QResizeEvent* event) {
    QScrollBar::resizeEvent(event);
    update();
}

void paintMarks(QPainter& painter, const QRect& area, ByteCount size, const MarkProvider& provider) {
    constexpr int kLeast = 2;
    for (int y = 0; y < area.height(); ++y) {
        std::optional<QColor> colour = provider(partOf(size, area.height(), y));
        if (!colour)
            continue;
        colour->setAlpha(255);
        const int top = std::min(y, area.height() - kLeast);
        painter.fillRect(area.left(), area.top() + top, area.width(), kLeast, *colour);
    }
}

}  // namespace octavo
