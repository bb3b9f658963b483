#include "ui/base/list_table.h"

#include <QAction>
#include <QHeaderView>
#include <QTableView>
#include <QToolButton>
#include <QTreeView>

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

void offerActions(QAbstractItemView& list, const QList<QAction*>& actions) {
    for (QAction* each : actions)
        each->setShortcutContext(Qt::WidgetShortcut);
    list.addActions(actions);
    list.setContextMenuPolicy(Qt::ActionsContextMenu);
}

void dressTree(QTreeView& tree, const QString& accessibleName) {
    tree.setAccessibleName(accessibleName);
    tree.setFrameShape(QFrame::NoFrame);
    tree.setUniformRowHeights(true);
    tree.setSelectionMode(QAbstractItemView::SingleSelection);
    tree.setSelectionBehavior(QAbstractItemView::SelectRows);
    QHeaderView* columns = tree.header();
    columns->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    columns->setHighlightSections(false);
    columns->setSectionsMovable(false);
    columns->setStretchLastSection(false);
    columns->setResizeContentsPrecision(0);  // looks at the rows in sight only
}

void dressPlaceButton(QToolButton& button, PlaceStep step, const QString& title) {
    button.setText(step == PlaceStep::Previous ? u"▲"_s : u"▼"_s);
    button.setToolTip(title);
    button.setAccessibleName(title);
    button.setFocusPolicy(Qt::StrongFocus);
}

}  // namespace octavo
