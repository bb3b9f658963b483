// The Help menu.

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QMessageBox>
#include <QPointer>
#include <QTableWidget>
#include <QVBoxLayout>

#include "app/app_parts.h"
#include "app/main_window.h"
#include "ui/actions/action_registry.h"
#include "ui/actions/command_palette.h"
#include "ui/dialogs/manual_window.h"

namespace octavo {

using namespace Qt::StringLiterals;

namespace {

struct HelpMenu {
    Q_DECLARE_TR_FUNCTIONS(octavo::HelpMenu)
};

QString keysOf(const Action& action) {
    QStringList keys;
    for (const QKeySequence& each : action.shortcuts)
        keys << each.toString(QKeySequence::NativeText);
    return keys.join(u", "_s);
}

/// Every command that has keys, and them.
void showShortcuts(const AppParts& parts) {
    auto* dialog = new QDialog(&parts.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(HelpMenu::tr("Keyboard Shortcuts"));
    dialog->resize(560, 600);
    auto* table = new QTableWidget(0, 2, dialog);
    table->setAccessibleName(HelpMenu::tr("Keyboard shortcuts"));
    table->setHorizontalHeaderLabels({HelpMenu::tr("Command"), HelpMenu::tr("Keys")});
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setAlternatingRowColors(true);
    table->setShowGrid(false);
    table->verticalHeader()->hide();
    table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    for (const Action& action : parts.actions.actions()) {
        if (action.shortcuts.isEmpty())
            continue;
        const int row = table->rowCount();
        table->insertRow(row);
        table->setItem(row, 0, new QTableWidgetItem(parts.actions.titleOf(action).remove(u'&')));
        table->setItem(row, 1, new QTableWidgetItem(keysOf(action)));
    }
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    auto* layout = new QVBoxLayout(dialog);
    layout->addWidget(table);
    layout->addWidget(buttons);
    dialog->open();
}

void showAbout(const AppParts& parts) {
    auto* box = new QMessageBox(&parts.window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(HelpMenu::tr("About Octavo"));
    box->setIconPixmap(QIcon(u":/icons/octavo-64.png"_s).pixmap(64, 64));
    box->setText(HelpMenu::tr("<h3>Octavo %1</h3><p>A hex editor that never loses a byte.</p>")
                     .arg(QCoreApplication::applicationVersion()));
    box->setInformativeText(HelpMenu::tr("Licensed under the Apache License 2.0. Built with Qt %1.")
                                .arg(QString::fromLatin1(qVersion())));
    box->open();
}

}  // namespace

void addHelpActions(const AppParts& parts) {
    parts.actions.addMenu({"help", HelpMenu::tr("&Help")});
    auto* palette = new CommandPalette(parts.actions, &parts.window);
    parts.actions.add({.id = "help.palette",
                       .text = HelpMenu::tr("&Find Command…"),
                       .shortcuts = {QKeySequence(u"Ctrl+Shift+P"_s)},
                       .menu = "help",
                       .execute = [palette] { palette->open(); }});
    parts.actions.add({.id = "help.manual",
                       .text = HelpMenu::tr("&Manual"),
                       .shortcuts = {QKeySequence(u"F1"_s)},
                       .menu = "help",
                       .execute = [parts, manual = QPointer<ManualWindow>()]() mutable {
                           if (manual == nullptr)
                               manual = new ManualWindow(&parts.window);
                           manual->show();
                           manual->raise();
                           manual->activateWindow();
                       }});
    parts.actions.add({.id = "help.shortcuts",
                       .text = HelpMenu::tr("&Keyboard Shortcuts…"),
                       .shortcuts = {QKeySequence(u"Ctrl+F1"_s), QKeySequence(u"Ctrl+?"_s)},
                       .menu = "help",
                       .execute = [parts] { showShortcuts(parts); }});
    parts.actions.add({.id = "help.about",
                       .text = HelpMenu::tr("&About Octavo"),
                       .menu = "help",
                       .group = 1,
                       .execute = [parts] { showAbout(parts); }});
}

}  // namespace octavo
