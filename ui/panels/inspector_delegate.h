#pragma once

#include <QStyledItemDelegate>

#include "core/base/byte_order.h"

namespace octavo {

/// Draws the inspector's cells (the preferred byte order in full strength, what is no value in grey, a thin
/// rule between groups) and edits them: the editor stays open while its text cannot be written. UI thread.
class InspectorDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setPreferredOrder(ByteOrder order) { preferred_ = order; }
    /// Values that occupy exactly this many bytes are drawn bold; 0 for none.
    void setSelectedSize(qulonglong size) { selectedSize_ = size; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const override;
    void destroyEditor(QWidget* editor, const QModelIndex& index) const override;

Q_SIGNALS:
    /// What the text in the open editor is good for: empty when it can be written.
    void judged(const QString& problem) const;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;
    bool eventFilter(QObject* editor, QEvent* event) override;

private:
    ByteOrder preferred_ = ByteOrder::Little;
    qulonglong selectedSize_ = 0;
};

}  // namespace octavo
