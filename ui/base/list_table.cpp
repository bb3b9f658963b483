#include "ui/base/list_table.h"

#include <QAction>
#include <QHeaderView>
#include <QTableView>
#include <QToolButton>

namespace octavo {

using namespace Qt::StringLiterals;

namespace {
constexpr int kRowPadding = 6;  // above and below the text together
}  // namespace

void dressTable(QTableView& table, const QString& accessibleName) {
    table.setAccessibleName(accessibleName);
    table.setShowGrid(false);
    table.setFrameShape(QFrame::NoFrame);
    table.setWordWrap(false);
    table.setTabKeyNavigation(false);
    table.setSelectionMode(QAbstractItemView::SingleSelection);
    QHeaderView* rows = table.verticalHeader();
    rows->hide();
    rows->setSectionResizeMode(QHeaderView::Fixed);
    rows->setMinimumSectionSize(1);
    rows->setDefaultSectionSize(table.fontMetrics().height() + kRowPadding);
    QHeaderView* columns = table.horizontalHeader();
    columns->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    columns->setHighlightSections(false);
}

void selectWholeRows(QTableView& table) {
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
}

void offerActions(QTableView& table, const QList<QAction*>& actions) {
    for (QAction* each : actions)
        each->setShortcutContext(Qt::WidgetShortcut);
    table.addActions(actions);
    table.setContextMenuPolicy(Qt::ActionsContextMenu);
}

void dressPlaceButton(QToolButton& button, PlaceStep step, const QString& title) {
    button.setText(step == PlaceStep::Previous ? u"▲"_s : u"▼"_s);
    button.setToolTip(title);
    button.setAccessibleName(title);
    button.setFocusPolicy(Qt::StrongFocus);
}

}  // namespace octavo
