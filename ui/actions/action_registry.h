#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <QAction>
#include <QObject>

#include "ui/actions/action.h"

class QMenu;
class QMenuBar;
class QToolBar;
class QWidget;

namespace octavo {

/// Every command of the program. Filled at start; menus, tool bar, keys and the palette are derived from it.
/// UI thread only.
class ActionRegistry : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// REQUIRES: no action has this id yet; `execute` is set.
    void add(Action action);
    /// REQUIRES: no menu has this id yet; the parent was added before.
    void addMenu(MenuSpec menu);

    [[nodiscard]] const std::vector<Action>& actions() const { return actions_; }
    [[nodiscard]] const std::vector<MenuSpec>& menus() const { return menus_; }
    /// The Qt action made for it, or nullptr.
    [[nodiscard]] QAction* find(std::string_view id) const;
    /// "File: Save As…", with mnemonics: what the palette and the list of keys call it.
    [[nodiscard]] QString titleOf(const Action& action) const;
    /// Runs it when it is enabled; false when it is not, or not there.
    bool trigger(std::string_view id);

    /// Builds every menu on the bar. Once.
    void buildMenus(QMenuBar& bar);
    [[nodiscard]] QMenu* menu(std::string_view id) const;
    void buildToolBar(QToolBar& bar);
    /// Makes the keys work: those of the window in `window`, those of the view in `view` and what lies
    /// inside.
    void installShortcuts(QWidget& window, QWidget& view);

    /// Brings enabled, checked and text up to date with the functions of each action.
    void refresh();
    /// The same, once, when the program next waits for events; cheap to call often.
    void refreshSoon();

    /// Two actions that answer to the same key where both work; empty when all is well.
    struct Conflict {
        std::string first;
        std::string second;
        QKeySequence key;
    };
    [[nodiscard]] std::vector<Conflict> conflicts() const;

private:
    void fillMenu(QMenu& menu, std::string_view id);

    std::vector<Action> actions_;
    std::vector<MenuSpec> menus_;
    std::vector<QAction*> qactions_;  // children, in the order of actions_
    std::map<std::string, QMenu*, std::less<>> builtMenus_;
    bool isRefreshDue_ = false;
};

}  // namespace octavo
