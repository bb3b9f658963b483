#pragma once

#include <algorithm>
#include <vector>

#include <QAbstractButton>
#include <QGroupBox>
#include <QKeySequence>
#include <QLabel>
#include <QMap>
#include <QStringList>
#include <QWidget>

namespace octavo {

/// Alt and a letter, for each text below `root` that has one and can be seen: letter and texts.
inline QMap<QString, QStringList> mnemonicsIn(const QWidget& root) {
    QMap<QString, QStringList> texts;
    const auto note = [&texts](const QString& text) {
        const QString key = QKeySequence::mnemonic(text).toString();
        if (!key.isEmpty())
            texts[key] << text;
    };
    for (const QWidget* each : root.findChildren<QWidget*>()) {
        if (!each->isVisibleTo(&root))
            continue;
        if (const auto* label = qobject_cast<const QLabel*>(each);
            label != nullptr && label->buddy() != nullptr)
            note(label->text());
        else if (const auto* button = qobject_cast<const QAbstractButton*>(each))
            note(button->text());
        else if (const auto* box = qobject_cast<const QGroupBox*>(each))
            note(box->title());
    }
    return texts;
}

/// Texts that share their letter with another; empty when all is well.
inline QStringList sharedMnemonics(const QMap<QString, QStringList>& texts) {
    QStringList shared;
    for (const QStringList& each : texts) {
        if (each.size() > 1)
            shared << each.join(QLatin1String(" = "));
    }
    return shared;
}

/// Labels and buttons below `root` that are narrower or lower than their text needs; empty when all is well.
inline QStringList cutTexts(const QWidget& root) {
    QStringList cut;
    for (const QWidget* each : root.findChildren<QWidget*>()) {
        const auto* label = qobject_cast<const QLabel*>(each);
        const auto* button = qobject_cast<const QAbstractButton*>(each);
        const QString text = label != nullptr    ? label->text()
                             : button != nullptr ? button->text()
                                                 : QString();
        if (!each->isVisibleTo(&root) || text.isEmpty())
            continue;
        const bool wraps = label != nullptr && label->wordWrap();
        const int needed = wraps ? label->heightForWidth(each->width()) : each->minimumSizeHint().width();
        if ((wraps ? each->height() : each->width()) < needed)
            cut << text;
    }
    return cut;
}

/// Controls that Tab reaches before one that stands further up, or further left in the same row; empty when
/// all is well. In a window counted from the first one, since Tab goes round. Texts that can only be selected
/// do not count.
inline QStringList tabsBackwards(QWidget& root) {
    std::vector<QWidget*> controls;
    for (QWidget* each = root.nextInFocusChain(); each != &root; each = each->nextInFocusChain()) {
        if ((each->focusPolicy() & Qt::TabFocus) == Qt::TabFocus && each->isEnabled() &&
            root.isAncestorOf(each) && each->isVisibleTo(&root) && each->focusProxy() == nullptr &&
            qobject_cast<QLabel*>(each) == nullptr)
            controls.push_back(each);
    }
    const auto place = [&root](const QWidget* widget) {
        return QRect(widget->mapTo(&root, QPoint()), widget->size());
    };
    const auto isEarlier = [&place](const QWidget* one, const QWidget* other) {
        const QRect left = place(one);
        const QRect right = place(other);
        const bool isSameRow = left.top() <= right.bottom() && right.top() <= left.bottom();
        return isSameRow ? left.right() < right.left() : left.bottom() < right.top();
    };
    if (root.isWindow())
        std::rotate(controls.begin(), std::min_element(controls.begin(), controls.end(), isEarlier),
                    controls.end());
    const auto name = [](const QWidget* widget) {
        const auto* button = qobject_cast<const QAbstractButton*>(widget);
        return QString::fromLatin1(widget->metaObject()->className()) + QLatin1Char(' ') +
               (button != nullptr ? button->text() : widget->accessibleName());
    };
    QStringList backwards;
    for (std::size_t i = 1; i < controls.size(); ++i) {
        if (isEarlier(controls[i], controls[i - 1]))
            backwards << name(controls[i - 1]) + QLatin1String(" -> ") + name(controls[i]);
    }
    return backwards;
}

}  // namespace octavo
