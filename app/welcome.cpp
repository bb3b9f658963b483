// What the window offers while no file is open.

#include <QAction>
#include <QCoreApplication>

#include "app/app_parts.h"
#include "app/file_commands.h"
#include "app/main_window.h"
#include "app/settings.h"
#include "ui/actions/action_registry.h"
#include "ui/base/qt_text.h"

namespace octavo {

namespace {

constexpr std::size_t kRecentShown = 8;

WelcomePage::Entry entryOf(const AppParts& parts, const std::string& id) {
    const QAction* action = parts.actions.find(id);
    QString text = action->text();
    return {.text = text.remove(u'&'),
            .note = action->shortcut().toString(QKeySequence::NativeText),
            .execute = [parts, id] { parts.actions.trigger(id); }};
}

WelcomePage::Entry entryOf(const AppParts& parts, const std::string& path, std::size_t nameStart) {
    return {.text = toDisplayText(std::string_view(path).substr(nameStart)),
            .note = toDisplayText(std::string_view(path).substr(0, nameStart)),
            .execute = [parts, path] {
                OpenRequest request;
                request.path = path;
                parts.files.open(std::move(request));
            }};
}

}  // namespace

void offerWelcome(const AppParts& parts) {
    parts.window.welcome().setOffer([parts] {
        WelcomePage::Offer offer;
        for (const char* id : {"file.open", "file.new", "help.palette"})
            offer.commands.push_back(entryOf(parts, id));
        for (const std::string& path : parts.settings.recentFiles()) {
            if (offer.recentFiles.size() < kRecentShown)
                offer.recentFiles.push_back(entryOf(parts, path, path.rfind('/') + 1));
        }
        return offer;
    });
}

}  // namespace octavo
