#include <QCoreApplication>

#include "app/app_parts.h"
#include "app/builtins.h"
#include "app/panel_host.h"
#include "app/window_context.h"
#include "ui/panels/bookmarks_panel.h"
#include "ui/panels/digest_panel.h"
#include "ui/panels/inspector_panel.h"
#include "ui/panels/transform_panel.h"

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
                  return new InspectorPanel(parts.context, parts.builtins.codecs(), parent);
              }});
    host.add({.id = "digest",
              .title = Panels::tr("Digests"),
              .key = QKeySequence(u"Ctrl+Shift+D"_s),
              .width = 470,
              .create = [parts](QWidget* parent) {
                  return new DigestPanel(parts.context, parts.builtins.hashers(), parent);
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
}

}  // namespace octavo
