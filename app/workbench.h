#pragma once

#include <functional>

#include <QObject>

#include "app/app_parts.h"
#include "app/builtins.h"
#include "app/command_line.h"
#include "app/document_manager.h"
#include "app/document_saver.h"
#include "app/file_commands.h"
#include "app/find_host.h"
#include "app/first_frame.h"
#include "app/history_keeper.h"
#include "app/main_window.h"
#include "app/panel_host.h"
#include "app/recovery_keeper.h"
#include "app/recovery_offer.h"
#include "app/settings.h"
#include "app/structure_host.h"
#include "app/theme_switch.h"
#include "app/window_context.h"
#include "ui/actions/action_registry.h"
#include "ui/jobs/job_runner.h"

namespace octavo {

/// The program: creates every part and connects them. One for each window. UI thread.
class Workbench final : public QObject {
    Q_OBJECT
public:
    /// Restores settings and begins to open what was asked for, or the last session; shows nothing yet.
    Workbench(const CommandLine& commandLine, const ProgramPaths& paths);
    ~Workbench() override;

    /// Shows the window. What its first picture does not need comes after that picture.
    void start();

    [[nodiscard]] MainWindow& window() { return window_; }
    [[nodiscard]] ActionRegistry& actions() { return actions_; }
    [[nodiscard]] DocumentManager& documents() { return documents_; }
    [[nodiscard]] DocumentSaver& saver() { return saver_; }
    [[nodiscard]] FileCommands& files() { return files_; }
    [[nodiscard]] WindowContext& context() { return context_; }
    [[nodiscard]] PanelHost& panels() { return panels_; }
    [[nodiscard]] Settings& settings() { return settings_; }
    [[nodiscard]] JobRunner& jobs() { return jobs_; }
    [[nodiscard]] ThemeSwitch& themes() { return themes_; }
    [[nodiscard]] RecoveryKeeper& recoveryKeeper() { return recoveryKeeper_; }
    [[nodiscard]] HistoryKeeper& historyKeeper() { return historyKeeper_; }

    [[nodiscard]] Session session() const;

Q_SIGNALS:
    /// The window was painted with the first files in it.
    void shown();
    /// The window is up, its panels are made and all files are open.
    void settled();

private:
    void build();
    [[nodiscard]] QMenu* makeContextMenu();
    void connectParts();
    void restoreWindow();
    void openFirstFiles();
    void restoreSession();
    void keepState();
    void whenOpened(const std::function<void()>& proceed);
    void tellShown();
    void finishStart();

    CommandLine commandLine_;
    ProgramPaths paths_;
    JobRunner jobs_;
    Settings settings_;
    Builtins builtins_;
    DocumentManager documents_;
    DocumentSaver saver_;
    MainWindow window_;
    WindowContext context_;
    FileCommands files_;
    ActionRegistry actions_;
    PanelHost panels_;
    FindHost find_;
    StructureHost structures_;
    ThemeSwitch themes_;
    RecoveryKeeper recoveryKeeper_;
    RecoveryOffer recovery_;
    HistoryKeeper historyKeeper_;
    FirstFrame firstFrame_;
};

}  // namespace octavo
