// The Go menu: places in the document in front, and the open documents.

#include <QCoreApplication>

#include "app/app_parts.h"
#include "app/dialogs.h"
#include "app/digit_keys.h"
#include "app/follow_pointer.h"
#include "app/pane_focus.h"
#include "app/settings.h"
#include "app/structure_host.h"
#include "app/window_context.h"
#include "ui/actions/action_registry.h"
#include "ui/base/bookmarks.h"
#include "ui/base/change_list.h"
#include "ui/base/number_text.h"
#include "ui/dialogs/go_to_dialog.h"
#include "ui/panels/bookmarks_exchange.h"

namespace octavo {

using namespace Qt::StringLiterals;

namespace {

struct GoMenu {
    Q_DECLARE_TR_FUNCTIONS(octavo::GoMenu)
};

std::function<bool()> hasDocument(const AppParts& parts) {
    return [parts] { return parts.context.document() != nullptr; };
}

void askWhereToGo(const AppParts& parts) {
    auto* dialog = new GoToDialog(parts.context.document()->size(), parts.context.caret(), &parts.window);
    const DocumentView& current = *parts.window.currentView();
    const ByteCount marked = current.view().options().sectorSize;
    dialog->setSectorSize(marked > 0 ? marked : current.document().geometry().sectorSize);
    dialog->setRecords(current.records());
    openDialog(dialog, [parts](const GoToDialog* answered) {
        DocumentView* view = parts.window.currentView();
        if (!answered->target() || view == nullptr)
            return;
        view->setRecords(*answered->records());
        view->jumpTo(*answered->target(),
                     answered->extendsSelection() ? SelectionMode::Extend : SelectionMode::Clear);
    });
}

void addPlaceActions(const AppParts& parts) {
    ActionRegistry& actions = parts.actions;
    actions.add({.id = "go.offset",
                 .text = GoMenu::tr("&Go to Offset…"),
                 .shortcuts = {QKeySequence(u"Ctrl+G"_s), QKeySequence(u"Ctrl+J"_s)},
                 .menu = "go",
                 .execute = [parts] { askWhereToGo(parts); },
                 .isEnabled = hasDocument(parts)});
    actions.add({.id = "go.back",
                 .text = GoMenu::tr("&Back"),
                 .shortcuts = {QKeySequence(u"Alt+Left"_s)},
                 .menu = "go",
                 .toolBar = ToolBarPlace::Present,
                 .icon = u"go-previous"_s,
                 .execute = [parts] { parts.window.currentView()->goBack(); },
                 .isEnabled =
                     [parts] {
                         const DocumentView* view = parts.window.currentView();
                         return view != nullptr && view->places().canGoBack();
                     }});
    actions.add({.id = "go.forward",
                 .text = GoMenu::tr("&Forward"),
                 .shortcuts = {QKeySequence(u"Alt+Right"_s)},
                 .menu = "go",
                 .toolBar = ToolBarPlace::Present,
                 .icon = u"go-next"_s,
                 .execute = [parts] { parts.window.currentView()->goForward(); },
                 .isEnabled =
                     [parts] {
                         const DocumentView* view = parts.window.currentView();
                         return view != nullptr && view->places().canGoForward();
                     }});
    parts.window.setPointerChoice(parts.settings.pointerChoice());
    actions.add({.id = "go.followPointer",
                 .text = GoMenu::tr("Follo&w Pointer"),
                 .shortcuts = {QKeySequence(u"F4"_s)},
                 .menu = "go",
                 .execute = [parts] { followPointer(parts); },
                 .isEnabled = hasDocument(parts)});
    actions.add({.id = "go.followPointerAs",
                 .text = GoMenu::tr("Follow Pointer As…"),
                 .shortcuts = {QKeySequence(u"Shift+F4"_s)},
                 .menu = "go",
                 .execute = [parts] { askAndFollowPointer(parts); },
                 .isEnabled = hasDocument(parts)});
    const auto goTo = [parts](const auto& offsetOf) {
        return [parts, offsetOf] {
            if (const Document* document = parts.context.document())
                parts.context.goTo(offsetOf(*document));
        };
    };
    actions.add({.id = "go.start",
                 .text = GoMenu::tr("&Start of Document"),
                 .menu = "go",
                 .execute = goTo([](const Document&) { return ByteOffset{0}; }),
                 .isEnabled = hasDocument(parts)});
    actions.add({.id = "go.end",
                 .text = GoMenu::tr("&End of Document"),
                 .menu = "go",
                 .execute = goTo([](const Document& document) { return document.size(); }),
                 .isEnabled = hasDocument(parts)});
}

/// The selected bytes, or the one at the caret (none behind the last).
ByteRange bytesAtCaret(const WindowContext& context) {
    if (!context.selection().isEmpty())
        return context.selection();
    const ByteOffset caret = context.caret();
    return {caret, std::min(caret + 1, context.document()->size())};
}

void addBookmarkActions(const AppParts& parts) {
    const auto hasBookmarks = [parts] {
        const Bookmarks* bookmarks = parts.context.bookmarks();
        return bookmarks != nullptr && !bookmarks->isEmpty();
    };
    parts.actions.add({.id = "go.addBookmark",
                       .text = GoMenu::tr("Add Boo&kmark"),
                       .shortcuts = {QKeySequence(u"Ctrl+B"_s)},
                       .menu = "go",
                       .group = 1,
                       .execute =
                           [parts] {
                               const ByteRange range = bytesAtCaret(parts.context);
                               parts.context.bookmarks()->add(range,
                                                              GoMenu::tr("At %1").arg(hexText(range.begin)));
                           },
                       .isEnabled = hasDocument(parts)});
    parts.actions.add({.id = "go.nextBookmark",
                       .text = GoMenu::tr("&Next Bookmark"),
                       .shortcuts = {QKeySequence(u"Alt+PgDown"_s)},
                       .menu = "go",
                       .group = 1,
                       .execute =
                           [parts] {
                               if (const auto next = parts.context.bookmarks()->next(parts.context.caret()))
                                   parts.context.goTo(next->range.begin);
                           },
                       .isEnabled = hasBookmarks});
    parts.actions.add({.id = "go.previousBookmark",
                       .text = GoMenu::tr("&Previous Bookmark"),
                       .shortcuts = {QKeySequence(u"Alt+PgUp"_s)},
                       .menu = "go",
                       .group = 1,
                       .execute =
                           [parts] {
                               if (const auto previous =
                                       parts.context.bookmarks()->previous(parts.context.caret()))
                                   parts.context.goTo(previous->range.begin);
                           },
                       .isEnabled = hasBookmarks});
    parts.actions.add({.id = "go.nextField",
                       .text = GoMenu::tr("Next Structure F&ield"),
                       .shortcuts = {QKeySequence(u"Ctrl+Alt+Right"_s)},
                       .menu = "go",
                       .group = 3,
                       .execute = [parts] { parts.structures.goToField(1); },
                       .isEnabled = hasDocument(parts)});
    parts.actions.add({.id = "go.previousField",
                       .text = GoMenu::tr("Previous S&tructure Field"),
                       .shortcuts = {QKeySequence(u"Ctrl+Alt+Left"_s)},
                       .menu = "go",
                       .group = 3,
                       .execute = [parts] { parts.structures.goToField(-1); },
                       .isEnabled = hasDocument(parts)});
    auto* exchange = new BookmarksExchange(parts.context, &parts.window);
    parts.actions.add({.id = "go.importBookmarks",
                       .text = GoMenu::tr("&Import…"),
                       .menu = "go.bookmarkFiles",
                       .execute = [exchange] { exchange->askImport(); },
                       .isEnabled = hasDocument(parts)});
    parts.actions.add({.id = "go.exportBookmarks",
                       .text = GoMenu::tr("&Export…"),
                       .menu = "go.bookmarkFiles",
                       .execute = [exchange] { exchange->askExport(); },
                       .isEnabled = hasBookmarks});
}

void addChangeActions(const AppParts& parts) {
    const auto hasChanges = [parts] {
        const ChangeList* changes = parts.context.changes();
        return changes != nullptr && !changes->isEmpty();
    };
    parts.actions.add({.id = "go.nextChange",
                       .text = GoMenu::tr("Next &Change in the File"),
                       .shortcuts = {QKeySequence(u"F8"_s)},
                       .menu = "go",
                       .group = 1,
                       .execute =
                           [parts] {
                               const ByteOffset here = parts.context.selection().begin;
                               if (const auto place = parts.context.changes()->next(here))
                                   parts.context.select(place->range);
                           },
                       .isEnabled = hasChanges});
    parts.actions.add({.id = "go.previousChange",
                       .text = GoMenu::tr("P&revious Change in the File"),
                       .shortcuts = {QKeySequence(u"Shift+F8"_s)},
                       .menu = "go",
                       .group = 1,
                       .execute =
                           [parts] {
                               const ByteOffset here = parts.context.selection().begin;
                               if (const auto place = parts.context.changes()->previous(here))
                                   parts.context.select(place->range);
                           },
                       .isEnabled = hasChanges});
}

void setNumbered(const AppParts& parts, int number) {
    parts.context.bookmarks()->toggleNumbered(number, bytesAtCaret(parts.context),
                                              GoMenu::tr("Bookmark %1").arg(number));
}

void goToNumbered(const AppParts& parts, int number) {
    if (const auto mark = parts.context.bookmarks()->numbered(number)) {
        parts.context.goTo(mark->range.begin);
        return;
    }
    const QKeySequence key = parts.actions.find("go.setNumbered." + std::to_string(number))->shortcut();
    parts.context.showMessage(MessageKind::Information,
                              GoMenu::tr("This document has no bookmark %1. %2 sets it.")
                                  .arg(QString::number(number), key.toString(QKeySequence::NativeText)));
}

void addNumberedBookmarkActions(const AppParts& parts) {
    ActionRegistry& actions = parts.actions;
    actions.addMenu({"go.numbered", GoMenu::tr("N&umbered Bookmarks"), "go", 1});
    for (int number = 0; number < Bookmarks::kNumbers; ++number) {
        const QString digit = QString::number(number);
        // Enabled whether or not the bookmark is set: that costs no look at each of them after every step.
        actions.add({.id = "go.numbered." + std::to_string(number),
                     .text = GoMenu::tr("Go to Bookmark &%1").arg(digit),
                     .shortcuts = {QKeySequence(u"Ctrl+"_s + digit)},
                     .menu = "go.numbered",
                     .execute = [parts, number] { goToNumbered(parts, number); },
                     .isEnabled = hasDocument(parts)});
    }
    for (int number = 0; number < Bookmarks::kNumbers; ++number) {
        const QString digit = QString::number(number);
        actions.add({.id = "go.setNumbered." + std::to_string(number),
                     .text = GoMenu::tr("Set Bookmark %1").arg(digit),
                     .shortcuts = {QKeySequence(u"Ctrl+Shift+"_s + digit)},
                     .menu = "go.numbered",
                     .group = 1,
                     .execute = [parts, number] { setNumbered(parts, number); },
                     .isEnabled = hasDocument(parts)});
    }
    parts.window.installEventFilter(new DigitKeys(
        [parts](DigitCommand command, int digit) {
            const bool setsHere = command == DigitCommand::SetHere;
            parts.actions.trigger((setsHere ? "go.setNumbered." : "go.numbered.") + std::to_string(digit));
        },
        &parts.window));
}

void addDocumentActions(const AppParts& parts) {
    const auto hasSeveral = [parts] { return parts.documents.documents().size() > 1; };
    parts.actions.add({.id = "go.nextDocument",
                       .text = GoMenu::tr("Next &Document"),
                       .shortcuts = {QKeySequence(u"Ctrl+Tab"_s), QKeySequence(u"Ctrl+PgDown"_s)},
                       .menu = "go",
                       .group = 2,
                       .execute = [parts] { parts.window.showNextView(1); },
                       .isEnabled = hasSeveral});
    parts.actions.add({.id = "go.previousDocument",
                       .text = GoMenu::tr("Previous D&ocument"),
                       .shortcuts = {QKeySequence(u"Ctrl+Shift+Tab"_s), QKeySequence(u"Ctrl+PgUp"_s)},
                       .menu = "go",
                       .group = 2,
                       .execute = [parts] { parts.window.showNextView(-1); },
                       .isEnabled = hasSeveral});
    parts.actions.add({.id = "go.view",
                       .text = GoMenu::tr("&Hex View"),
                       .menu = "go",
                       .group = 2,
                       .execute = [parts] { parts.context.focusView(); },
                       .isEnabled = hasDocument(parts)});
    parts.actions.add({.id = "go.nextPane",
                       .text = GoMenu::tr("Ne&xt Pane"),
                       .shortcuts = {QKeySequence(u"F6"_s)},
                       .menu = "go",
                       .group = 2,
                       .execute = [parts] { focusPane(parts, PaneDirection::Next); }});
    parts.actions.add({.id = "go.previousPane",
                       .text = GoMenu::tr("Pre&vious Pane"),
                       .shortcuts = {QKeySequence(u"Shift+F6"_s)},
                       .menu = "go",
                       .group = 2,
                       .execute = [parts] { focusPane(parts, PaneDirection::Previous); }});
}

}  // namespace

void addGoActions(const AppParts& parts) {
    parts.actions.addMenu({"go", GoMenu::tr("&Go")});
    parts.actions.addMenu({"go.bookmarkFiles", GoMenu::tr("Bookmark Fi&les"), "go", 1});
    addPlaceActions(parts);
    addBookmarkActions(parts);
    addChangeActions(parts);
    addNumberedBookmarkActions(parts);
    addDocumentActions(parts);
}

}  // namespace octavo
