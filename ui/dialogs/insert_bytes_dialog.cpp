#include "ui/dialogs/insert_bytes_dialog.h"

#include <QLineEdit>

#include "core/base/offset_text.h"
#include "ui/base/fixed_font.h"
#include "ui/base/number_text.h"
#include "ui/base/qt_text.h"
#include "ui/dialogs/filler_field.h"
#include "ui/dialogs/input_problem.h"

namespace octavo {

using namespace Qt::StringLiterals;

InsertBytesDialog::InsertBytesDialog(ByteCount size, ByteOffset at, QWidget* parent)
    : FormDialog(tr("Insert Bytes"), tr("&Insert"), parent),
      size_(size),
      at_(at),
      count_(new QLineEdit(u"16"_s, this)),
      filler_(new FillerField(this)) {
    OCTAVO_EXPECTS(at <= size);
    count_->setFont(valueFont());
    count_->setPlaceholderText(tr("64, 0x40, 4k"));
    addField(tr("&Number of bytes:"), count_);
    addField(tr("Fill &with:"), filler_);
    connect(count_, &QLineEdit::textChanged, this, &InsertBytesDialog::refresh);
    connect(filler_, &FillerField::edited, this, &InsertBytesDialog::refresh);
    count_->setFocus();
    count_->selectAll();
    refresh();
}

void InsertBytesDialog::setCount(const QString& text) {
    count_->setText(text);
}

std::optional<Edit> InsertBytesDialog::edit() const {
    if (!canAccept())
        return {};
    return Edit::insert(at_, filler_->content(chosen_), EditKind::Insert);
}

void InsertBytesDialog::refresh() {
    const Result<ByteCount> count = parseByteCount(toUtf8(count_->text()));
    if (count_->text().trimmed().isEmpty()) {
        showHint(tr("Type how many bytes to insert."));
    } else if (!count) {
        showProblem(offsetProblem(count.error(), count_->text(), size_));
    } else if (*count == 0) {
        showProblem(tr("Inserting no bytes would do nothing."));
    } else if (*count > kMaxDocumentSize - size_) {
        showProblem(tr("The document would become too large."));
    } else if (!filler_->problem().isEmpty()) {
        showProblem(filler_->problem());
    } else {
        chosen_ = *count;
        showOutcome(tr("Inserts %1 bytes at %2; what follows moves back.")
                        .arg(decimalText(chosen_), offsetText(at_)));
    }
}

}  // namespace octavo
