// The File menu.

#include <QCoreApplication>
#include <QMenu>

#include "app/app_parts.h"
#include "app/file_commands.h"
#include "app/recovery_offer.h"
#include "app/window_context.h"
#include "ui/actions/action_registry.h"
#include "ui/base/qt_text.h"

namespace octavo {

using namespace Qt::StringLiterals;

namespace {

struct FileMenu {
    Q_DECLARE_TR_FUNCTIONS(octavo::FileMenu)
};

OpenDocument* currentDocument(const AppParts& parts) {
    const DocumentView* view = parts.window.currentView();
    return view == nullptr ? nullptr : &view->document();
}

/// The command applied to the document in front; nothing without one.
std::function<void()> onCurrent(const AppParts& parts,
                                const std::function<void(FileCommands&, OpenDocument&)>& command) {
    return [parts, command] {
        if (OpenDocument* document = currentDocument(parts))
            command(parts.files, *document);
    };
}

void addOpenActions(const AppParts& parts) {
    ActionRegistry& actions = parts.actions;
    actions.add({.id = "file.new",
                 .text = FileMenu::tr("&New"),
                 .shortcuts = {QKeySequence(u"Ctrl+N"_s)},
                 .menu = "file",
                 .toolBar = ToolBarPlace::Present,
                 .icon = u"document-new"_s,
                 .execute = [parts] { parts.documents.create(); }});
    actions.add({.id = "file.open",
                 .text = FileMenu::tr("&Open…"),
                 .shortcuts = {QKeySequence(u"Ctrl+O"_s)},
                 .menu = "file",
                 .toolBar = ToolBarPlace::Present,
                 .icon = u"document-open"_s,
                 .execute = [parts] { parts.files.askWhatToOpen(); }});
    actions.add({.id = "file.openReadOnly",
                 .text = FileMenu::tr("Open &Read Only…"),
                 .menu = "file",
                 .execute = [parts] { parts.files.askWhatToOpen(OpenAccess::ReadOnly); }});
    actions.add({.id = "file.recover",
                 .text = FileMenu::tr("Recover &Unsaved Changes…"),
                 .menu = "file",
                 .execute = [parts] { parts.recovery.look(RecoveryOffer::Occasion::Asked); }});
    actions.addMenu({"file.recent", FileMenu::tr("Open Recen&t"), "file", 0});
}

void addSaveActions(const AppParts& parts) {
    ActionRegistry& actions = parts.actions;
    const auto hasDocument = [parts] { return currentDocument(parts) != nullptr; };
    const auto hasSelection = [parts] { return !parts.context.selection().isEmpty(); };
    const auto hasFile = [parts] {
        const OpenDocument* document = currentDocument(parts);
        return document != nullptr && !document->path().empty();
    };
    const auto canSave = [parts] {
        const OpenDocument* document = currentDocument(parts);
        return document != nullptr && !document->isSaving();
    };
    actions.add(
        {.id = "file.save",
         .text = FileMenu::tr("&Save"),
         .shortcuts = {QKeySequence(u"Ctrl+S"_s)},
         .menu = "file",
         .group = 1,
         .toolBar = ToolBarPlace::Present,
         .icon = u"document-save"_s,
         .execute = onCurrent(parts, [](FileCommands& files, OpenDocument& each) { files.save(each); }),
         .isEnabled = canSave});
    actions.add(
        {.id = "file.saveAs",
         .text = FileMenu::tr("Save &As…"),
         .shortcuts = {QKeySequence(u"Ctrl+Shift+S"_s)},
         .menu = "file",
         .group = 1,
         .execute = onCurrent(parts, [](FileCommands& files, OpenDocument& each) { files.askSaveAs(each); }),
         .isEnabled = hasDocument});
    actions.add({.id = "file.saveCopy",
                 .text = FileMenu::tr("Save a Cop&y…"),
                 .menu = "file",
                 .group = 1,
                 .execute = onCurrent(
                     parts, [](FileCommands& files, OpenDocument& each) { files.askSaveCopy(each); }),
                 .isEnabled = hasDocument});
    actions.add({.id = "file.saveSelection",
                 .text = FileMenu::tr("Save Se&lection As…"),
                 .menu = "file",
                 .group = 1,
                 .execute = onCurrent(parts,
                                      [context = &parts.context](FileCommands& files, OpenDocument& each) {
                                          files.askSavePart(each, context->chosenBytes());
                                      }),
                 .isEnabled = hasSelection});
    actions.add({.id = "file.saveAll",
                 .text = FileMenu::tr("Sav&e All"),
                 .shortcuts = {QKeySequence(u"Ctrl+Alt+S"_s)},
                 .menu = "file",
                 .group = 1,
                 .execute = [parts] { parts.files.saveAll(); },
                 .isEnabled = [parts] { return parts.documents.hasModified(); }});
    actions.add(
        {.id = "file.revert",
         .text = FileMenu::tr("Re&vert"),
         .menu = "file",
         .group = 2,
         .execute = onCurrent(parts, [](FileCommands& files, OpenDocument& each) { files.reload(each); }),
         .isEnabled = hasFile});
}

void addFollowAction(const AppParts& parts) {
    parts.actions.add({.id = "file.follow",
                       .text = FileMenu::tr("&Follow File"),
                       .menu = "file",
                       .group = 2,
                       .execute = onCurrent(parts,
                                            [](FileCommands& files, OpenDocument& each) {
                                                if (each.isFollowed())
                                                    files.changes().stopFollowing(each);
                                                else
                                                    files.changes().follow(each);
                                            }),
                       .isEnabled =
                           [parts] {
                               const OpenDocument* document = currentDocument(parts);
                               return document != nullptr && document->file() != nullptr;
                           },
                       .isChecked =
                           [parts] {
                               const OpenDocument* document = currentDocument(parts);
                               return document != nullptr && document->isFollowed();
                           }});
}

void addCloseActions(const AppParts& parts) {
    ActionRegistry& actions = parts.actions;
    const auto hasDocument = [parts] { return currentDocument(parts) != nullptr; };
    actions.add(
        {.id = "file.close",
         .text = FileMenu::tr("&Close"),
         .shortcuts = {QKeySequence(u"Ctrl+W"_s), QKeySequence(u"Ctrl+F4"_s)},
         .menu = "file",
         .group = 3,
         .execute = onCurrent(parts, [](FileCommands& files, OpenDocument& each) { files.close(each); }),
         .isEnabled = hasDocument});
    actions.add({.id = "file.closeAll",
                 .text = FileMenu::tr("Close All"),
                 .shortcuts = {QKeySequence(u"Ctrl+Shift+W"_s)},
                 .menu = "file",
                 .group = 3,
                 .execute = [parts] { parts.files.closeAll(); },
                 .isEnabled = hasDocument});
    actions.add({.id = "file.quit",
                 .text = FileMenu::tr("&Quit"),
                 .shortcuts = {QKeySequence(u"Ctrl+Q"_s)},
                 .menu = "file",
                 .group = 4,
                 .execute = [parts] { parts.files.quit(); }});
}

}  // namespace

void addFileActions(const AppParts& parts) {
    parts.actions.addMenu({"file", FileMenu::tr("&File")});
    addOpenActions(parts);
    addSaveActions(parts);
    addFollowAction(parts);
    addCloseActions(parts);
}

void fillRecentMenu(const AppParts& parts, QMenu& menu) {
    menu.clear();
    for (const std::string& path : parts.settings.recentFiles()) {
        QString text = toDisplayText(path);
        text.replace(u'&', u"&&"_s);
        menu.addAction(text, [parts, path] {
            OpenRequest request;
            request.path = path;
            parts.files.open(std::move(request));
        });
    }
    if (menu.isEmpty()) {
        menu.addAction(FileMenu::tr("No files yet"))->setEnabled(false);
        return;
    }
    menu.addSeparator();
    menu.addAction(FileMenu::tr("Clear This List"), [parts] { parts.settings.clearRecentFiles(); });
}

}  // namespace octavo
