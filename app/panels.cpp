#include <cstdlib>

#include <QCoreApplication>

#include "app/app_parts.h"
#include "app/builtins.h"
#include "app/find_host.h"
#include "app/panel_host.h"
#include "app/settings.h"
#include "app/structure_host.h"
#include "app/window_context.h"
#include "core/structure/user_formats.h"
#include "ui/panels/bookmarks_panel.h"
#include "ui/panels/changes_panel.h"
#include "ui/panels/digest_model.h"
#include "ui/panels/digest_panel.h"
#include "ui/panels/history_panel.h"
#include "ui/panels/inspector_panel.h"
#include "ui/panels/patterns_model.h"
#include "ui/panels/patterns_panel.h"
#include "ui/panels/search_panel.h"
#include "ui/panels/strings_panel.h"
#include "ui/panels/transform_panel.h"
#include "ui/structure/structure_panel.h"

namespace octavo {

using namespace Qt::StringLiterals;

namespace {

struct Panels {
    Q_DECLARE_TR_FUNCTIONS(octavo::Panels)
};

}  // namespace

void addPanels(const AppParts& parts) {
    PanelHost& host = parts.panels;
    host.add({.id = "inspector",
              .title = Panels::tr("Inspector"),
              .key = QKeySequence(u"Ctrl+Shift+I"_s),
              .width = 470,
              .create = [parts](QWidget* parent) {
                  auto* panel = new InspectorPanel(parts.context, parts.builtins.codecs(), parent);
                  panel->setPreferredOrder(parts.settings.inspectorOrder());
                  panel->setIntegerStyle(parts.settings.inspectorStyle());
                  QObject::connect(panel, &InspectorPanel::preferredOrderChanged, panel,
                                   [parts](ByteOrder order) { parts.settings.setInspectorOrder(order); });
                  QObject::connect(panel, &InspectorPanel::integerStyleChanged, panel,
                                   [parts](InspectorModel::IntegerStyle style) {
                                       parts.settings.setInspectorStyle(style);
                                   });
                  return panel;
              }});
    host.add({.id = "structure",
              .title = Panels::tr("Structure"),
              .key = QKeySequence(u"Ctrl+Shift+T"_s),
              .width = 560,
              .create = [parts](QWidget* parent) {
                  auto* panel = new StructurePanel(
                      parts.context, userFormatFolder(std::getenv("XDG_DATA_HOME"), std::getenv("HOME")),
                      parent);
                  parts.structures.serve(*panel);
                  return panel;
              }});
    host.add({.id = "digest",
              .title = Panels::tr("Digests"),
              .key = QKeySequence(u"Ctrl+Shift+D"_s),
              .width = 470,
              .create = [parts](QWidget* parent) {
                  auto* panel = new DigestPanel(parts.context, parts.builtins.hashers(), parent);
                  if (const auto ids = parts.settings.chosenDigests())
                      panel->model().setChosenIds(*ids);
                  QObject::connect(panel, &DigestPanel::chosenChanged, panel,
                                   [parts](const QStringList& ids) { parts.settings.setChosenDigests(ids); });
                  return panel;
              }});
    host.add({.id = "compress",
              .title = Panels::tr("Compress"),
              .key = QKeySequence(u"Ctrl+Shift+K"_s),
              .width = 470,
              .create = [parts](QWidget* parent) {
                  return new TransformPanel(parts.context, parts.builtins.compressors(), parent);
              }});
    host.add({.id = "bookmarks",
              .title = Panels::tr("Bookmarks"),
              .key = QKeySequence(u"Ctrl+Shift+B"_s),
              .width = 470,
              .create = [parts](QWidget* parent) { return new BookmarksPanel(parts.context, parent); }});
    host.add({.id = "search",
              .title = Panels::tr("Search Results"),
              .key = QKeySequence(),
              .width = 560,
              .create = [parts](QWidget* parent) { return new SearchPanel(parts.context, parent); }});
    host.add({.id = "patterns",
              .title = Panels::tr("Patterns"),
              .key = QKeySequence(u"Ctrl+Alt+P"_s),
              .width = 470,
              .create = [parts](QWidget* parent) {
                  auto* panel = new PatternsPanel(parts.context, parent);
                  panel->model().setPatterns(parts.settings.patterns());
                  parts.find.serve(*panel);
                  QObject::connect(panel, &PatternsPanel::patternsChanged, panel,
                                   [parts, panel] { parts.settings.setPatterns(panel->model().patterns()); });
                  return panel;
              }});
    host.add({.id = "strings",
              .title = Panels::tr("Strings"),
              .key = QKeySequence(u"Ctrl+Shift+G"_s),
              .width = 560,
              .create = [parts](QWidget* parent) { return new StringsPanel(parts.context, parent); }});
    host.add({.id = "history",
              .title = Panels::tr("History"),
              .key = QKeySequence(u"Ctrl+Shift+H"_s),
              .width = 470,
              .create = [parts](QWidget* parent) { return new HistoryPanel(parts.context, parent); }});
    host.add({.id = "changes",
              .title = Panels::tr("Changes"),
              .key = QKeySequence(u"Ctrl+Shift+F8"_s),
              .width = 470,
              .create = [parts](QWidget* parent) { return new ChangesPanel(parts.context, parent); }});
}

}  // namespace octavo
