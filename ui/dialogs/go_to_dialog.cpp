#include "ui/dialogs/go_to_dialog.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QRadioButton>

#include "ui/base/fixed_font.h"
#include "ui/base/number_text.h"
#include "ui/base/qt_text.h"
#include "ui/dialogs/input_problem.h"

namespace octavo {

using namespace Qt::StringLiterals;

GoToDialog::GoToDialog(ByteCount size, ByteOffset caret, QWidget* parent)
    : FormDialog(tr("Go to Offset"), tr("&Go"), parent),
      size_(size),
      caret_(caret),
      text_(new QLineEdit(this)),
      origin_(new QButtonGroup(this)),
      extend_(new QCheckBox(tr("Se&lect from the caret to there"), this)) {
    text_->setFont(valueFont());
    text_->setPlaceholderText(tr("0x1000, 4k, 12s (sector 12), end-16, here+0x20"));
    text_->setClearButtonEnabled(true);
    addField(tr("&Offset:"), text_);

    auto* origins = new QWidget(this);
    auto* row = new QHBoxLayout(origins);
    row->setContentsMargins(0, 0, 0, 0);
    const auto addOrigin = [&](Origin which, const QString& label) {
        auto* button = new QRadioButton(label, origins);
        origin_->addButton(button, static_cast<int>(which));
        row->addWidget(button);
    };
    addOrigin(Origin::Start, tr("&start"));
    addOrigin(Origin::Caret, tr("&caret"));
    addOrigin(Origin::End, tr("&end, backwards"));
    row->addStretch();
    origin_->button(static_cast<int>(Origin::Start))->setChecked(true);
    form().addRow(tr("Counted from:"), origins);
    form().addRow(QString(), extend_);

    setTabOrder(origin_->button(static_cast<int>(Origin::End)), extend_);
    connect(text_, &QLineEdit::textChanged, this, &GoToDialog::refresh);
    connect(origin_, &QButtonGroup::idToggled, this, &GoToDialog::refresh);
    text_->setFocus();
    refresh();
}

bool GoToDialog::extendsSelection() const {
    return extend_->isChecked();
}

void GoToDialog::setText(const QString& text) {
    text_->setText(text);
    text_->selectAll();
}

void GoToDialog::setSectorSize(ByteCount size) {
    sectorSize_ = size;
    refresh();
}

GoToDialog::Origin GoToDialog::origin() const {
    return static_cast<Origin>(origin_->checkedId());
}

Result<ByteOffset> GoToDialog::parse() const {
    const std::string typed = toUtf8(text_->text());
    const OffsetScope scope{
        .size = size_, .caret = caret_, .sectorSize = sectorSize_, .isRelative = origin() == Origin::Caret};
    if (origin() == Origin::Start)
        return parseOffset(typed, scope);
    // "12" from the caret is "+12", from the end "-12"; what already has a sign or names its place stays as
    // it is.
    const bool isPlain =
        !typed.empty() && (typed.front() == '(' || (typed.front() >= '0' && typed.front() <= '9'));
    if (!isPlain)
        return parseOffset(typed, scope);
    const std::string prefix = origin() == Origin::Caret ? "here+(" : "end-(";
    Result<ByteOffset> result = parseOffset(prefix + typed + ")", scope);
    if (!result && result.error().offset) {
        Error moved = result.error();
        const ByteOffset index = *moved.offset;
        moved.offset = index < prefix.size() ? 0 : std::min<ByteOffset>(index - prefix.size(), typed.size());
        return fail(std::move(moved));
    }
    return result;
}

void GoToDialog::refresh() {
    target_.reset();
    if (text_->text().trimmed().isEmpty()) {
        showHint(
            tr("The document ends at %1; the caret is at %2.").arg(offsetText(size_), offsetText(caret_)));
        return;
    }
    const Result<ByteOffset> result = parse();
    if (!result) {
        showProblem(offsetProblem(result.error(), text_->text(), size_));
        return;
    }
    target_ = *result;
    QString outcome = tr("Goes to %1").arg(offsetText(*result));
    if (*result == size_) {
        outcome += tr(", the end");
    } else if (*result > caret_) {
        outcome += tr(", %1 bytes on").arg(decimalText(*result - caret_));
    } else if (*result < caret_) {
        outcome += tr(", %1 bytes back").arg(decimalText(caret_ - *result));
    }
    if (text_->text().contains(u's', Qt::CaseInsensitive))
        outcome += tr(", in sector %1 of %2 bytes each")
                       .arg(decimalText(*result / sectorSize_), decimalText(sectorSize_));
    showOutcome(outcome + u'.');
}

}  // namespace octavo
