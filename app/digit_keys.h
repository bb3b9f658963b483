#pragma once

#include <functional>

#include <QObject>

class QKeyEvent;

namespace octavo {

/// What a key of the digit row does together with Ctrl.
enum class DigitCommand : bool { GoThere, SetHere };

/// Lets Ctrl and Ctrl+Shift with the digit row work by where a key is, not by what its layout writes on it. A
/// French layout needs Shift for the digits themselves, and on a German one Shift+0 is the "=" of Ctrl+=,
/// which leaves Qt's own matching with the wrong or an ambiguous shortcut. A filter for the main window. UI
/// thread.
class DigitKeys final : public QObject {
    Q_OBJECT
public:
    using Execute = std::function<void(DigitCommand, int digit)>;

    DigitKeys(Execute execute, QObject* parent);

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    Execute execute_;
};

}  // namespace octavo
