#pragma once

#include <QList>

class QAbstractItemView;
class QAction;
class QString;
class QTableView;
class QToolButton;
class QTreeView;

namespace octavo {

/// How tables in panels and dialogs look and behave: rows of one line without grid or frame, one place
/// current at a time, Tab leaves the table. REQUIRES: the table has its font.
void dressTable(QTableView& table, const QString& accessibleName);

/// Whole rows are current, not cells.
void selectWholeRows(QTableView& table);

/// Offers these in the list's context menu, and by their keys while it has the focus.
void offerActions(QAbstractItemView& list, const QList<QAction*>& actions);

/// The same as dressTable for a tree: rows of one line and equal height. REQUIRES: the tree has its font.
void dressTree(QTreeView& tree, const QString& accessibleName);

/// Makes a button a step to the place before or after, in a list of places.
enum class PlaceStep : bool { Previous, Next };
void dressPlaceButton(QToolButton& button, PlaceStep step, const QString& title);

}  // namespace octavo
