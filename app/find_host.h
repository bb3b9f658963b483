#pragma once

#include <QObject>

#include "app/main_window.h"
#include "app/window_context.h"
#include "ui/panels/find_bar.h"

namespace octavo {

/// Makes the find bar when it is first wanted and puts it below the tabs. A child of the window. UI thread.
class FindHost final : public QObject {
    Q_OBJECT
public:
    FindHost(MainWindow& window, WindowContext& context)
        : QObject(&window), window_(window), context_(context) {}

    [[nodiscard]] FindBar& bar() {
        if (bar_ == nullptr) {
            bar_ = new FindBar(context_, window_.centralWidget());
            window_.addBelow(bar_);
        }
        return *bar_;
    }

private:
    MainWindow& window_;
    WindowContext& context_;
    FindBar* bar_ = nullptr;
};

}  // namespace octavo
