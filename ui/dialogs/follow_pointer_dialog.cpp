#include "ui/dialogs/follow_pointer_dialog.h"

#include <utility>

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>

#include "ui/base/fixed_font.h"
#include "ui/dialogs/input_problem.h"

namespace octavo {

FollowPointerDialog::FollowPointerDialog(Snapshot snapshot, const OffsetScope& scope, ByteOffset at,
                                         const PointerChoice& choice, QWidget* parent)
    : FormDialog(tr("Follow Pointer"), tr("&Go"), parent),
      snapshot_(std::move(snapshot)),
      scope_(scope),
      at_(at),
      width_(new QComboBox(this)),
      order_(new QComboBox(this)),
      isSigned_(new QCheckBox(tr("The value has a &sign"), this)),
      origin_(new QComboBox(this)),
      base_(new QLineEdit(this)) {
    buildFields();
    setChoice(choice);
    for (const QComboBox* each : {width_, order_, origin_})
        connect(each, &QComboBox::currentIndexChanged, this, &FollowPointerDialog::refresh);
    connect(isSigned_, &QCheckBox::toggled, this, &FollowPointerDialog::refresh);
    connect(base_, &QLineEdit::textChanged, this, &FollowPointerDialog::refresh);
    width_->setFocus();
}

void FollowPointerDialog::buildFields() {
    for (int width = 1; width <= PointerForm::kMaxWidth; ++width)
        width_->addItem(width == 1 ? tr("1 byte") : tr("%1 bytes").arg(width), width);
    addField(tr("&Width:"), width_);
    // In the order of ByteOrder.
    order_->addItem(tr("little endian"));
    order_->addItem(tr("big endian"));
    addField(tr("Byte &order:"), order_);
    form().addRow(QString(), isSigned_);
    // In the order of PointerOrigin.
    origin_->addItem(tr("the document’s start"));
    origin_->addItem(tr("the pointer itself"));
    origin_->addItem(tr("the byte behind the pointer"));
    addField(tr("Counts &from:"), origin_);
    base_->setFont(valueFont());
    base_->setPlaceholderText(tr("0, or for example -0x400000"));
    base_->setClearButtonEnabled(true);
    addField(tr("Plus the &base:"), base_);
}

PointerChoice FollowPointerDialog::choice() const {
    return {.form = {.width = width_->currentData().toInt(),
                     .order = static_cast<ByteOrder>(order_->currentIndex()),
                     .isSigned = isSigned_->isChecked(),
                     .origin = static_cast<PointerOrigin>(origin_->currentIndex())},
            .base = base_->text().trimmed()};
}

void FollowPointerDialog::setChoice(const PointerChoice& choice) {
    width_->setCurrentIndex(width_->findData(choice.form.width));
    order_->setCurrentIndex(static_cast<int>(choice.form.order));
    isSigned_->setChecked(choice.form.isSigned);
    origin_->setCurrentIndex(static_cast<int>(choice.form.origin));
    base_->setText(choice.base);
    refresh();
}

void FollowPointerDialog::refresh() {
    target_.reset();
    const PointerChoice now = choice();
    const auto form = formOf(now, scope_);
    if (!form) {
        showProblem(offsetProblem(form.error(), now.base, scope_.size));
        return;
    }
    const auto reading = readPointer(snapshot_, at_, *form);
    if (!reading) {
        showProblem(pointerProblem(reading.error(), form->width));
        return;
    }
    target_ = reading->target;
    const QString outcome = pointerOutcome(*reading, snapshot_.size());
    if (target_)
        showOutcome(outcome);
    else
        showProblem(outcome);
}

}  // namespace octavo
