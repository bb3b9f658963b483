#include "app/workbench.h"

#include <cstdlib>
#include <utility>

#include <QApplication>
#include <QIcon>
#include <QMenu>
#include <QTimer>

#include "app/theme_switch.h"
#include "core/save/journal_file.h"
#include "ui/base/messages.h"
#include "ui/base/qt_text.h"
#include "ui/hexview/text_decoder.h"

namespace octavo {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize kFirstSize(1280, 800);

/// Where the journals of saves lie whose files' directories cannot be written.
std::string userJournals() {
    return journalDirectory(std::getenv("XDG_STATE_HOME"), std::getenv("HOME"));
}

}  // namespace

Workbench::Workbench(const CommandLine& commandLine, const ProgramPaths& paths)
    : commandLine_(commandLine),
      paths_(paths),
      settings_(paths.settingsFile, &jobs_),
      documents_(jobs_),
      saver_(jobs_),
      window_(jobs_),
      context_(window_, documents_, jobs_),
      files_(window_, documents_, saver_, jobs_, settings_),
      panels_(window_),
      find_(window_, context_, settings_, panels_),
      structures_(window_, context_, settings_, panels_),
      themes_(window_, jobs_, settings_),
      recoveryKeeper_(toRawPath(paths.recoveryDirectory), documents_, saver_, jobs_),
      recovery_(toRawPath(paths.recoveryDirectory), userJournals(), window_, documents_, recoveryKeeper_,
                jobs_),
      historyKeeper_(toRawPath(paths.historyDirectory), documents_, jobs_),
      firstFrame_(window_) {
    historyKeeper_.setEnabled(settings_.preferences().keepsHistory);
    connectParts();
    documents_.setJournalDirectory(userJournals());
    saver_.setJournalDirectory(userJournals());
    // Files are opened by a job meanwhile.
    openFirstFiles();
    build();
    restoreWindow();
}

Workbench::~Workbench() = default;

void Workbench::build() {
    const AppParts parts{window_,     documents_, files_,  context_,  actions_,       panels_,  find_,
                         structures_, settings_,  themes_, recovery_, historyKeeper_, builtins_};
    addPanels(parts);
    addFileActions(parts);
    addEditActions(parts);
    addViewActions(parts);
    addGoActions(parts);
    addToolActions(parts);
    addHelpActions(parts);
    window_.buildFrom(actions_);
    connect(&window_, &MainWindow::contextMenuWanted, this,
            [menu = makeContextMenu()](const QPoint& position) { menu->popup(position); });
    offerWelcome(parts);
    QMenu* recent = actions_.menu("file.recent");
    connect(recent, &QMenu::aboutToShow, this, [parts, recent] { fillRecentMenu(parts, *recent); });
}

/// What the hex view offers under the mouse: the Edit menu, and what concerns the place there.
QMenu* Workbench::makeContextMenu() {
    auto* menu = new QMenu(&window_);
    menu->addActions(actions_.menu("edit")->actions());
    menu->addSeparator();
    for (const char* id : {"go.followPointer", "go.followPointerAs", "go.addBookmark"})
        menu->addAction(actions_.find(id));
    return menu;
}

void Workbench::connectParts() {
    const auto refresh = [this] { actions_.refreshSoon(); };
    connect(&context_, &DocumentContext::currentChanged, &actions_, refresh);
    connect(&context_, &DocumentContext::selectionChanged, &actions_, refresh);
    connect(&context_, &DocumentContext::documentStateChanged, &actions_, refresh);
    connect(&window_, &MainWindow::viewStateChanged, &actions_, refresh);
    connect(&panels_, &PanelHost::openChanged, &actions_, refresh);
    WindowStatusBar& status = window_.statusLine();
    connect(&status, &WindowStatusBar::goToWanted, this, [this] { actions_.trigger("go.offset"); });
    connect(&status, &WindowStatusBar::modeToggleWanted, this,
            [this] { actions_.trigger("edit.insertMode"); });
    connect(&status, &WindowStatusBar::encodingMenuWanted, this, [this](const QPoint& corner) {
        QMenu* menu = actions_.menu("view.encoding");
        menu->popup(corner - QPoint(0, menu->sizeHint().height()));
    });
    connect(&historyKeeper_, &HistoryKeeper::failed, this, [this](const QString& name, const Error& error) {
        window_.messages().post(
            {.kind = MessageKind::Warning,
             .text =
                 tr("The undo history of “%1” could not be kept. %2").arg(name, messageFor(error, name))});
    });
    connect(&files_.changes(), &FileChanges::changesWanted, this, [this] { panels_.show("changes"); });
    connect(&files_, &FileCommands::readyToQuit, this, [this] {
        structures_.leaveThen([this] {
            recoveryKeeper_.endAll();
            historyKeeper_.keepAll();
            keepState();
            window_.closeForGood();
        });
    });
}

