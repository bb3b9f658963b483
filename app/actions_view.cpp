// The View menu.

#include <array>

#include <QCoreApplication>
#include <QInputDialog>

#include "app/app_parts.h"
#include "app/main_window.h"
#include "app/panel_host.h"
#include "app/settings.h"
#include "app/theme_switch.h"
#include "core/base/offset_text.h"
#include "ui/actions/action_registry.h"
#include "ui/base/messages.h"
#include "ui/base/number_text.h"
#include "ui/base/qt_text.h"
#include "ui/hexview/text_decoder.h"

namespace octavo {

using namespace Qt::StringLiterals;

namespace {

struct ViewMenu {
    Q_DECLARE_TR_FUNCTIONS(octavo::ViewMenu)
};

std::function<bool()> hasView(const AppParts& parts) {
    return [parts] { return parts.window.currentView() != nullptr; };
}

/// A choice of one setting of the view in front: `change` makes it, and it is checked while it changes
/// nothing.
Action optionAction(const AppParts& parts, const std::string& id, const QString& text,
                    const std::string& menu, const std::function<void(ViewOptions&)>& change) {
    return {.id = id,
            .text = text,
            .menu = menu,
            .execute =
                [parts, change] {
                    if (DocumentView* view = parts.window.currentView()) {
                        ViewOptions options = view->view().options();
                        change(options);
                        view->setOptions(options);
                    }
                },
            .isEnabled = hasView(parts),
            .isChecked =
                [parts, change] {
                    const DocumentView* view = parts.window.currentView();
                    if (view == nullptr)
                        return false;
                    ViewOptions options = view->view().options();
                    change(options);
                    return options == view->view().options();
                }};
}

void addRowActions(const AppParts& parts) {
    ActionRegistry& actions = parts.actions;
    actions.addMenu({"view.row", ViewMenu::tr("&Bytes per Row"), "view", 0});
    for (const int count : {4, 8, 16, 24, 32, 48, 64}) {
        actions.add(optionAction(parts, "view.row." + std::to_string(count), QString::number(count),
                                 "view.row", [count](ViewOptions& options) {
                                     options.rowWidth = RowWidth::Fixed;
                                     options.bytesPerRow = count;
                                 }));
    }
    actions.add(optionAction(parts, "view.row.fit", ViewMenu::tr("&Fit to Window"), "view.row",
                             [](ViewOptions& options) {
                                 options.rowWidth = RowWidth::Fitted;
                                 options.bytesPerRow = ViewOptions::kMaxBytesPerRow;
                             }));
    actions.addMenu({"view.group", ViewMenu::tr("&Group Bytes By"), "view", 0});
    for (const int count : {1, 2, 4, 8, 16}) {
        actions.add(optionAction(parts, "view.group." + std::to_string(count), QString::number(count),
                                 "view.group", [count](ViewOptions& options) { options.grouping = count; }));
    }
}

void addRadixActions(const AppParts& parts) {
    ActionRegistry& actions = parts.actions;
    actions.addMenu({"view.values", ViewMenu::tr("&Values As"), "view", 0});
    const std::array values{std::pair(ValueRadix::Hex, ViewMenu::tr("&Hexadecimal")),
                            std::pair(ValueRadix::Decimal, ViewMenu::tr("&Decimal")),
                            std::pair(ValueRadix::Octal, ViewMenu::tr("&Octal")),
                            std::pair(ValueRadix::Binary, ViewMenu::tr("&Binary"))};
    for (const auto& [radix, text] : values) {
        actions.add(optionAction(parts, "view.values." + std::to_string(baseOf(radix)), text, "view.values",
                                 [radix = radix](ViewOptions& options) { options.valueRadix = radix; }));
    }
    actions.addMenu({"view.offsets", ViewMenu::tr("&Offsets As"), "view", 0});
    const std::array offsets{std::pair(OffsetRadix::Hex, ViewMenu::tr("&Hexadecimal")),
                             std::pair(OffsetRadix::Decimal, ViewMenu::tr("&Decimal")),
                             std::pair(OffsetRadix::Octal, ViewMenu::tr("&Octal"))};
    for (const auto& [radix, text] : offsets) {
        actions.add(optionAction(parts, "view.offsets." + std::to_string(baseOf(radix)), text, "view.offsets",
                                 [radix = radix](ViewOptions& options) { options.offsetRadix = radix; }));
    }
}

/// Asks for the address of the first byte.
void askBaseAddress(const AppParts& parts) {
    DocumentView* view = parts.window.currentView();
    auto* dialog = new QInputDialog(&parts.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(ViewMenu::tr("Base Address"));
    dialog->setLabelText(ViewMenu::tr("Address of the first byte (0x for hexadecimal):"));
    dialog->setTextValue(hexText(view->view().options().baseAddress));
    QObject::connect(dialog, &QInputDialog::textValueSelected, view, [view](const QString& text) {
        const auto address = parseByteCount(toUtf8(text.trimmed()));
        if (!address) {
            view->messages().post({.kind = MessageKind::Warning, .text = messageFor(address.error(), text)});
            return;
        }
        ViewOptions options = view->view().options();
        options.baseAddress = *address;
        view->setOptions(options);
    });
    dialog->open();
}

void addSectorActions(const AppParts& parts) {
    ActionRegistry& actions = parts.actions;
    actions.addMenu({"view.sectors", ViewMenu::tr("Mar&k Sectors"), "view", 0});
    actions.add(optionAction(parts, "view.sectors.off", ViewMenu::tr("&Off"), "view.sectors",
                             [](ViewOptions& options) { options.sectorSize = 0; }));
    for (const ByteCount size : {512U, 1024U, 2048U, 4096U}) {
        actions.add(optionAction(parts, "view.sectors." + std::to_string(size),
                                 ViewMenu::tr("%1 Bytes").arg(size), "view.sectors",
                                 [size](ViewOptions& options) { options.sectorSize = size; }));
    }
}

void addEncodingActions(const AppParts& parts) {
    parts.actions.addMenu({"view.encoding", ViewMenu::tr("Text &Encoding"), "view", 0});
    for (const QString& name : textEncodings()) {
        parts.actions.add(optionAction(parts, "view.encoding." + toUtf8(name), name, "view.encoding",
                                       [name](ViewOptions& options) { options.encoding = name; }));
    }
}

void addZoomActions(const AppParts& parts) {
    const auto onView = [parts](void (HexView::*command)()) {
        return [parts, command] {
            if (const DocumentView* view = parts.window.currentView())
                (view->view().*command)();
        };
    };
    parts.actions.add({.id = "view.zoomIn",
                       .text = ViewMenu::tr("Zoom &In"),
                       .shortcuts = {QKeySequence(u"Ctrl++"_s), QKeySequence(u"Ctrl+="_s)},
                       .menu = "view",
                       .group = 1,
                       .execute = onView(&HexView::zoomIn),
                       .isEnabled = hasView(parts)});
    parts.actions.add({.id = "view.zoomOut",
                       .text = ViewMenu::tr("Zoom O&ut"),
                       .shortcuts = {QKeySequence(u"Ctrl+-"_s)},
                       .menu = "view",
                       .group = 1,
                       .execute = onView(&HexView::zoomOut),
                       .isEnabled = hasView(parts)});
    parts.actions.add({.id = "view.zoomReset",
                       .text = ViewMenu::tr("Normal Si&ze"),
                       .shortcuts = {QKeySequence(u"Ctrl+Alt+0"_s)},
                       .menu = "view",
                       .group = 1,
                       .execute = onView(&HexView::resetZoom),
                       .isEnabled = hasView(parts)});
}

void addMinimapAction(const AppParts& parts) {
    parts.actions.add({.id = "view.minimap",
                       .text = ViewMenu::tr("Mi&nimap"),
                       .menu = "view",
                       .group = 2,
                       .execute =
                           [parts] {
                               Preferences preferences = parts.settings.preferences();
                               preferences.showsMinimap = !preferences.showsMinimap;
                               parts.settings.setPreferences(preferences);
                               parts.themes.apply(preferences);
                           },
                       .isChecked = [parts] { return parts.settings.preferences().showsMinimap; }});
}

void addThemeActions(const AppParts& parts) {
    parts.actions.addMenu({"view.theme", ViewMenu::tr("&Theme"), "view", 2});
    const std::array themes{std::pair(ThemeChoice::Desktop, ViewMenu::tr("Like the &Desktop")),
                            std::pair(ThemeChoice::Light, ViewMenu::tr("&Light")),
                            std::pair(ThemeChoice::Dark, ViewMenu::tr("Da&rk")),
                            std::pair(ThemeChoice::HighContrast, ViewMenu::tr("High &Contrast"))};
    for (const auto& [choice, text] : themes) {
        parts.actions.add(
            {.id = "view.theme." + toUtf8(themeName(choice)),
             .text = text,
             .menu = "view.theme",
             .execute =
                 [parts, choice = choice] {
                     Preferences preferences = parts.settings.preferences();
                     preferences.theme = choice;
                     parts.settings.setPreferences(preferences);
                     parts.themes.apply(preferences);
                 },
             .isChecked = [parts, choice = choice] { return parts.settings.preferences().theme == choice; }});
    }
}

void addSplitActions(const AppParts& parts) {
    const auto split = [parts](DocumentView::Split how) {
        return [parts, how] {
            if (DocumentView* view = parts.window.currentView())
                view->split(how);
        };
    };
    const auto isWhole = [parts] {
        const DocumentView* view = parts.window.currentView();
        return view != nullptr && !view->isSplit();
    };
    parts.actions.add({.id = "view.split",
                       .text = ViewMenu::tr("&Split View"),
                       .shortcuts = {QKeySequence(u"Ctrl+\\"_s)},
                       .menu = "view",
                       .group = 3,
                       .execute = split(DocumentView::Split::Independent),
                       .isEnabled = isWhole});
    parts.actions.add({.id = "view.splitTogether",
                       .text = ViewMenu::tr("Split View, Scro&lling Together"),
                       .menu = "view",
                       .group = 3,
                       .execute = split(DocumentView::Split::Together),
                       .isEnabled = isWhole});
    parts.actions.add({.id = "view.unsplit",
                       .text = ViewMenu::tr("&Remove Split"),
                       .shortcuts = {QKeySequence(u"Ctrl+Shift+\\"_s)},
                       .menu = "view",
                       .group = 3,
                       .execute =
                           [parts] {
                               if (DocumentView* view = parts.window.currentView())
                                   view->unsplit();
                           },
                       .isEnabled =
                           [parts] {
                               const DocumentView* view = parts.window.currentView();
                               return view != nullptr && view->isSplit();
                           }});
}

void addPanelActions(const AppParts& parts) {
    parts.actions.addMenu({"view.panels", ViewMenu::tr("&Panels"), "view", 4});
    for (const PanelSpec& panel : parts.panels.panels()) {
        parts.actions.add({.id = "view.panels." + panel.id,
                           .text = panel.title,
                           .shortcuts = panel.key.isEmpty() ? QList<QKeySequence>{} : QList{panel.key},
                           .menu = "view.panels",
                           .execute = [parts, id = panel.id] { parts.panels.toggle(id); },
                           .isChecked = [parts, id = panel.id] { return parts.panels.isOpen(id); }});
    }
    parts.actions.add(
        {.id = "view.fullScreen",
         .text = ViewMenu::tr("&Full Screen"),
         .shortcuts = {QKeySequence(u"F11"_s)},
         .menu = "view",
         .group = 5,
         .execute =
             [parts] { parts.window.setWindowState(parts.window.windowState() ^ Qt::WindowFullScreen); },
         .isChecked = [parts] { return parts.window.isFullScreen(); }});
}

}  // namespace

void addViewActions(const AppParts& parts) {
    parts.actions.addMenu({"view", ViewMenu::tr("&View")});
    addRowActions(parts);
    addRadixActions(parts);
    Action base{.id = "view.baseAddress",
                .text = ViewMenu::tr("Base &Address…"),
                .menu = "view",
                .execute = [parts] { askBaseAddress(parts); },
                .isEnabled = hasView(parts)};
    parts.actions.add(std::move(base));
    addSectorActions(parts);
    addEncodingActions(parts);
    addZoomActions(parts);
    addMinimapAction(parts);
    addThemeActions(parts);
    addSplitActions(parts);
    addPanelActions(parts);
}

}  // namespace octavo
