#pragma once

#include <optional>
#include <string>
#include <vector>

#include <QByteArray>
#include <QString>

#include "app/settings_store.h"
#include "ui/base/pointer_choice.h"
#include "ui/base/preferences.h"
#include "ui/panels/find_query.h"
#include "ui/panels/inspector_model.h"
#include "ui/panels/patterns_model.h"

namespace octavo {

/// Where the program keeps what it remembers.
struct ProgramPaths {
    QString settingsFile;       ///< preferences, recent files: INI
    QString sessionFile;        ///< open files and where one was in them: JSON
    QString recoveryDirectory;  ///< changes that are not saved yet; empty: nowhere
    QString historyDirectory;   ///< histories of closed files; empty: nowhere

    /// Under $XDG_CONFIG_HOME and $XDG_STATE_HOME, or their defaults in the home directory.
    [[nodiscard]] static ProgramPaths standard();
    /// Both in one directory, for tests and for `--settings`.
    [[nodiscard]] static ProgramPaths under(const QString& directory);
    /// Files that are not there and will not be written, for the safe mode.
    [[nodiscard]] static ProgramPaths none();
};

/// What is remembered from one start to the next besides the session. Whatever stands in the file, values
/// outside their range come back as defaults. UI thread.
class Settings {
public:
    /// REQUIRES: `jobs` outlives the settings. Without one they are written when they go.
    explicit Settings(const QString& file, JobRunner* jobs = nullptr);

    [[nodiscard]] Preferences preferences() const;
    void setPreferences(const Preferences& preferences);

    /// What the desktop asked for when it was last asked, so that the next start need not wait for the
    /// answer.
    [[nodiscard]] std::optional<ThemeKind> desktopWish() const;
    void setDesktopWish(std::optional<ThemeKind> wish);

    /// Raw paths, latest first, without repetition.
    [[nodiscard]] std::vector<std::string> recentFiles() const;
    void addRecentFile(const std::string& path);
    void clearRecentFiles();
    static constexpr std::size_t kRecentMax = 12;

    [[nodiscard]] QByteArray windowGeometry() const;
    [[nodiscard]] QByteArray windowState() const;
    void setWindow(const QByteArray& geometry, const QByteArray& state);
    /// Ids of the panels that were open; nothing stored yet: those a newcomer should see.
    [[nodiscard]] QStringList openPanels() const;
    void setOpenPanels(const QStringList& ids);

    /// Ids of the checked algorithms; nothing stored yet: nothing.
    [[nodiscard]] std::optional<QStringList> chosenDigests() const;
    void setChosenDigests(const QStringList& ids);
    /// What was looked for, latest first.
    /// What is highlighted all the time.
    /// Whether a format that is clear is taken without asking, bytes are coloured by field, and folders (raw
    /// paths) with more descriptions.
    [[nodiscard]] bool takesClearFormats() const;
    void setTakesClearFormats(bool takes);
    [[nodiscard]] bool coloursFields() const;
    void setColoursFields(bool colours);
    [[nodiscard]] std::vector<std::string> formatFolders() const;
    void setFormatFolders(const std::vector<std::string>& folders);

    [[nodiscard]] std::vector<ColouredPattern> patterns() const;
    void setPatterns(const std::vector<ColouredPattern>& patterns);
    [[nodiscard]] std::vector<FindQuery> searches() const;
    void setSearches(const std::vector<FindQuery>& queries);
    [[nodiscard]] ByteOrder inspectorOrder() const;
    void setInspectorOrder(ByteOrder order);
    [[nodiscard]] InspectorModel::IntegerStyle inspectorStyle() const;
    void setInspectorStyle(InspectorModel::IntegerStyle style);
    /// How pointers were last read.
    [[nodiscard]] PointerChoice pointerChoice() const;
    void setPointerChoice(const PointerChoice& choice);
    /// Id of the format last chosen for export; empty: none yet.
    [[nodiscard]] QString exportFormat() const;
    void setExportFormat(const QString& id);

private:
    void writeRecentFiles(const std::vector<std::string>& paths);

    SettingsStore store_;
};

}  // namespace octavo
