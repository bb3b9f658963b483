#pragma once

#include <QObject>

class QWidget;

namespace octavo {

/// Tells when a window was painted for the first time. What takes time and is not in that first picture waits
/// for it. UI thread.
class FirstFrame final : public QObject {
    Q_OBJECT
public:
    /// Watches `window` until it was painted; lives as long as its parent.
    explicit FirstFrame(QWidget& window, QObject* parent = nullptr);

    [[nodiscard]] bool isPainted() const { return isPainted_; }

    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    /// The picture is with the window system. Emitted once, from the event loop.
    void painted();

private:
    QWidget& window_;
    bool isPainted_ = false;
};

}  // namespace octavo
