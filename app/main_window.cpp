#include "app/main_window.h"

#include <algorithm>

#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QMenuBar>
#include <QMimeData>
#include <QStackedWidget>
#include <QTabBar>
#include <QTabWidget>
#include <QToolBar>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>

#include "ui/actions/action_registry.h"
#include "ui/base/house_style.h"
#include "ui/base/line_icon.h"
#include "ui/base/qt_text.h"

namespace octavo {

using namespace Qt::StringLiterals;

MainWindow::MainWindow(JobRunner& jobs, QWidget* parent)
    : QMainWindow(parent),
      jobs_(jobs),
      central_(new QWidget(this)),
      centralLayout_(new QVBoxLayout(central_)),
      windowMessages_(new MessageBar(central_)),
      stack_(new QStackedWidget(central_)),
      welcome_(new WelcomePage(stack_)),
      tabs_(new QTabWidget(stack_)),
      status_(new WindowStatusBar(jobs, this)) {
    setWindowTitle(u"Octavo"_s);
    setAcceptDrops(true);
    setDockOptions(AllowTabbedDocks | AllowNestedDocks);
    setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    setStatusBar(status_);

    tabs_->tabBar()->setObjectName(QLatin1String(HouseStyle::kDocumentTabs));
    tabs_->tabBar()->setAccessibleName(tr("Open documents"));
    tabs_->setDocumentMode(true);
    tabs_->setMovable(true);
    tabs_->setElideMode(Qt::ElideMiddle);
    tabs_->tabBar()->setExpanding(false);
    stack_->addWidget(welcome_);
    stack_->addWidget(tabs_);
    centralLayout_->setContentsMargins(0, 0, 0, 0);
    centralLayout_->setSpacing(0);
    centralLayout_->addWidget(windowMessages_);
    centralLayout_->addWidget(stack_, 1);
    setCentralWidget(central_);

    connect(tabs_, &QTabWidget::currentChanged, this, [this] {
        refreshState();
        Q_EMIT currentViewChanged();
    });
    connect(tabs_, &QTabWidget::tabCloseRequested, this,
            [this](int index) { Q_EMIT closeViewWanted(static_cast<DocumentView*>(tabs_->widget(index))); });
    refreshState();
}

void MainWindow::buildFrom(ActionRegistry& actions) {
    actions.buildMenus(*menuBar());
    auto* bar = addToolBar(tr("Main tool bar"));
    bar->setObjectName(u"mainToolBar"_s);
    bar->setMovable(false);
    bar->setIconSize({18, 18});
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    actions.buildToolBar(*bar);
    actions.installShortcuts(*this, viewArea());
}

DocumentView& MainWindow::addView(OpenDocument& document, const ViewOptions& options, std::uint64_t order) {
    auto* view = new DocumentView(document, options, look_, jobs_, tabs_);
    view->setPointerChoice(pointer_);
    connect(view, &DocumentView::viewStateChanged, this, [this, view] {
        if (view == currentView()) {
            status_->showState(view);
            Q_EMIT viewStateChanged();
        }
    });
    connect(view, &DocumentView::contextMenuWanted, this, &MainWindow::contextMenuWanted);
    connect(view, &DocumentView::filesDropped, this, &MainWindow::dropUrls);
    connect(&document, &OpenDocument::stateChanged, view, [this, view] {
        refreshTab(*view);
        refreshState();
    });
    connect(&document, &OpenDocument::changed, view, [this, view] {
        if (view == currentView())
            status_->showState(view);
    });
    int index = tabs_->count();
    while (index > 0 && orders_[static_cast<DocumentView*>(tabs_->widget(index - 1))] > order)
        --index;
    orders_[view] = order;
    tabs_->insertTab(index, view, tabTextOf(document));
    auto* close = new QToolButton(tabs_);
    close->setAutoRaise(true);
    close->setIcon(lineIcon(u"window-close"));
    close->setIconSize({14, 14});
    close->setFocusPolicy(Qt::NoFocus);
    close->setToolTip(tr("Close"));
    close->setAccessibleName(tr("Close %1").arg(document.name()));
    connect(close, &QToolButton::clicked, view, [this, view] { Q_EMIT closeViewWanted(view); });
    tabs_->tabBar()->setTabButton(index, QTabBar::RightSide, close);
    refreshTab(*view);
    refreshState();
    return *view;
}

void MainWindow::removeView(const OpenDocument& document) {
    DocumentView* view = viewOf(document);
    if (view == nullptr)
        return;
    orders_.erase(view);
    tabs_->removeTab(tabs_->indexOf(view));
    // Gone before its document is: the view draws from it.
    delete view;
    refreshState();
}

DocumentView* MainWindow::viewOf(const OpenDocument& document) const {
    const auto all = views();
    const auto found = std::find_if(all.begin(), all.end(), [&document](const DocumentView* each) {
        return &each->document() == &document;
    });
    return found == all.end() ? nullptr : *found;
}

DocumentView* MainWindow::currentView() const {
    return static_cast<DocumentView*>(tabs_->currentWidget());
}

void MainWindow::showView(DocumentView& view) {
    tabs_->setCurrentWidget(&view);
    view.setFocus();
}

std::vector<DocumentView*> MainWindow::views() const {
    std::vector<DocumentView*> result;
    for (int i = 0; i < tabs_->count(); ++i)
        result.push_back(static_cast<DocumentView*>(tabs_->widget(i)));
    return result;
}

void MainWindow::showNextView(int steps) {
    if (tabs_->count() > 1) {
        tabs_->setCurrentIndex((tabs_->currentIndex() + steps + tabs_->count()) % tabs_->count());
        currentView()->setFocus();
    }
}

void MainWindow::setLook(const ViewLook& look) {
    look_ = look;
    for (DocumentView* each : views())
        each->setLook(look);
}

void MainWindow::setPointerChoice(const PointerChoice& choice) {
    pointer_ = choice;
    for (DocumentView* each : views())
        each->setPointerChoice(choice);
}

MessageBar& MainWindow::messages() const {
    const DocumentView* view = currentView();
    return view == nullptr ? *windowMessages_ : view->messages();
}

void MainWindow::addBelow(QWidget* widget) {
    centralLayout_->addWidget(widget);
}

QWidget& MainWindow::viewArea() const {
    return *stack_;
}

void MainWindow::refreshTab(const DocumentView& view) {
    const int index = tabs_->indexOf(const_cast<DocumentView*>(&view));
    if (index < 0)
        return;
    const OpenDocument& document = view.document();
    tabs_->setTabText(index, tabTextOf(document));
    tabs_->setTabToolTip(index, document.path().empty() ? document.name() : toDisplayText(document.path()));
}

void MainWindow::refreshState() {
    const DocumentView* view = currentView();
    stack_->setCurrentWidget(view == nullptr ? static_cast<QWidget*>(welcome_) : tabs_);
    status_->showState(view);
    if (view == nullptr) {
        setWindowTitle(u"Octavo"_s);
        setWindowModified(false);
        return;
    }
    QString name = view->document().name();
    name.replace(u"[*]"_s, u"[*][*]"_s);
    setWindowTitle(name + u"[*] – Octavo"_s);
    setWindowModified(view->document().document().isModified());
}

void MainWindow::closeForGood() {
    mayClose_ = true;
    close();
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (mayClose_) {
        event->accept();
        return;
    }
    event->ignore();
    Q_EMIT closeWanted();
    // Nothing stood in the way: closeForGood() was called meanwhile, and close() does nothing within close().
    if (mayClose_)
        event->accept();
}

void MainWindow::changeEvent(QEvent* event) {
    if (event->type() == QEvent::ActivationChange && isActiveWindow())
        Q_EMIT activated();
    QMainWindow::changeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
    dropUrls(event->mimeData()->urls());
    event->acceptProposedAction();
}

void MainWindow::dropUrls(const QList<QUrl>& urls) {
    std::vector<std::string> paths;
    for (const QUrl& each : urls) {
        std::string path = rawPathOfUrl(each.toEncoded());
        if (!path.empty())
            paths.push_back(std::move(path));
    }
    if (!paths.empty())
        Q_EMIT filesDropped(paths);
}

QString MainWindow::tabTextOf(const OpenDocument& document) {
    QString name = document.name();
    name.replace(u'&', u"&&"_s);  // a tab takes a single one for a mnemonic
    if (document.isSaving())
        name = tr("%1 (saving)").arg(name);
    return document.document().isModified() ? u"● "_s + name : name;
}

}  // namespace octavo