void Workbench::restoreWindow() {
    Preferences preferences = settings_.preferences();
    if (commandLine_.theme)
        preferences.theme = *commandLine_.theme;
    themes_.apply(preferences);
    window_.resize(commandLine_.size.value_or(kFirstSize));
    panels_.prepare(settings_.openPanels());
    if (!commandLine_.size) {
        window_.restoreGeometry(settings_.windowGeometry());
        window_.restoreState(settings_.windowState());
    }
    actions_.refresh();
}

void Workbench::start() {
    connect(&firstFrame_, &FirstFrame::painted, this, &Workbench::finishStart);
    window_.show();
}

void Workbench::whenOpened(const std::function<void()>& proceed) {
    if (documents_.isOpening())
        connect(&documents_, &DocumentManager::allOpened, this, proceed, Qt::SingleShotConnection);
    else
        proceed();
}

void Workbench::tellShown() {
    if (!documents_.isOpening()) {
        Q_EMIT shown();
        return;
    }
    // The window came first: what it was waiting for shows in the picture after the last file.
    whenOpened([this] {
        auto* next = new FirstFrame(window_, this);
        connect(next, &FirstFrame::painted, this, &Workbench::shown);
        window_.update();
    });
}

void Workbench::finishStart() {
    tellShown();
    QApplication::setWindowIcon(QIcon(u":/icons/octavo-48.png"_s));
    panels_.fillPrepared();
    themes_.followPortal();
    whenOpened([this] { recovery_.look(RecoveryOffer::Occasion::Start); });
    whenOpened([this] { QTimer::singleShot(0, this, &Workbench::settled); });
}

void Workbench::openFirstFiles() {
    if (commandLine_.files.empty()) {
        if (!commandLine_.isSafeMode && settings_.preferences().restoresSession)
            restoreSession();
        return;
    }
    for (const std::string& path : commandLine_.files) {
        OpenRequest request;
        request.path = path;
        request.access = commandLine_.isReadOnly ? OpenAccess::ReadOnly : OpenAccess::ReadWrite;
        request.offset = commandLine_.offset;
        files_.open(std::move(request));
    }
}

void Workbench::restoreSession() {
    const auto session = loadSession(paths_.sessionFile);
    if (!session) {
        if (session.error().code != ErrorCode::NotFound)
            context_.showMessage(MessageKind::Warning, messageFor(session.error(), tr("the last session")));
        return;
    }
    for (std::size_t i = 0; i < session->documents.size(); ++i) {
        OpenRequest request;
        request.path = session->documents[i].path;
        request.remembered = session->documents[i];
        request.activation = i == session->current ? Activation::Front : Activation::Behind;
        files_.open(std::move(request));
    }
}

Session Workbench::session() const {
    Session result;
    for (const DocumentView* view : window_.views()) {
        if (view->document().path().empty())
            continue;
        if (view == window_.currentView())
            result.current = result.documents.size();
        result.documents.push_back(view->remembered());
    }
    return result;
}

void Workbench::keepState() {
    if (commandLine_.isSafeMode)
        return;
    settings_.setOpenPanels(panels_.openIds());
    settings_.setWindow(window_.saveGeometry(), window_.saveState());
    // Quitting goes on when it fails: the documents are safe, only the place in them would be forgotten.
    static_cast<void>(saveSession(session(), paths_.sessionFile));
}

}  // namespace octavo
