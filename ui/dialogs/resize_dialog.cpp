#include "ui/dialogs/resize_dialog.h"

#include <QLineEdit>

#include "core/base/offset_text.h"
#include "ui/base/fixed_font.h"
#include "ui/base/number_text.h"
#include "ui/base/qt_text.h"
#include "ui/dialogs/filler_field.h"
#include "ui/dialogs/input_problem.h"

namespace octavo {

using namespace Qt::StringLiterals;

ResizeDialog::ResizeDialog(ByteCount size, ByteOffset caret, QWidget* parent)
    : FormDialog(tr("Resize Document"), tr("&Resize"), parent),
      size_(size),
      caret_(caret),
      newSize_(new QLineEdit(QString::number(size), this)),
      filler_(new FillerField(this)) {
    newSize_->setFont(valueFont());
    newSize_->setPlaceholderText(tr("1M, 0x10000, end+512, here"));
    addField(tr("New &size:"), newSize_);
    addField(tr("Fill growth &with:"), filler_);
    connect(newSize_, &QLineEdit::textChanged, this, &ResizeDialog::refresh);
    connect(filler_, &FillerField::edited, this, &ResizeDialog::refresh);
    newSize_->setFocus();
    newSize_->selectAll();
    refresh();
}

void ResizeDialog::setSize(const QString& text) {
    newSize_->setText(text);
}

std::optional<Edit> ResizeDialog::edit() const {
    if (!canAccept())
        return {};
    if (chosen_ < size_)
        return Edit::erase({chosen_, size_}, EditKind::Resize);
    return Edit::insert(size_, filler_->content(chosen_ - size_), EditKind::Resize);
}

void ResizeDialog::refresh() {
    // Any size will do, so "end" and "here" keep their values but the limit is that of all documents. A
    // leading sign therefore counts from the document's end as it is now.
    QString text = newSize_->text().trimmed();
    text.replace(u"end"_s, QString::number(size_), Qt::CaseInsensitive);
    if (text.startsWith(u'+') || text.startsWith(u'-'))
        text.prepend(QString::number(size_));
    const OffsetScope scope{.size = kMaxDocumentSize, .caret = caret_};
    const Result<ByteOffset> parsed = parseOffset(toUtf8(text), scope);
    if (text.isEmpty()) {
        showHint(tr("Type the new size. The document has %1 bytes now.").arg(decimalText(size_)));
        return;
    }
    if (!parsed) {
        showProblem(offsetProblem(parsed.error(), text, kMaxDocumentSize));
        return;
    }
    chosen_ = *parsed;
    filler_->setEnabled(chosen_ > size_);
    if (chosen_ == size_) {
        showHint(tr("The document has %1 bytes now.").arg(decimalText(size_)));
    } else if (chosen_ < size_) {
        showOutcome(tr("Removes the last %1 bytes.").arg(decimalText(size_ - chosen_)));
    } else if (!filler_->problem().isEmpty()) {
        showProblem(filler_->problem());
    } else {
        showOutcome(tr("Adds %1 bytes at the end.").arg(decimalText(chosen_ - size_)));
    }
}

}  // namespace octavo
