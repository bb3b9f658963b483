#pragma once

#include <QFileDialog>
#include <QObject>

#include "app/main_window.h"
#include "app/panel_host.h"
#include "app/settings.h"
#include "app/window_context.h"
#include "ui/base/qt_text.h"
#include "ui/panels/find_bar.h"
#include "ui/panels/patterns_panel.h"
#include "ui/panels/search_panel.h"

namespace octavo {

/// Makes the find bar when it is first wanted and puts it below the tabs. A child of the window. UI thread.
class FindHost final : public QObject {
    Q_OBJECT
public:
    /// REQUIRES: all outlive this.
    FindHost(MainWindow& window, WindowContext& context, Settings& settings, PanelHost& panels)
        : QObject(&window), window_(window), context_(context), settings_(settings), panels_(panels) {}

    [[nodiscard]] FindBar& bar() {
        if (bar_ == nullptr) {
            bar_ = new FindBar(context_, window_.centralWidget());
            bar_->setHistory(settings_.searches());
            connect(bar_, &FindBar::historyChanged, this, [this] { settings_.setSearches(bar_->history()); });
            connect(bar_, &FindBar::findAllRequested, this, &FindHost::listAll);
            connect(bar_, &FindBar::findInFilesRequested, this, &FindHost::listInFiles);
            window_.addBelow(bar_);
        }
        return *bar_;
    }

    /// Shows the panel of patterns and adds what the bar looks for.
    void keepPattern() {
        panels_.show("patterns");
        if (auto* panel = qobject_cast<PatternsPanel*>(panels_.widget("patterns")))
            panel->add(bar().query());
    }
    /// Brings a pattern of the panel into the bar, or its list into another panel.
    void serve(PatternsPanel& panel) {
        connect(&panel, &PatternsPanel::addWanted, this, &FindHost::keepPattern);
        connect(&panel, &PatternsPanel::findWanted, this, [this](const FindQuery& query) {
            bar().setQuery(query);
            bar().show();
            bar().findNext();
        });
        connect(&panel, &PatternsPanel::listWanted, this, [this](const std::vector<FindQuery>& queries) {
            panels_.show("search");
            if (auto* results = qobject_cast<SearchPanel*>(panels_.widget("search")))
                results->findAll(queries);
        });
    }

    /// Asks for a file of YARA rules and lists what they find.
    void listByYara() {
        const QString name = QFileDialog::getOpenFileName(&window_, tr("YARA Rules"), lastRules_,
                                                          tr("YARA rules (*.yar *.yara);;All files (*)"));
        if (name.isEmpty())
            return;
        lastRules_ = name;
        panels_.show("search");
        if (auto* panel = qobject_cast<SearchPanel*>(panels_.widget("search")))
            panel->findByYara(toRawPath(name));
    }

private:
    void listAll(const FindQuery& query) {
        panels_.show("search");
        if (auto* panel = qobject_cast<SearchPanel*>(panels_.widget("search")))
            panel->findAll(query);
    }

    void listInFiles(const FindQuery& query, const FileScope& scope) {
        panels_.show("search");
        if (auto* panel = qobject_cast<SearchPanel*>(panels_.widget("search")))
            panel->findInFiles(query, scope);
    }

    MainWindow& window_;
    WindowContext& context_;
    Settings& settings_;
    PanelHost& panels_;
    FindBar* bar_ = nullptr;
    QString lastRules_;
};

}  // namespace octavo
