#pragma once

#include <functional>
#include <memory>

#include <QObject>

#include "app/main_window.h"
#include "app/panel_host.h"
#include "app/settings.h"
#include "app/window_context.h"

namespace octavo {

class FormatEditor;
class StructurePanel;

/// Connects the structure panel with the settings, and with the windows that it asks for. A child of the
/// window. UI thread.
class StructureHost final : public QObject {
    Q_OBJECT
public:
    /// REQUIRES: all outlive this.
    StructureHost(MainWindow& window, WindowContext& context, Settings& settings, PanelHost& panels);
    ~StructureHost() override;

    void serve(StructurePanel& panel);
    /// Shows the panel and goes to the field before or behind the selection.
    void goToField(int step);
    void describeSelection();
    void importDeclarations();
    /// Calls `goOn` when no description is lost by it: at once, or when the person has decided about changes.
    void leaveThen(const std::function<void()>& goOn);
    /// Opens a description in the editor; empty for a new one.
    void edit(const QString& path);

private:
    [[nodiscard]] StructurePanel* panel() const;
    [[nodiscard]] FormatEditor& editor();
    void showTable(const QString& path);
    void compare();

    MainWindow& window_;
    WindowContext& context_;
    Settings& settings_;
    PanelHost& panels_;
    std::unique_ptr<FormatEditor> editor_;
};

}  // namespace octavo
