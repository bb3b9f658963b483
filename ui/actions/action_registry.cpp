#include "ui/actions/action_registry.h"

#include <algorithm>
#include <utility>

#include <QMenu>
#include <QMenuBar>
#include <QTimer>
#include <QToolBar>
#include <QWidget>

#include "core/base/contracts.h"
#include "ui/base/line_icon.h"

namespace octavo {

namespace {

/// "Save (Ctrl+S)" without mnemonics and dots.
QString toolTipOf(const QAction& action) {
    QString text = action.text();
    text.remove(u'&').remove(u'…');
    const QString key = action.shortcut().toString(QKeySequence::NativeText);
    return key.isEmpty() ? text : ActionRegistry::tr("%1 (%2)").arg(text, key);
}

}  // namespace

void ActionRegistry::add(Action action) {
    OCTAVO_EXPECTS(find(action.id) == nullptr);
    OCTAVO_EXPECTS(action.execute != nullptr);
    auto* made = new QAction(action.text, this);
    made->setObjectName(QString::fromStdString(action.id));
    made->setShortcuts(action.shortcuts);
    made->setShortcutContext(action.scope == ActionScope::View ? Qt::WidgetWithChildrenShortcut
                                                               : Qt::WindowShortcut);
    made->setCheckable(action.isChecked != nullptr);
    made->setMenuRole(QAction::NoRole);
    if (!action.icon.isEmpty())
        made->setIcon(lineIcon(action.icon));
    made->setIconVisibleInMenu(false);
    connect(made, &QAction::triggered, this, [this, execute = action.execute] {
        execute();
        refreshSoon();
    });
    actions_.push_back(std::move(action));
    qactions_.push_back(made);
}

void ActionRegistry::addMenu(MenuSpec menu) {
    const auto isKnown = [this](const std::string& id) {
        return std::any_of(menus_.begin(), menus_.end(),
                           [&id](const MenuSpec& each) { return each.id == id; });
    };
    OCTAVO_EXPECTS(!isKnown(menu.id));
    OCTAVO_EXPECTS(menu.parent.empty() || isKnown(menu.parent));
    menus_.push_back(std::move(menu));
}

QAction* ActionRegistry::find(std::string_view id) const {
    for (std::size_t i = 0; i < actions_.size(); ++i) {
        if (actions_[i].id == id)
            return qactions_[i];
    }
    return nullptr;
}

QString ActionRegistry::titleOf(const Action& action) const {
    QString title = action.currentText ? action.currentText() : action.text;
    std::string id = action.menu;
    while (!id.empty()) {
        const auto spec =
            std::find_if(menus_.begin(), menus_.end(), [&id](const MenuSpec& each) { return each.id == id; });
        OCTAVO_EXPECTS(spec != menus_.end());
        title = tr("%1: %2").arg(spec->title, title);
        id = spec->parent;
    }
    return title;
}

bool ActionRegistry::trigger(std::string_view id) {
    const auto found =
        std::find_if(actions_.begin(), actions_.end(), [id](const Action& each) { return each.id == id; });
    if (found == actions_.end() || (found->isEnabled && !found->isEnabled()))
        return false;
    const auto execute = found->execute;
    execute();
    refreshSoon();
    return true;
}

void ActionRegistry::buildMenus(QMenuBar& bar) {
    for (const MenuSpec& spec : menus_) {
        QWidget* const parent = spec.parent.empty() ? static_cast<QWidget*>(&bar) : builtMenus_[spec.parent];
        auto* made = new QMenu(spec.title, parent);
        made->setObjectName(QString::fromStdString(spec.id));
        builtMenus_[spec.id] = made;
        if (spec.parent.empty())
            bar.addMenu(made);
    }
    for (const MenuSpec& spec : menus_)
        fillMenu(*builtMenus_[spec.id], spec.id);
}

void ActionRegistry::fillMenu(QMenu& menu, std::string_view id) {
    struct Entry {
        int group;
        QAction* action;
    };
    std::vector<Entry> entries;
    for (std::size_t i = 0; i < actions_.size(); ++i) {
        if (actions_[i].menu == id)
            entries.push_back({actions_[i].group, qactions_[i]});
    }
    for (const MenuSpec& spec : menus_) {
        if (spec.parent == id)
            entries.push_back({spec.group, builtMenus_[spec.id]->menuAction()});
    }
    std::stable_sort(entries.begin(), entries.end(),
                     [](const Entry& left, const Entry& right) { return left.group < right.group; });
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (i > 0 && entries[i].group != entries[i - 1].group)
            menu.addSeparator();
        menu.addAction(entries[i].action);
    }
}

QMenu* ActionRegistry::menu(std::string_view id) const {
    const auto found = builtMenus_.find(id);
    return found == builtMenus_.end() ? nullptr : found->second;
}

void ActionRegistry::buildToolBar(QToolBar& bar) {
    std::string lastMenu;
    for (std::size_t i = 0; i < actions_.size(); ++i) {
        if (actions_[i].toolBar == ToolBarPlace::Absent)
            continue;
        if (!lastMenu.empty() && actions_[i].menu != lastMenu)
            bar.addSeparator();
        lastMenu = actions_[i].menu;
        qactions_[i]->setToolTip(toolTipOf(*qactions_[i]));
        bar.addAction(qactions_[i]);
    }
}

void ActionRegistry::installShortcuts(QWidget& window, QWidget& view) {
    for (std::size_t i = 0; i < actions_.size(); ++i) {
        if (!actions_[i].shortcuts.isEmpty())
            (actions_[i].scope == ActionScope::View ? view : window).addAction(qactions_[i]);
    }
}

void ActionRegistry::refresh() {
    isRefreshDue_ = false;
    for (std::size_t i = 0; i < actions_.size(); ++i) {
        const Action& action = actions_[i];
        if (action.isEnabled)
            qactions_[i]->setEnabled(action.isEnabled());
        if (action.isChecked)
            qactions_[i]->setChecked(action.isChecked());
        if (action.currentText)
            qactions_[i]->setText(action.currentText());
    }
}

void ActionRegistry::refreshSoon() {
    if (std::exchange(isRefreshDue_, true))
        return;
    QTimer::singleShot(0, this, &ActionRegistry::refresh);
}

std::vector<ActionRegistry::Conflict> ActionRegistry::conflicts() const {
    std::vector<Conflict> result;
    for (std::size_t i = 0; i < actions_.size(); ++i) {
        for (std::size_t j = i + 1; j < actions_.size(); ++j) {
            for (const QKeySequence& key : actions_[i].shortcuts) {
                // A key of the view shadows none of the window's: Qt calls both ambiguous, so any pair
                // counts.
                if (actions_[j].shortcuts.contains(key))
                    result.push_back({actions_[i].id, actions_[j].id, key});
            }
        }
    }
    return result;
}

}  // namespace octavo
