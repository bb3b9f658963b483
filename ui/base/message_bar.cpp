#include "ui/base/message_bar.h"

#include <algorithm>
#include <utility>

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/base/line_icon.h"

namespace octavo {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kShownMax = 4;

QStyle::StandardPixmap iconOf(MessageKind kind) {
    switch (kind) {
        case MessageKind::Information:
            return QStyle::SP_MessageBoxInformation;
        case MessageKind::Warning:
            return QStyle::SP_MessageBoxWarning;
        case MessageKind::Problem:
            return QStyle::SP_MessageBoxCritical;
    }
    return QStyle::SP_MessageBoxInformation;
}

/// A bar of colour at the left says how much it matters; the ground stays calm.
QRgb markOf(MessageKind kind) {
    switch (kind) {
        case MessageKind::Information:
            return 0xff3a86c8;
        case MessageKind::Warning:
            return 0xffd08a1a;
        case MessageKind::Problem:
            return 0xffc8453a;
    }
    return 0xff3a86c8;
}

}  // namespace

MessageBar::MessageBar(QWidget* parent) : QWidget(parent), layout_(new QVBoxLayout(this)) {
    layout_->setContentsMargins(0, 0, 0, 0);
    layout_->setSpacing(0);
    hide();
}

void MessageBar::post(Message message) {
    std::vector<QFrame*> outdated;
    for (const Shown& each : shown_) {
        const bool isSame = each.message.text == message.text;
        const bool isReplaced = !message.topic.isEmpty() && each.message.topic == message.topic;
        if (isSame || isReplaced || each.message.kind == MessageKind::Information)
            outdated.push_back(each.banner);
    }
    std::for_each(outdated.begin(), outdated.end(), [this](QFrame* each) { remove(each); });
    if (shown_.size() >= kShownMax)
        remove(shown_.front().banner);

    QFrame* banner = makeBanner(message);
    layout_->addWidget(banner);
    shown_.push_back({std::move(message), banner});
    setVisible(true);
    QAccessibleEvent alert(banner, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

QFrame* MessageBar::makeBanner(const Message& message) {
    auto* banner = new QFrame(this);
    banner->setObjectName(u"banner"_s);
    banner->setAccessibleName(message.text);
    banner->setAutoFillBackground(true);
    banner->setStyleSheet(
        u"QFrame#banner { border: 0; border-left: 4px solid %1; border-bottom: 1px solid "
        "palette(mid); background: palette(base); }"_s.arg(QColor(markOf(message.kind)).name()));
    auto* row = new QHBoxLayout(banner);
    row->setContentsMargins(12, 6, 6, 6);
    auto* picture = new QLabel(banner);
    picture->setPixmap(style()->standardIcon(iconOf(message.kind)).pixmap(18, 18));
    row->addWidget(picture);
    auto* text = new QLabel(message.text, banner);
    text->setWordWrap(true);
    text->setTextFormat(Qt::PlainText);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    row->addWidget(text, 1);
    for (const MessageChoice& choice : message.choices) {
        auto* button = new QPushButton(choice.text, banner);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, [this, banner, execute = choice.execute] {
            remove(banner);
            execute();
        });
        row->addWidget(button);
    }
    auto* close = new QToolButton(banner);
    close->setAutoRaise(true);
    close->setIcon(lineIcon(u"window-close"));
    close->setToolTip(tr("Close this message"));
    close->setAccessibleName(tr("Close this message"));
    connect(close, &QToolButton::clicked, this, [this, banner] { remove(banner); });
    row->addWidget(close, 0, Qt::AlignTop);
    return banner;
}

void MessageBar::remove(QFrame* banner) {
    std::erase_if(shown_, [banner](const Shown& each) { return each.banner == banner; });
    banner->hide();
    banner->deleteLater();
    setVisible(!shown_.empty());
}

void MessageBar::closeTopic(const QString& topic) {
    const auto found = std::find_if(shown_.begin(), shown_.end(),
                                    [&topic](const Shown& each) { return each.message.topic == topic; });
    if (found != shown_.end())
        remove(found->banner);
}

void MessageBar::clear() {
    while (!shown_.empty())
        remove(shown_.back().banner);
}

QStringList MessageBar::texts() const {
    QStringList result;
    for (const Shown& each : shown_)
        result << each.message.text;
    return result;
}

}  // namespace octavo
