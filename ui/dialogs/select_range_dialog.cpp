#include "ui/dialogs/select_range_dialog.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>

#include "ui/base/fixed_font.h"
#include "ui/base/number_text.h"
#include "ui/base/qt_text.h"
#include "ui/dialogs/input_problem.h"

namespace octavo {

SelectRangeDialog::SelectRangeDialog(ByteCount size, ByteOffset caret, ByteRange selection, QWidget* parent)
    : FormDialog(tr("Select Range"), tr("&Select"), parent),
      scope_{.size = size, .caret = caret},
      start_(new QLineEdit(this)),
      meaning_(new QComboBox(this)),
      second_(new QLineEdit(this)) {
    const QFont fixed = valueFont();
    start_->setFont(fixed);
    second_->setFont(fixed);
    start_->setPlaceholderText(tr("0x1000, here, end-512"));
    second_->setPlaceholderText(tr("64, 0x40, 4k"));
    // In the order of Second.
    meaning_->addItem(tr("Up to and including"));
    meaning_->addItem(tr("Up to, not including"));
    meaning_->addItem(tr("Length"));
    meaning_->setCurrentIndex(static_cast<int>(Second::Length));
    meaning_->setAccessibleName(tr("Meaning of the second field"));

    addField(tr("S&tart:"), start_);
    second_->setAccessibleName(tr("End or length"));
    form().addRow(meaning_, second_);
    setTabOrder(start_, meaning_);
    setTabOrder(meaning_, second_);

    start_->setText(hexText(selection.begin));
    if (!selection.isEmpty())
        second_->setText(hexText(selection.size()));
    connect(start_, &QLineEdit::textChanged, this, &SelectRangeDialog::refresh);
    connect(second_, &QLineEdit::textChanged, this, &SelectRangeDialog::refresh);
    connect(meaning_, &QComboBox::currentIndexChanged, this, &SelectRangeDialog::refresh);
    start_->setFocus();
    start_->selectAll();
    refresh();
}

void SelectRangeDialog::setTexts(const QString& start, Second meaning, const QString& second) {
    start_->setText(start);
    meaning_->setCurrentIndex(static_cast<int>(meaning));
    second_->setText(second);
}

std::optional<ByteRange> SelectRangeDialog::parse() {
    const Result<ByteOffset> begin = parseOffset(toUtf8(start_->text()), scope_);
    if (!begin) {
        showProblem(offsetProblem(begin.error(), start_->text(), scope_.size));
        return {};
    }
    const std::string typed = toUtf8(second_->text());
    const auto meaning = static_cast<Second>(meaning_->currentIndex());
    if (meaning == Second::Length) {
        const Result<ByteCount> length = parseByteCount(typed);
        if (!length) {
            showProblem(offsetProblem(length.error(), second_->text(), scope_.size));
            return {};
        }
        if (*length > scope_.size - *begin) {
            showProblem(tr("Only %1 bytes follow that start.").arg(decimalText(scope_.size - *begin)));
            return {};
        }
        return ByteRange::ofLength(*begin, *length);
    }
    const Result<ByteOffset> end = parseOffset(typed, scope_);
    if (!end) {
        showProblem(offsetProblem(end.error(), second_->text(), scope_.size));
        return {};
    }
    if (meaning == Second::LastByte && *end == scope_.size) {
        showProblem(tr("There is no byte at the document's end."));
        return {};
    }
    const ByteOffset past = meaning == Second::LastByte ? *end + 1 : *end;
    if (past < *begin) {
        showProblem(tr("The end lies before the start."));
        return {};
    }
    return ByteRange{*begin, past};
}

void SelectRangeDialog::refresh() {
    range_.reset();
    if (start_->text().trimmed().isEmpty() || second_->text().trimmed().isEmpty()) {
        showHint(tr("Fill in both fields. The document has %1 bytes.").arg(decimalText(scope_.size)));
        return;
    }
    range_ = parse();
    if (range_)
        showOutcome(tr("Selects %1.").arg(rangeText(*range_)));
}

}  // namespace octavo
