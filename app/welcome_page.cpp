#include "app/welcome_page.h"

#include <algorithm>
#include <utility>

#include <QAbstractButton>
#include <QLabel>
#include <QPainter>
#include <QTimer>
#include <QVBoxLayout>

namespace octavo {

namespace {

constexpr int kColumnWidth = 460;
constexpr int kPadding = 8;

/// A line that can be clicked: text at the left, a note at the right.
class EntryButton final : public QAbstractButton {
public:
    EntryButton(const QString& text, QString note, QWidget* parent)
        : QAbstractButton(parent), note_(std::move(note)) {
        setText(text);
        setAccessibleDescription(note_);
        setFocusPolicy(Qt::StrongFocus);
        setAttribute(Qt::WA_Hover);
        setCursor(Qt::PointingHandCursor);
    }

    [[nodiscard]] QSize sizeHint() const override {
        return {kColumnWidth, fontMetrics().height() + kPadding};
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        const QRect inner = rect().adjusted(kPadding, 0, -kPadding, 0);
        if (underMouse() || hasFocus()) {
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(hasFocus() ? QPen(palette().color(QPalette::Highlight)) : QPen(Qt::NoPen));
            painter.setBrush(palette().color(QPalette::Midlight));
            painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
        }
        const int noteWidth = std::min(fontMetrics().horizontalAdvance(note_) + 1, inner.width() / 2);
        painter.setPen(palette().color(QPalette::PlaceholderText));
        painter.drawText(inner, Qt::AlignRight | Qt::AlignVCenter,
                         fontMetrics().elidedText(note_, Qt::ElideMiddle, noteWidth));
        painter.setPen(palette().color(QPalette::Link));
        painter.drawText(
            inner, Qt::AlignLeft | Qt::AlignVCenter,
            fontMetrics().elidedText(text(), Qt::ElideMiddle, inner.width() - noteWidth - kPadding));
    }

private:
    QString note_;
};

}  // namespace

WelcomePage::WelcomePage(QWidget* parent) : QWidget(parent) {}

void WelcomePage::setOffer(std::function<Offer()> offer) {
    offer_ = std::move(offer);
}

void WelcomePage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    QTimer::singleShot(0, this, [this] {
        if (isVisible() && offer_)
            fill();
    });
}

void WelcomePage::fill() {
    const Offer offer = offer_();
    if (layout() == nullptr)
        new QVBoxLayout(this);
    delete column_;
    column_ = new QWidget(this);
    column_->setMaximumWidth(kColumnWidth);
    lines_ = new QVBoxLayout(column_);
    lines_->setSpacing(2);
    lines_->addStretch();
    auto* title = new QLabel(tr("No file is open"), column_);
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.5);
    title->setFont(large);
    title->setTextFormat(Qt::PlainText);
    title->setContentsMargins(kPadding, 0, 0, kPadding);
    lines_->addWidget(title);
    addEntries(tr("Drop files here, or"), offer.commands);
    if (!offer.recentFiles.empty())
        addEntries(tr("Open again"), offer.recentFiles);
    lines_->addStretch();
    static_cast<QVBoxLayout*>(layout())->addWidget(column_, 1, Qt::AlignHCenter);
}

void WelcomePage::addEntries(const QString& title, const std::vector<Entry>& entries) {
    auto* heading = new QLabel(title, column_);
    heading->setTextFormat(Qt::PlainText);
    heading->setContentsMargins(kPadding, kPadding, 0, 0);
    heading->setForegroundRole(QPalette::PlaceholderText);
    lines_->addWidget(heading);
    for (const Entry& entry : entries) {
        auto* button = new EntryButton(entry.text, entry.note, column_);
        connect(button, &QAbstractButton::clicked, this, entry.execute);
        lines_->addWidget(button);
    }
}

}  // namespace octavo
