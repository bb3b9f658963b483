#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include <QDockWidget>
#include <QKeySequence>
#include <QObject>
#include <QStringList>

class QMainWindow;

namespace octavo {

class DocumentContext;

/// A panel that the window can show, as a value.
struct PanelSpec {
    std::string id;
    QString title;
    Qt::DockWidgetArea area = Qt::RightDockWidgetArea;
    QKeySequence key{};
    int width = 340;  ///< of a new dock at a side; a quarter of it is a new dock's height below
    std::function<QWidget*(QWidget* parent)> create;
};

/// Focuses the control of the pane that last had the keyboard, or its first; brings a floating pane's window
/// to the front.
void giveKeyboard(QWidget& pane);

/// The docks of a window. A panel costs nothing before it is shown for the first time; one that is open at
/// the start is made after the window's first picture. UI thread.
class PanelHost : public QObject {
    Q_OBJECT
public:
    /// REQUIRES: the window outlives this.
    explicit PanelHost(QMainWindow& window, QObject* parent = nullptr);

    /// REQUIRES: no panel has this id yet.
    void add(PanelSpec panel);
    [[nodiscard]] const std::vector<PanelSpec>& panels() const { return panels_; }

    [[nodiscard]] bool has(std::string_view id) const;
    [[nodiscard]] bool isOpen(std::string_view id) const;
    void toggle(std::string_view id);
    /// Shows it, in front of others in its place, and gives it the keyboard.
    void show(std::string_view id);
    /// The panel's widget, or nullptr when it was never shown.
    [[nodiscard]] QWidget* widget(std::string_view id) const;

    /// Docks without content for these, so that the window's layout is right from the first picture on.
    void prepare(const QStringList& ids);
    /// Fills the docks that are waiting for their content.
    void fillPrepared();
    [[nodiscard]] QStringList openIds() const;

Q_SIGNALS:
    void openChanged();

private:
    [[nodiscard]] QDockWidget* dock(std::string_view id) const;
    [[nodiscard]] int widthOf(const PanelSpec& panel) const;
    QDockWidget* makeDock(const PanelSpec& panel);
    void fill(const PanelSpec& panel, QDockWidget& dock);

    QMainWindow& window_;
    std::vector<PanelSpec> panels_;
};

}  // namespace octavo
