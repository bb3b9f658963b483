#pragma once

class QMenu;

namespace octavo {

class ActionRegistry;
class Builtins;
class DocumentManager;
class DocumentSaver;
class FileCommands;
class FindHost;
class HistoryKeeper;
class JobRunner;
class MainWindow;
class PanelHost;
class RecoveryOffer;
class Settings;
class ThemeSwitch;
class StructureHost;
class WindowContext;

/// What the commands of the program work on. References to what the Workbench owns.
struct AppParts {
    MainWindow& window;
    DocumentManager& documents;
    FileCommands& files;
    WindowContext& context;
    ActionRegistry& actions;
    PanelHost& panels;
    FindHost& find;
    StructureHost& structures;
    Settings& settings;
    ThemeSwitch& themes;
    RecoveryOffer& recovery;
    HistoryKeeper& histories;
    const Builtins& builtins;
};

/// The commands of each menu, in the order in which they stand there.
void addFileActions(const AppParts& parts);
void addEditActions(const AppParts& parts);
void addViewActions(const AppParts& parts);
void addGoActions(const AppParts& parts);
void addToolActions(const AppParts& parts);
void addHelpActions(const AppParts& parts);

/// What File > Open Recent shows now.
void fillRecentMenu(const AppParts& parts, QMenu& menu);

/// What the window offers while no file is open.
void offerWelcome(const AppParts& parts);

/// Every panel that comes with the program.
void addPanels(const AppParts& parts);

}  // namespace octavo
