#pragma once

#include <QStyledItemDelegate>

namespace octavo {

class HistoryLanes;

/// Draws the rows of a HistoryModel: the tree of steps in lanes, names and the saved mark as labels, what is
/// not done in muted text. UI thread.
class HistoryDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    /// What the column of the tree needs for so many lanes.
    [[nodiscard]] static int graphWidth(int lanes);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;
};

}  // namespace octavo
