#include "app/panel_host.h"

#include <algorithm>

#include <QMainWindow>

#include "core/base/contracts.h"

namespace octavo {

namespace {

constexpr int kRowsWidth = 630;
constexpr int kPanelWidthMin = 260;

/// Keeps the room of a panel that is not made yet.
class EmptyPanel final : public QWidget {
public:
    EmptyPanel(int width, QWidget* parent) : QWidget(parent), width_(width) {}
    [[nodiscard]] QSize sizeHint() const override { return {width_, width_}; }

private:
    int width_;
};

QString dockName(std::string_view id) {
    return QStringLiteral("panel.") + QString::fromUtf8(id.data(), static_cast<qsizetype>(id.size()));
}

bool takesKeyboard(const QWidget& widget) {
    return (widget.focusPolicy() & Qt::TabFocus) != 0 && widget.isVisible() && widget.isEnabled();
}

}  // namespace

void giveKeyboard(QWidget& pane) {
    QWidget* chosen = pane.focusProxy() != nullptr ? pane.focusProxy() : pane.focusWidget();
    if (chosen == nullptr || !takesKeyboard(*chosen)) {
        chosen = &pane;
        while (!takesKeyboard(*chosen)) {
            chosen = chosen->nextInFocusChain();
            if (chosen == &pane || !pane.isAncestorOf(chosen)) {
                chosen = &pane;  // it has no control that could be used
                break;
            }
        }
    }
    if (!pane.isActiveWindow())
        pane.activateWindow();
    chosen->setFocus(Qt::OtherFocusReason);
}

PanelHost::PanelHost(QMainWindow& window, QObject* parent) : QObject(parent), window_(window) {}

void PanelHost::add(PanelSpec panel) {
    OCTAVO_EXPECTS(panel.create != nullptr);
    OCTAVO_EXPECTS(!has(panel.id));
    panels_.push_back(std::move(panel));
}

QDockWidget* PanelHost::dock(std::string_view id) const {
    return window_.findChild<QDockWidget*>(dockName(id), Qt::FindDirectChildrenOnly);
}

QWidget* PanelHost::widget(std::string_view id) const {
    const QDockWidget* found = dock(id);
    return found == nullptr || dynamic_cast<EmptyPanel*>(found->widget()) != nullptr ? nullptr
                                                                                     : found->widget();
}

bool PanelHost::has(std::string_view id) const {
    return std::any_of(panels_.begin(), panels_.end(), [id](const PanelSpec& each) { return each.id == id; });
}

bool PanelHost::isOpen(std::string_view id) const {
    const QDockWidget* found = dock(id);
    return found != nullptr && !found->isHidden();
}

/// What it wants, as far as it leaves room for rows of sixteen bytes.
int PanelHost::widthOf(const PanelSpec& panel) const {
    return std::clamp(window_.width() - kRowsWidth, kPanelWidthMin, std::max(kPanelWidthMin, panel.width));
}

QDockWidget* PanelHost::makeDock(const PanelSpec& panel) {
    auto* made = new QDockWidget(panel.title, &window_);
    made->setObjectName(dockName(panel.id));
    made->setWidget(new EmptyPanel(widthOf(panel), made));
    QDockWidget* neighbour = nullptr;
    for (const PanelSpec& each : panels_) {
        if (each.id != panel.id && each.area == panel.area && isOpen(each.id))
            neighbour = dock(each.id);
    }
    window_.addDockWidget(panel.area, made);
    if (neighbour != nullptr)
        window_.tabifyDockWidget(neighbour, made);
    const bool isAtSide = panel.area == Qt::LeftDockWidgetArea || panel.area == Qt::RightDockWidgetArea;
    if (neighbour == nullptr)
        window_.resizeDocks({made}, {isAtSide ? widthOf(panel) : panel.width},
                            isAtSide ? Qt::Horizontal : Qt::Vertical);
    connect(made, &QDockWidget::visibilityChanged, this, &PanelHost::openChanged);
    return made;
}

void PanelHost::fill(const PanelSpec& panel, QDockWidget& dock) {
    QWidget* empty = dock.widget();
    QWidget* made = panel.create(&dock);
    made->setAccessibleName(panel.title);
    dock.setWidget(made);
    empty->deleteLater();
}

void PanelHost::show(std::string_view id) {
    const auto panel =
        std::find_if(panels_.begin(), panels_.end(), [id](const PanelSpec& each) { return each.id == id; });
    if (panel == panels_.end())
        return;
    QDockWidget* found = dock(id);
    if (found == nullptr)
        found = makeDock(*panel);
    if (widget(id) == nullptr)
        fill(*panel, *found);
    found->show();
    found->raise();
    giveKeyboard(*found->widget());
    Q_EMIT openChanged();
}

void PanelHost::toggle(std::string_view id) {
    if (isOpen(id))
        dock(id)->hide();
    else
        show(id);
}

void PanelHost::prepare(const QStringList& ids) {
    for (const PanelSpec& each : panels_) {
        if (ids.contains(QString::fromStdString(each.id)) && dock(each.id) == nullptr)
            makeDock(each);
    }
}

void PanelHost::fillPrepared() {
    for (const PanelSpec& each : panels_) {
        QDockWidget* found = dock(each.id);
        if (found != nullptr && !found->isHidden() && widget(each.id) == nullptr)
            fill(each, *found);
    }
}

QStringList PanelHost::openIds() const {
    QStringList result;
    for (const PanelSpec& each : panels_) {
        if (isOpen(each.id))
            result << QString::fromStdString(each.id);
    }
    return result;
}

}  // namespace octavo
