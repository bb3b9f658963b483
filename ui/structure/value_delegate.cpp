#include "ui/structure/value_delegate.h"

#include <QComboBox>
#include <QLineEdit>

#include "ui/structure/structure_model.h"

namespace octavo {

QWidget* ValueDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                                     const QModelIndex& index) const {
    const QStringList choices = index.data(StructureModel::ChoicesRole).toStringList();
    if (choices.isEmpty()) {
        auto* line = new QLineEdit(parent);
        line->setFont(option.font);
        line->setFrame(false);
        return line;
    }
    auto* list = new QComboBox(parent);
    list->setEditable(true);
    list->setInsertPolicy(QComboBox::NoInsert);
    list->addItems(choices);
    list->setFrame(false);
    return list;
}

void ValueDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const {
    const QString now = index.data(Qt::EditRole).toString();
    if (auto* list = qobject_cast<QComboBox*>(editor))
        list->setEditText(now);
    else if (auto* line = qobject_cast<QLineEdit*>(editor))
        line->setText(now);
}

void ValueDelegate::setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const {
    if (const auto* list = qobject_cast<QComboBox*>(editor))
        model->setData(index, list->currentText());
    else if (const auto* line = qobject_cast<QLineEdit*>(editor))
        model->setData(index, line->text());
}

}  // namespace octavo
