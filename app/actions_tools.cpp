// The Search and Tools menus.

#include <QCoreApplication>
#include <QPointer>

#include "app/app_parts.h"
#include "app/builtins.h"
#include "app/find_host.h"
#include "app/history_keeper.h"
#include "app/main_window.h"
#include "app/panel_host.h"
#include "app/settings.h"
#include "app/structure_host.h"
#include "app/theme_switch.h"
#include "app/window_context.h"
#include "core/save/file_system.h"
#include "core/search/yara_rules.h"
#include "ui/actions/action_registry.h"
#include "ui/base/messages.h"
#include "ui/base/qt_text.h"
#include "ui/dialogs/export_dialog.h"
#include "ui/dialogs/import_dialog.h"
#include "ui/dialogs/preferences_dialog.h"
#include "ui/panels/find_bar.h"

namespace octavo {

using namespace Qt::StringLiterals;

namespace {

struct ToolsMenu {
    Q_DECLARE_TR_FUNCTIONS(octavo::ToolsMenu)
};

void addFindActions(const AppParts& parts) {
    const auto hasDocument = [parts] { return parts.context.document() != nullptr; };
    FindHost* host = &parts.find;
    const struct {
        const char* id;
        QString text;
        QList<QKeySequence> keys;
        QString icon;
        void (FindBar::*command)();
    } commands[] = {
        {"search.find",
         ToolsMenu::tr("&Find…"),
         {QKeySequence(u"Ctrl+F"_s)},
         u"edit-find"_s,
         &FindBar::openFind},
        {"search.next", ToolsMenu::tr("Find &Next"), {QKeySequence(u"F3"_s)}, {}, &FindBar::findNext},
        {"search.previous",
         ToolsMenu::tr("Find &Previous"),
         {QKeySequence(u"Shift+F3"_s)},
         {},
         &FindBar::findPrevious},
        {"search.all", ToolsMenu::tr("Find &All"), {QKeySequence(u"Ctrl+Shift+F"_s)}, {}, &FindBar::findAll},
        {"search.selectAll",
         ToolsMenu::tr("Select All &Occurrences"),
         {QKeySequence(u"Alt+Return"_s)},
         {},
         &FindBar::selectAll},
        {"search.inFiles",
         ToolsMenu::tr("Find in Fi&les…"),
         {QKeySequence(u"Ctrl+Alt+F"_s)},
         {},
         &FindBar::openFiles},
        {"search.replace",
         ToolsMenu::tr("&Replace…"),
         {QKeySequence(u"Ctrl+H"_s), QKeySequence(u"Ctrl+R"_s)},
         {},
         &FindBar::openReplace},
    };
    for (const auto& each : commands) {
        const bool needsDocument = each.command != &FindBar::openFiles;
        parts.actions.add({.id = each.id,
                           .text = each.text,
                           .shortcuts = each.keys,
                           .menu = "search",
                           .toolBar = each.icon.isEmpty() ? ToolBarPlace::Absent : ToolBarPlace::Present,
                           .icon = each.icon,
                           .execute = [host, command = each.command] { (host->bar().*command)(); },
                           .isEnabled = needsDocument ? hasDocument : std::function<bool()>()});
    }
    parts.actions.add({.id = "search.keepPattern",
                       .text = ToolsMenu::tr("&Keep as Pattern"),
                       .shortcuts = {QKeySequence(u"Ctrl+Shift+M"_s)},
                       .menu = "search",
                       .group = 1,
                       .execute = [host] { host->keepPattern(); },
                       .isEnabled = hasDocument});
    if (YaraRules::areSupported())
        parts.actions.add({.id = "search.yara",
                           .text = ToolsMenu::tr("Find by &YARA Rules…"),
                           .menu = "search",
                           .group = 1,
                           .execute = [host] { host->listByYara(); },
                           .isEnabled = hasDocument});
    parts.actions.add({.id = "search.clearHistory",
                       .text = ToolsMenu::tr("&Clear Search History"),
                       .menu = "search",
                       .group = 1,
                       .execute = [host] { host->bar().clearHistory(); },
                       .isEnabled = hasDocument});
}

void addPanelShortcuts(const AppParts& parts) {
    const struct {
        const char* id;
        QString text;
        const char* panel;
    } tools[] = {{"tools.digest", ToolsMenu::tr("Compute &Digests"), "digest"},
                 {"tools.compress", ToolsMenu::tr("&Compress and Decompress"), "compress"},
                 {"tools.inspect", ToolsMenu::tr("&Inspect Values"), "inspector"},
                 {"tools.structure", ToolsMenu::tr("&Structure"), "structure"}};
    for (const auto& tool : tools) {
        parts.actions.add(
            {.id = tool.id, .text = tool.text, .menu = "tools", .execute = [parts, panel = tool.panel] {
                 parts.panels.show(panel);
             }});
    }
}

void addStructureActions(const AppParts& parts) {
    const auto hasDocument = [parts] { return parts.context.document() != nullptr; };
    StructureHost* host = &parts.structures;
    parts.actions.add({.id = "tools.newDescription",
                       .text = ToolsMenu::tr("&New Format Description"),
                       .menu = "tools",
                       .group = 3,
                       .execute = [host] { host->edit({}); }});
    parts.actions.add({.id = "tools.describeSelection",
                       .text = ToolsMenu::tr("Describe Se&lection…"),
                       .menu = "tools",
                       .group = 3,
                       .execute = [host] { host->describeSelection(); },
                       .isEnabled = hasDocument});
    parts.actions.add({.id = "tools.cDeclarations",
                       .text = ToolsMenu::tr("Description from C Decla&rations…"),
                       .menu = "tools",
                       .group = 3,
                       .execute = [host] { host->importDeclarations(); }});
}

PosixFileSystem& fileSystem() {
    static PosixFileSystem instance;
    return instance;
}

void addConvertActions(const AppParts& parts) {
    parts.actions.add({.id = "tools.export",
                       .text = ToolsMenu::tr("&Export…"),
                       .shortcuts = {QKeySequence(u"Ctrl+Shift+E"_s)},
                       .menu = "tools",
                       .group = 1,
                       .execute =
                           [parts] {
                               auto* dialog = new ExportDialog(parts.context, parts.builtins.exporters(),
                                                               fileSystem(), &parts.window);
                               dialog->setAttribute(Qt::WA_DeleteOnClose);
                               dialog->chooseFormat(toUtf8(parts.settings.exportFormat()));
                               QObject::connect(dialog, &QDialog::finished, &parts.window, [parts, dialog] {
                                   parts.settings.setExportFormat(dialog->formatId());
                               });
                               dialog->open();
                           },
                       .isEnabled = [parts] { return parts.context.document() != nullptr; }});
    parts.actions.add({.id = "tools.import",
                       .text = ToolsMenu::tr("I&mport…"),
                       .menu = "tools",
                       .group = 1,
                       .execute = [parts] {
                           auto* dialog =
                               new ImportDialog(parts.context, parts.builtins.importers(), &parts.window);
                           dialog->setAttribute(Qt::WA_DeleteOnClose);
                           dialog->open();
                       }});
}

void editPreferences(const AppParts& parts) {
    auto* dialog = new PreferencesDialog(parts.settings.preferences(), &parts.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &PreferencesDialog::changed, &parts.window,
                     [parts](const Preferences& preferences) {
                         parts.settings.setPreferences(preferences);
                         parts.themes.apply(preferences);
                         parts.histories.setEnabled(preferences.keepsHistory);
                     });
    QObject::connect(dialog, &PreferencesDialog::forgetWanted, dialog, [parts, dialog] {
        const QPointer<PreferencesDialog> guarded(dialog);
        parts.histories.forgetAll([guarded](const Status& gone) {
            if (guarded)
                guarded->showForgotten(gone ? QString() : messageFor(gone.error()));
        });
    });
    // Not before it is certain: cancelling could not bring them back.
    QObject::connect(dialog, &QDialog::accepted, &parts.window, [parts] {
        if (!parts.settings.preferences().keepsHistory)
            parts.histories.forgetAll();
    });
    dialog->open();
}

}  // namespace

void addToolActions(const AppParts& parts) {
    parts.actions.addMenu({"search", ToolsMenu::tr("&Search")});
    addFindActions(parts);
    parts.actions.addMenu({"tools", ToolsMenu::tr("&Tools")});
    addPanelShortcuts(parts);
    addConvertActions(parts);
    addStructureActions(parts);
    parts.actions.add({.id = "tools.preferences",
                       .text = ToolsMenu::tr("&Preferences…"),
                       .shortcuts = {QKeySequence(u"Ctrl+,"_s)},
                       .menu = "tools",
                       .group = 2,
                       .execute = [parts] { editPreferences(parts); }});
}

}  // namespace octavo
