// Settings files: whatever they hold, the values are in their ranges, and writing them keeps them.

#include <algorithm>
#include <set>

#include "app/settings.h"
#include "tests/fuzz/fuzz_target.h"
#include "tests/support/temporary_directory.h"
#include "ui/hexview/text_decoder.h"

namespace octavo::fuzz {

namespace {

void requireSensible(const Preferences& preferences) {
    require(6 <= preferences.fontSize && preferences.fontSize <= 40);
    require(0 <= preferences.bytesPerRow && preferences.bytesPerRow <= 256);
    require(1 <= preferences.grouping && preferences.grouping <= 16);
    require((preferences.grouping & (preferences.grouping - 1)) == 0);
    require(textEncodings().contains(preferences.encoding));
}

void requireSensible(const std::vector<std::string>& recent) {
    require(recent.size() <= Settings::kRecentMax);
    require(std::set<std::string>(recent.begin(), recent.end()).size() == recent.size());
    require(std::all_of(recent.begin(), recent.end(), [](const auto& path) { return path.front() == '/'; }));
}

void requireSensible(const std::vector<FindQuery>& searches) {
    for (const FindQuery& each : searches) {
        require(!each.text.isEmpty());
        require(each.kind == FindQuery::Kind::Hex || textEncodings().contains(each.encoding));
    }
}

}  // namespace

void tryInput(std::span<const std::byte> input) {
    static const test::TemporaryDirectory directory;
    const QString file = QString::fromStdString(directory.write("settings.ini", input));
    Preferences preferences;
    std::vector<std::string> recent;
    std::vector<FindQuery> searches;
    std::optional<QStringList> digests;
    {
        Settings settings(file);
        preferences = settings.preferences();
        requireSensible(preferences);
        recent = settings.recentFiles();
        requireSensible(recent);
        searches = settings.searches();
        requireSensible(searches);
        digests = settings.chosenDigests();
        require(!digests || !digests->contains(QString()));
        static_cast<void>(settings.desktopWish());
        static_cast<void>(settings.openPanels());
        static_cast<void>(settings.windowGeometry());
        static_cast<void>(settings.windowState());
        static_cast<void>(settings.inspectorOrder());
        static_cast<void>(settings.inspectorStyle());
        static_cast<void>(settings.exportFormat());
        const PointerForm form = settings.pointerChoice().form;
        require(1 <= form.width && form.width <= PointerForm::kMaxWidth);
        require(form.origin <= PointerOrigin::Behind);
        // Written again in full, whatever was there.
        settings.setPreferences(preferences);
        settings.setSearches(searches);
        settings.setChosenDigests(digests.value_or(QStringList()));
        settings.addRecentFile("/last");
    }
    const Settings again(file);
    require(again.preferences() == preferences);
    require(again.searches() == searches);
    require(again.chosenDigests() == digests.value_or(QStringList()));
    require(again.recentFiles().front() == "/last");
    requireSensible(again.recentFiles());
}

}  // namespace octavo::fuzz
