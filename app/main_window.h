#pragma once

#include <map>

#include <QMainWindow>

#include "app/document_view.h"
#include "app/welcome_page.h"
#include "app/window_status_bar.h"

class QStackedWidget;
class QTabWidget;
class QVBoxLayout;

namespace octavo {

class ActionRegistry;

/// The window: menus and a slim tool bar from the action registry, a tab for each document, panels around,
/// the status bar below. It shows and tells; what happens is decided by whoever listens. UI thread.
class MainWindow final : public QMainWindow {
    Q_OBJECT
public:
    /// REQUIRES: the runner outlives this.
    explicit MainWindow(JobRunner& jobs, QWidget* parent = nullptr);

    /// Builds menus, tool bar and keys. Once, when the registry is complete.
    void buildFrom(ActionRegistry& actions);

    /// A tab for the document, at the place that `order` gives it among the others.
    DocumentView& addView(OpenDocument& document, const ViewOptions& options, std::uint64_t order);
    void removeView(const OpenDocument& document);
    [[nodiscard]] DocumentView* viewOf(const OpenDocument& document) const;
    /// The tab in front, or nullptr.
    [[nodiscard]] DocumentView* currentView() const;
    void showView(DocumentView& view);
    /// In the order of the tabs.
    [[nodiscard]] std::vector<DocumentView*> views() const;
    void showNextView(int steps);

    void setLook(const ViewLook& look);
    [[nodiscard]] const ViewLook& look() const { return look_; }

    /// How the tips of all views read pointers.
    void setPointerChoice(const PointerChoice& choice);
    [[nodiscard]] const PointerChoice& pointerChoice() const { return pointer_; }

    /// The banners of the tab in front, or those of the window when there is none.
    [[nodiscard]] MessageBar& messages() const;
    [[nodiscard]] MessageBar& windowMessages() const { return *windowMessages_; }
    [[nodiscard]] WindowStatusBar& statusLine() const { return *status_; }
    [[nodiscard]] WelcomePage& welcome() const { return *welcome_; }
    /// Puts a widget below the tabs, such as the find bar.
    void addBelow(QWidget* widget);
    /// Where keys of ActionScope::View work.
    [[nodiscard]] QWidget& viewArea() const;

    void refreshState();

Q_SIGNALS:
    void currentViewChanged();
    /// Caret, selection or options of the view in front changed.
    void viewStateChanged();
    void closeViewWanted(octavo::DocumentView* view);
    /// The window shall close; it stays open until whoever listens closes it for good.
    void closeWanted();
    void contextMenuWanted(const QPoint& position);
    /// Raw paths.
    void filesDropped(const std::vector<std::string>& paths);
    void activated();

public Q_SLOTS:
    /// Closes without asking.
    void closeForGood();

protected:
    void closeEvent(QCloseEvent* event) override;
    void changeEvent(QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    [[nodiscard]] static QString tabTextOf(const OpenDocument& document);
    void refreshTab(const DocumentView& view);
    void dropUrls(const QList<QUrl>& urls);

    JobRunner& jobs_;
    ViewLook look_;
    PointerChoice pointer_;
    QWidget* central_;
    QVBoxLayout* centralLayout_;
    MessageBar* windowMessages_;
    QStackedWidget* stack_;  // the tabs, or a welcome when there are none
    WelcomePage* welcome_;
    QTabWidget* tabs_;
    WindowStatusBar* status_;
    std::map<const DocumentView*, std::uint64_t> orders_;
    bool mayClose_ = false;
};

}  // namespace octavo
