#include "ui/panels/inspector_delegate.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QPersistentModelIndex>

#include "ui/base/status_line.h"
#include "ui/panels/inspector_model.h"

namespace octavo {

namespace {

constexpr char kProblemProperty[] = "octavoProblem";

QColor mixed(const QColor& one, const QColor& other, double share) {
    const auto mix = [share](int a, int b) { return static_cast<int>(a * (1 - share) + b * share); };
    return {mix(one.red(), other.red()), mix(one.green(), other.green()), mix(one.blue(), other.blue())};
}

}  // namespace

void InspectorDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const {
    QStyledItemDelegate::initStyleOption(option, index);
    const QColor text = option->palette.color(QPalette::Text);
    const QColor base = option->palette.color(QPalette::Base);
    if (index.column() == InspectorModel::TypeColumn) {
        option->palette.setColor(QPalette::Text, mixed(text, base, 0.25));
        return;
    }
    if (!index.data(InspectorModel::ProblemRole).toString().isEmpty()) {
        option->palette.setColor(QPalette::Text, mixed(text, base, 0.45));
    } else if (byteOrderOf(index) != preferred_) {
        option->palette.setColor(QPalette::Text, mixed(text, base, 0.3));
    }
    if (selectedSize_ != 0 && index.data(InspectorModel::RangeRole).toULongLong() == selectedSize_)
        option->font.setBold(true);
}

void InspectorDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const {
    QStyledItemDelegate::paint(painter, option, index);
    const QModelIndex above = index.siblingAtRow(index.row() - 1);
    if (!above.isValid() || above.data(InspectorModel::GroupRole) == index.data(InspectorModel::GroupRole))
        return;
    painter->save();
    painter->setPen(mixed(option.palette.color(QPalette::Text), option.palette.color(QPalette::Base), 0.8));
    painter->drawLine(option.rect.topLeft(), option.rect.topRight());
    painter->restore();
}

QWidget* InspectorDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                                         const QModelIndex& index) const {
    auto* editor = new QLineEdit(parent);
    editor->setFrame(false);
    editor->setFont(option.font);
    editor->setAccessibleName(
        tr("New value, %1").arg(index.siblingAtColumn(InspectorModel::TypeColumn).data().toString()));
    const QPersistentModelIndex cell(index);
    connect(editor, &QLineEdit::textEdited, this, [this, editor, cell](const QString& text) {
        const auto* model = qobject_cast<const InspectorModel*>(cell.model());
        const QString problem =
            model == nullptr || !cell.isValid() ? QString() : model->problemWith(cell, text);
        editor->setProperty(kProblemProperty, problem);
        QPalette colours = editor->parentWidget()->palette();
        if (!problem.isEmpty())
            colours.setColor(QPalette::Text, toneColour(StatusTone::Problem, colours));
        editor->setPalette(colours);
        Q_EMIT judged(problem);
    });
    return editor;
}

void InspectorDelegate::destroyEditor(QWidget* editor, const QModelIndex& index) const {
    if (!editor->property(kProblemProperty).toString().isEmpty())
        Q_EMIT judged({});  // a reason goes with its text; what a written value did stays
    QStyledItemDelegate::destroyEditor(editor, index);
}

bool InspectorDelegate::eventFilter(QObject* editor, QEvent* event) {
    if (event->type() == QEvent::KeyPress && !editor->property(kProblemProperty).toString().isEmpty()) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        const bool commits =
            key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Tab || key == Qt::Key_Backtab;
        if (commits)
            return true;  // the reason is on the screen; the text stays to be corrected
    }
    return QStyledItemDelegate::eventFilter(editor, event);
}

}  // namespace octavo
