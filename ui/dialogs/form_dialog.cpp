#include "ui/dialogs/form_dialog.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/base/status_line.h"

namespace octavo {

using namespace Qt::StringLiterals;

QString accessibleNameFromLabel(const QString& label) {
    QString name = label;
    name.remove(u'&');
    while (name.endsWith(u':') || name.endsWith(u' '))
        name.chop(1);
    return name;
}

FormDialog::FormDialog(const QString& title, const QString& acceptText, QWidget* parent)
    : QDialog(parent), form_(new QFormLayout), status_(new StatusLine(this)) {
    setWindowTitle(title);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    accept_ = buttons->button(QDialogButtonBox::Ok);
    accept_->setText(acceptText);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    form_->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    status_->setMinimumHeight(2 * fontMetrics().lineSpacing());

    auto* layout = new QVBoxLayout(this);
    layout->addLayout(form_);
    layout->addWidget(status_);
    layout->addStretch();
    layout->addWidget(buttons);
    setMinimumWidth(44 * fontMetrics().averageCharWidth() + 80);
}

QString FormDialog::statusText() const {
    return status_->text();
}

bool FormDialog::canAccept() const {
    return accept_->isEnabled();
}

void FormDialog::addField(const QString& label, QWidget* field) {
    auto* caption = new QLabel(label, this);
    caption->setBuddy(field);
    field->setAccessibleName(accessibleNameFromLabel(label));
    form_->addRow(caption, field);
}

void FormDialog::showOutcome(const QString& text) {
    status_->say(StatusTone::Neutral, text);
    accept_->setEnabled(true);
}

void FormDialog::showHint(const QString& text) {
    status_->say(StatusTone::Neutral, text);
    accept_->setEnabled(false);
}

void FormDialog::showProblem(const QString& text) {
    status_->say(StatusTone::Problem, text);
    accept_->setEnabled(false);
}

}  // namespace octavo
