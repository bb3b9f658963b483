#include "app/digit_keys.h"

#include <optional>
#include <utility>

#include <QKeyEvent>

namespace octavo {

namespace {

/// The digit on the key at that place of the digit row. X11 and Wayland both count it from 10, "1", to 19,
/// "0"; events that no keyboard sent have no place.
std::optional<int> digitAt(const QKeyEvent& event) {
    const quint32 place = event.nativeScanCode();
    if (place < 10 || place > 19)
        return std::nullopt;
    return static_cast<int>(place - 9) % 10;
}

}  // namespace

DigitKeys::DigitKeys(Execute execute, QObject* parent) : QObject(parent), execute_(std::move(execute)) {}

bool DigitKeys::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::ShortcutOverride && event->type() != QEvent::KeyPress)
        return QObject::eventFilter(watched, event);
    const auto& key = *static_cast<QKeyEvent*>(event);
    const auto digit = digitAt(key);
    const Qt::KeyboardModifiers held =
        key.modifiers() & (Qt::ControlModifier | Qt::ShiftModifier | Qt::AltModifier | Qt::MetaModifier);
    const bool setsHere = held == (Qt::ControlModifier | Qt::ShiftModifier);
    if (!digit || (!setsHere && held != Qt::ControlModifier))
        return QObject::eventFilter(watched, event);
    if (event->type() == QEvent::ShortcutOverride) {
        // Without Shift the layout may have a shortcut there (Ctrl+- in French), which goes first.
        event->setAccepted(setsHere);
        return setsHere;
    }
    if (setsHere && key.isAutoRepeat())
        return true;  // a bookmark set again is taken away: holding the key would leave it to chance
    execute_(setsHere ? DigitCommand::SetHere : DigitCommand::GoThere, *digit);
    return true;
}

}  // namespace octavo
