#include "ui/base/status_line.h"

#include <utility>

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace octavo {

QColor toneColour(StatusTone tone, const QPalette& palette) {
    const bool isDark = palette.color(QPalette::Window).lightness() < 128;
    switch (tone) {
        case StatusTone::Neutral:
            break;
        case StatusTone::Success:
            return QColor::fromRgb(isDark ? 0x7fd399 : 0x1d7a3c);
        case StatusTone::Warning:
            return QColor::fromRgb(isDark ? 0xf0bf6a : 0x8a5a00);
        case StatusTone::Problem:
            return QColor::fromRgb(isDark ? 0xff9a8f : 0xb0281c);
    }
    return palette.color(QPalette::WindowText);
}

StatusLine::StatusLine(QWidget* parent)
    : QWidget(parent), label_(new QLabel(this)), action_(new QPushButton(tr("Go on"), this)) {
    label_->setWordWrap(true);
    label_->setTextFormat(Qt::PlainText);
    label_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label_->setFocusPolicy(Qt::NoFocus);
    action_->hide();
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(label_, 1);
    layout->addWidget(action_, 0, Qt::AlignTop);
    connect(action_, &QPushButton::clicked, this, [this] {
        const auto act = std::exchange(act_, nullptr);
        clear();
        if (act)
            act();
    });
}

void StatusLine::say(StatusTone tone, const QString& text) {
    tone_ = tone;
    act_ = nullptr;
    action_->hide();
    label_->setText(text);
    applyTone();
}

void StatusLine::ask(StatusTone tone, const QString& text, const QString& actionText,
                     std::function<void()> act) {
    say(tone, text);
    act_ = std::move(act);
    action_->setText(actionText);
    action_->show();
}

void StatusLine::clear() {
    say(StatusTone::Neutral, {});
}

QString StatusLine::text() const {
    return label_->text();
}

void StatusLine::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange)
        applyTone();
    QWidget::changeEvent(event);
}

void StatusLine::applyTone() {
    // The label's own palette must not be set from its changed self: start from this widget's.
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, toneColour(tone_, palette()));
    label_->setPalette(colours);
}

}  // namespace octavo
