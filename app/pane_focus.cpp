#include "app/pane_focus.h"

#include <algorithm>
#include <vector>

#include <QApplication>

#include "app/app_parts.h"
#include "app/main_window.h"
#include "app/panel_host.h"
#include "ui/panels/find_bar.h"

namespace octavo {

namespace {

std::vector<QWidget*> panesOf(const AppParts& parts) {
    std::vector<QWidget*> panes;
    if (DocumentView* view = parts.window.currentView())
        panes.push_back(view);
    for (const PanelSpec& each : parts.panels.panels()) {
        QWidget* panel = parts.panels.widget(each.id);
        // One behind another's tab is open, but not to be seen; one without a document takes no keys.
        if (panel != nullptr && panel->isEnabled() && !panel->visibleRegion().isEmpty())
            panes.push_back(panel);
    }
    if (auto* bar = parts.window.findChild<FindBar*>(); bar != nullptr && bar->isVisible())
        panes.push_back(bar);
    return panes;
}

}  // namespace

void focusPane(const AppParts& parts, PaneDirection direction) {
    const auto panes = panesOf(parts);
    if (panes.empty())
        return;
    const QWidget* focused = QApplication::focusWidget();
    const auto at = std::find_if(panes.begin(), panes.end(), [focused](const QWidget* pane) {
        return pane == focused || pane->isAncestorOf(focused);
    });
    const std::size_t count = panes.size();
    std::size_t next = 0;  // from outside of all panes, such as a tool bar
    if (at != panes.end()) {
        const auto index = static_cast<std::size_t>(at - panes.begin());
        next = (index + (direction == PaneDirection::Next ? 1 : count - 1)) % count;
    }
    giveKeyboard(*panes[next]);
}

}  // namespace octavo
