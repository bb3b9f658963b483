// The Edit menu.

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>

#include "app/app_parts.h"
#include "app/builtins.h"
#include "app/copy_as.h"
#include "app/dialogs.h"
#include "app/file_commands.h"
#include "app/large_copy.h"
#include "app/main_window.h"
#include "app/window_context.h"
#include "ui/actions/action_registry.h"
#include "ui/base/messages.h"
#include "ui/dialogs/fill_dialog.h"
#include "ui/dialogs/insert_bytes_dialog.h"
#include "ui/dialogs/paste_special_dialog.h"
#include "ui/dialogs/resize_dialog.h"
#include "ui/dialogs/select_range_dialog.h"

namespace octavo {

using namespace Qt::StringLiterals;

namespace {

struct EditMenu {
    Q_DECLARE_TR_FUNCTIONS(octavo::EditMenu)
};

using ViewCommand = std::function<void(HexView&)>;

std::function<void()> onView(const AppParts& parts, const ViewCommand& command) {
    return [parts, command] {
        if (const DocumentView* view = parts.window.currentView())
            command(view->view());
    };
}

std::function<void()> onViewCopying(const AppParts& parts, const ViewCommand& command) {
    return [parts, copy = onView(parts, command)] {
        copy();
        tellIfCopiedOnlyHere(parts);
    };
}

/// May the document in front be changed?
std::function<bool()> isWritable(const AppParts& parts) {
    return [parts] {
        const Document* document = parts.context.document();
        return document != nullptr && !document->isWriteProtected();
    };
}

std::function<bool()> hasSelection(const AppParts& parts) {
    return [parts] { return !parts.context.selection().isEmpty(); };
}

std::function<bool()> isWritableSelection(const AppParts& parts) {
    return
        [writable = isWritable(parts), selected = hasSelection(parts)] { return writable() && selected(); };
}

std::function<bool()> hasDocument(const AppParts& parts) {
    return [parts] { return parts.context.document() != nullptr; };
}

QString stepText(const QString& plain, const QString& withName, std::optional<EditKind> kind) {
    return kind ? withName.arg(editName(*kind)) : plain;
}

void addHistoryActions(const AppParts& parts) {
    parts.actions.add({.id = "edit.undo",
                       .text = EditMenu::tr("&Undo"),
                       .shortcuts = {QKeySequence(u"Ctrl+Z"_s)},
                       .menu = "edit",
                       .toolBar = ToolBarPlace::Present,
                       .icon = u"edit-undo"_s,
                       .execute = onView(parts, &HexView::undo),
                       .isEnabled =
                           [parts] {
                               const Document* document = parts.context.document();
                               return document != nullptr && document->canUndo();
                           },
                       .currentText =
                           [parts] {
                               const Document* document = parts.context.document();
                               return stepText(EditMenu::tr("&Undo"), EditMenu::tr("&Undo %1"),
                                               document == nullptr ? std::nullopt : document->undoKind());
                           }});
    parts.actions.add({.id = "edit.redo",
                       .text = EditMenu::tr("&Redo"),
                       .shortcuts = {QKeySequence(u"Ctrl+Y"_s), QKeySequence(u"Ctrl+Shift+Z"_s)},
                       .menu = "edit",
                       .toolBar = ToolBarPlace::Present,
                       .icon = u"edit-redo"_s,
                       .execute = onView(parts, &HexView::redo),
                       .isEnabled =
                           [parts] {
                               const Document* document = parts.context.document();
                               return document != nullptr && document->canRedo();
                           },
                       .currentText =
                           [parts] {
                               const Document* document = parts.context.document();
                               return stepText(EditMenu::tr("&Redo"), EditMenu::tr("&Redo %1"),
                                               document == nullptr ? std::nullopt : document->redoKind());
                           }});
}

/// Asks what the clipboard's text stands for and puts it where Paste would.
void pasteSpecial(const AppParts& parts) {
    const QString text = QGuiApplication::clipboard()->text();
    if (text.isEmpty()) {
        parts.context.showMessage(MessageKind::Information,
                                  EditMenu::tr("The clipboard holds no text to paste."));
        return;
    }
    openDialog(new PasteSpecialDialog(text, parts.context.encodingName(), parts.context.jobs(),
                                      parts.builtins.importers(), &parts.window),
               [parts](const PasteSpecialDialog* dialog) {
                   const auto content = dialog->content();
                   const DocumentView* view = parts.window.currentView();
                   if (content && view != nullptr)
                       view->pasteContent(*content);
               });
}

void addClipboardActions(const AppParts& parts) {
    ActionRegistry& actions = parts.actions;
    actions.add({.id = "edit.cut",
                 .text = EditMenu::tr("Cu&t"),
                 .shortcuts = {QKeySequence(u"Ctrl+X"_s), QKeySequence(u"Shift+Del"_s)},
                 .menu = "edit",
                 .group = 1,
                 .scope = ActionScope::View,
                 .execute = onViewCopying(parts, &HexView::cut),
                 .isEnabled = isWritableSelection(parts)});
    actions.add({.id = "edit.copy",
                 .text = EditMenu::tr("&Copy"),
                 .shortcuts = {QKeySequence(u"Ctrl+C"_s), QKeySequence(u"Ctrl+Ins"_s)},
                 .menu = "edit",
                 .group = 1,
                 .scope = ActionScope::View,
                 .execute = onViewCopying(parts, &HexView::copy),
                 .isEnabled = hasSelection(parts)});
    actions.addMenu({"edit.copyAs", EditMenu::tr("Copy &As"), "edit", 1});
    actions.add({.id = "edit.paste",
                 .text = EditMenu::tr("&Paste"),
                 .shortcuts = {QKeySequence(u"Ctrl+V"_s), QKeySequence(u"Shift+Ins"_s)},
                 .menu = "edit",
                 .group = 1,
                 .scope = ActionScope::View,
                 .execute = onView(parts, &HexView::paste),
                 .isEnabled = isWritable(parts)});
    actions.add({.id = "edit.pasteSpecial",
                 .text = EditMenu::tr("Paste &Special…"),
                 .shortcuts = {QKeySequence(u"Ctrl+Shift+V"_s)},
                 .menu = "edit",
                 .group = 1,
                 .execute = [parts] { pasteSpecial(parts); },
                 .isEnabled = isWritable(parts)});
    actions.add({.id = "edit.delete",
                 .text = EditMenu::tr("&Delete"),
                 .shortcuts = {QKeySequence(Qt::Key_Delete)},
                 .menu = "edit",
                 .group = 1,
                 .scope = ActionScope::View,
                 .execute = onView(parts, &HexView::deleteSelection),
                 .isEnabled = isWritableSelection(parts)});
}

void addBytesActions(const AppParts& parts) {
    ActionRegistry& actions = parts.actions;
    // A dialog describes the document as it was when it opened; it is modal to the window, so nothing changes
    // it.
    const auto applied = [parts](const auto* dialog) {
        if (const auto edit = dialog->edit(); edit && parts.context.document() != nullptr)
            static_cast<void>(
                parts.context.applyTogether([&edit](Document& document) { return document.apply(*edit); }));
    };
    actions.add({.id = "edit.fill",
                 .text = EditMenu::tr("&Fill Selection…"),
                 .shortcuts = {QKeySequence(u"Ctrl+Shift+L"_s)},
                 .menu = "edit",
                 .group = 2,
                 .execute =
                     [parts, applied] {
                         openDialog(new FillDialog(parts.context.selectedRanges(), &parts.window), applied);
                     },
                 .isEnabled = isWritableSelection(parts)});
    actions.add({.id = "edit.insertBytes",
                 .text = EditMenu::tr("&Insert Bytes…"),
                 .shortcuts = {QKeySequence(u"Ctrl+Shift+Ins"_s), QKeySequence(u"Ctrl+I"_s)},
                 .menu = "edit",
                 .group = 2,
                 .execute =
                     [parts, applied] {
                         openDialog(new InsertBytesDialog(parts.context.document()->size(),
                                                          parts.context.caret(), &parts.window),
                                    applied);
                     },
                 .isEnabled = isWritable(parts)});
    actions.add({.id = "edit.resize",
                 .text = EditMenu::tr("Resi&ze…"),
                 .menu = "edit",
                 .group = 2,
                 .execute =
                     [parts, applied] {
                         openDialog(new ResizeDialog(parts.context.document()->size(), parts.context.caret(),
                                                     &parts.window),
                                    applied);
                     },
                 .isEnabled = isWritable(parts)});
}

void addSelectionActions(const AppParts& parts) {
    ActionRegistry& actions = parts.actions;
    actions.add({.id = "edit.selectAll",
                 .text = EditMenu::tr("Select A&ll"),
                 .shortcuts = {QKeySequence(u"Ctrl+A"_s)},
                 .menu = "edit",
                 .group = 3,
                 .scope = ActionScope::View,
                 .execute = onView(parts, &HexView::selectAll),
                 .isEnabled = hasDocument(parts)});
    actions.add({.id = "edit.selectRange",
                 .text = EditMenu::tr("Select Ran&ge…"),
                 .shortcuts = {QKeySequence(u"Ctrl+E"_s)},
                 .menu = "edit",
                 .group = 3,
                 .execute =
                     [parts] {
                         openDialog(
                             new SelectRangeDialog(parts.context.document()->size(), parts.context.caret(),
                                                   parts.context.selection(), &parts.window),
                             [parts](const SelectRangeDialog* dialog) {
                                 if (dialog->range())
                                     parts.context.select(*dialog->range());
                             });
                     },
                 .isEnabled = hasDocument(parts)});
    actions.add({.id = "edit.insertMode",
                 .text = EditMenu::tr("Insert &Mode"),
                 .shortcuts = {QKeySequence(Qt::Key_Insert)},
                 .menu = "edit",
                 .group = 4,
                 .scope = ActionScope::View,
                 .execute = onView(parts,
                                   [](HexView& view) {
                                       const bool isInserting = view.state().mode == InputMode::Insert;
                                       view.setInputMode(isInserting ? InputMode::Overwrite
                                                                     : InputMode::Insert);
                                   }),
                 .isEnabled = isWritable(parts),
                 .isChecked = [parts] {
                     const DocumentView* view = parts.window.currentView();
                     return view != nullptr && view->view().state().mode == InputMode::Insert;
                 }});
    actions.add({.id = "edit.readOnly",
                 .text = EditMenu::tr("Read &Only"),
                 .menu = "edit",
                 .group = 4,
                 .execute =
                     [parts] {
                         OpenDocument& document = parts.window.currentView()->document();
                         parts.files.setWriteProtected(document, !document.document().isWriteProtected());
                         parts.window.refreshState();
                     },
                 .isEnabled = hasDocument(parts),
                 .isChecked =
                     [parts] {
                         const Document* document = parts.context.document();
                         return document != nullptr && document->isWriteProtected();
                     }});
}

}  // namespace

void addEditActions(const AppParts& parts) {
    parts.actions.addMenu({"edit", EditMenu::tr("&Edit")});
    addHistoryActions(parts);
    addClipboardActions(parts);
    for (const ExporterInfo& format : parts.builtins.exporters()) {
        if (format.id == "raw")
            continue;
        parts.actions.add({.id = "edit.copyAs." + format.id,
                           .text = QString::fromStdString(format.name),
                           .menu = "edit.copyAs",
                           .execute = [parts, &format] { copyAs(parts, format); },
                           .isEnabled = hasSelection(parts)});
    }
    addBytesActions(parts);
    addSelectionActions(parts);
}

}  // namespace octavo
