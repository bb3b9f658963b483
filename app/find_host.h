#pragma once

#include <QObject>

#include "app/main_window.h"
#include "app/settings.h"
#include "app/window_context.h"
#include "ui/panels/find_bar.h"

namespace octavo {

/// Makes the find bar when it is first wanted and puts it below the tabs. A child of the window. UI thread.
class FindHost final : public QObject {
    Q_OBJECT
public:
    /// REQUIRES: all outlive this.
    FindHost(MainWindow& window, WindowContext& context, Settings& settings)
        : QObject(&window), window_(window), context_(context), settings_(settings) {}

    [[nodiscard]] FindBar& bar() {
        if (bar_ == nullptr) {
            bar_ = new FindBar(context_, window_.centralWidget());
            bar_->setHistory(settings_.searches());
            connect(bar_, &FindBar::historyChanged, this, [this] { settings_.setSearches(bar_->history()); });
            window_.addBelow(bar_);
        }
        return *bar_;
    }

private:
    MainWindow& window_;
    WindowContext& context_;
    Settings& settings_;
    FindBar* bar_ = nullptr;
};

}  // namespace octavo
