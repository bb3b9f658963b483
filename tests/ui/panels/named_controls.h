#pragma once

#include <QAbstractButton>
#include <QAccessible>
#include <QPushButton>
#include <QStringList>
#include <QWidget>

namespace octavo {

/// The class names of controls below `root` that take the keyboard but tell a screen reader no name; empty
/// when all is well.
inline QStringList namelessControls(QWidget& root) {
    QStringList nameless;
    for (QWidget* each : root.findChildren<QWidget*>()) {
        const bool isInside = each->objectName().startsWith(QLatin1String("qt_")) ||
                              qobject_cast<QWidget*>(each->focusProxy()) != nullptr;
        if (each->focusPolicy() == Qt::NoFocus || isInside)
            continue;
        const QAccessibleInterface* interface = QAccessible::queryAccessibleInterface(each);
        if (interface == nullptr || interface->text(QAccessible::Name).trimmed().isEmpty())
            nameless +=
                QString::fromLatin1(each->metaObject()->className()) + QLatin1Char(' ') + each->objectName();
    }
    return nameless;
}

/// The button with this text, mnemonic included, below `root`; nullptr when there is none.
inline QPushButton* buttonNamed(const QWidget& root, const QString& text) {
    for (QPushButton* each : root.findChildren<QPushButton*>()) {
        if (each->text() == text)
            return each;
    }
    return nullptr;
}

}  // namespace octavo
