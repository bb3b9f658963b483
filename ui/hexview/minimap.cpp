#include "ui/hexview/minimap.h"

#include <algorithm>
#include <array>

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include "ui/base/number_text.h"
#include "ui/hexview/marked_scroll_bar.h"

namespace octavo {

namespace {

constexpr int kLinesPerRow = 3;
constexpr int kMarkWidth = 5;
constexpr int kMargin = 3;
constexpr int kLeastFrame = 6;

/// Text colours fill whole areas here: softer, so that they stay a background.
QColor softened(const QColor& colour, const QColor& ground) {
    QColor soft = colour;
    soft.setAlpha(120);
    return blended(soft, ground);
}

}  // namespace

Minimap::Minimap(QWidget* parent) : QWidget(parent) {
    setAccessibleName(tr("Minimap"));
    setAttribute(Qt::WA_OpaquePaintEvent);
    setCursor(Qt::PointingHandCursor);
    setFixedWidth(kWidth);
}

void Minimap::setColors(const HexColors& colors) {
    colors_ = colors;
    drawPicture();
}

void Minimap::setProvider(MarkProvider provider) {
    provider_ = std::move(provider);
    update();
}

void Minimap::setDocument(ByteCount size, int bytesPerRow) {
    if (size == size_ && bytesPerRow == bytesPerRow_)
        return;
    size_ = size;
    bytesPerRow_ = bytesPerRow;
    update();
    if (isVisible() && lines() > 0)
        Q_EMIT sharesWanted(lines());
}

void Minimap::setVisibleRange(ByteRange range) {
    if (range == visible_)
        return;
    visible_ = range;
    update();
}

void Minimap::setShares(std::vector<ByteClassShares> shares) {
    shares_ = std::move(shares);
    drawPicture();
}

int Minimap::lines() const {
    const ByteCount rows = size_ / static_cast<ByteCount>(bytesPerRow_) + (size_ > 0 ? 1 : 0);
    return static_cast<int>(
        std::min<ByteCount>(static_cast<ByteCount>(std::max(0, height())), rows * kLinesPerRow));
}

ByteOffset Minimap::offsetAt(int y) const {
    const int count = lines();
    return count == 0 ? 0 : partOf(size_, count, std::clamp(y, 0, count - 1)).begin;
}

int Minimap::yOf(ByteOffset offset) const {
    return size_ == 0 ? 0
                      : static_cast<int>(static_cast<double>(lines()) * static_cast<double>(offset) /
                                         static_cast<double>(size_));
}

void Minimap::drawPicture() {
    update();
    picture_ = {};
    if (shares_.empty())
        return;
    const int room = kWidth - kMarkWidth - 2 * kMargin;
    picture_ = QImage(room, static_cast<int>(shares_.size()), QImage::Format_RGB32);
    picture_.fill(colors_.gutter);
    const std::array colours{softened(colors_.zero, colors_.gutter), softened(colors_.text, colors_.gutter),
                             softened(colors_.control, colors_.gutter),
                             softened(colors_.high, colors_.gutter)};
    QPainter painter(&picture_);
    for (int y = 0; y < picture_.height(); ++y) {
        const ByteClassShares& each = shares_[static_cast<std::size_t>(y)];
        int share = each.zero;
        int from = share * room / 255;  // zeros are empty room
        const std::array rest{each.printable, each.control, each.high};
        for (std::size_t i = 0; i < rest.size(); ++i) {
            share += rest[i];
            const int to = share * room / 255;
            painter.fillRect(from, y, to - from, 1, colours[i + 1]);
            from = to;
        }
    }
}

void Minimap::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), colors_.gutter);
    painter.fillRect(0, 0, 1, height(), colors_.rule);
    const int count = lines();
    if (count == 0)
        return;
    if (!picture_.isNull())
        painter.drawImage(QRect(kMargin, 0, picture_.width(), count), picture_);
    if (provider_)
        paintMarks(painter, {width() - kMarkWidth - 1, 0, kMarkWidth, count}, size_, provider_);
    int top = yOf(visible_.begin);
    int bottom = yOf(visible_.end);
    if (bottom - top < kLeastFrame) {
        top = std::clamp(top, 0, std::max(0, height() - kLeastFrame));
        bottom = top + kLeastFrame;
    }
    QColor veil = colors_.caret;
    veil.setAlpha(28);
    painter.fillRect(1, top, width() - 1, bottom - top, veil);
    veil.setAlpha(130);
    painter.setPen(veil);
    painter.drawRect(1, top, width() - 2, bottom - top - 1);
}

void Minimap::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    if (isVisible() && lines() > 0)
        Q_EMIT sharesWanted(lines());
}

void Minimap::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton && size_ > 0)
        Q_EMIT pointedAt(offsetAt(static_cast<int>(event->position().y())));
}

void Minimap::mouseMoveEvent(QMouseEvent* event) {
    if ((event->buttons() & Qt::LeftButton) != 0 && size_ > 0)
        Q_EMIT pointedAt(offsetAt(static_cast<int>(event->position().y())));
}

bool Minimap::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip && size_ > 0) {
        const auto* help = static_cast<QHelpEvent*>(event);
        QToolTip::showText(help->globalPos(), offsetText(offsetAt(help->y())), this);
        return true;
    }
    if (event->type() == QEvent::Show && lines() > 0)
        Q_EMIT sharesWanted(lines());
    return QWidget::event(event);
}

}  // namespace octavo
