#include "app/first_frame.h"

#include <QEvent>
#include <QTimer>
#include <QWidget>

namespace octavo {

FirstFrame::FirstFrame(QWidget& window, QObject* parent) : QObject(parent), window_(window) {
    window_.installEventFilter(this);
}

bool FirstFrame::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Paint && !isPainted_) {
        isPainted_ = true;
        window_.removeEventFilter(this);
        // The paint event comes before its pixels are sent on; the next turn of the loop comes after.
        QTimer::singleShot(0, this, &FirstFrame::painted);
    }
    return QObject::eventFilter(watched, event);
}

}  // namespace octavo
