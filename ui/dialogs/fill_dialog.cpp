#include "ui/dialogs/fill_dialog.h"

#include "ui/base/number_text.h"
#include "ui/dialogs/filler_field.h"

namespace octavo {

FillDialog::FillDialog(ByteRange range, QWidget* parent)
    : FormDialog(tr("Fill Selection"), tr("&Fill"), parent), range_(range), filler_(new FillerField(this)) {
    OCTAVO_EXPECTS(!range.isEmpty());
    addField(tr("Fill &with:"), filler_);
    connect(filler_, &FillerField::edited, this, &FillDialog::refresh);
    filler_->setFocus();
    refresh();
}

std::optional<Edit> FillDialog::edit() const {
    if (!canAccept())
        return {};
    return Edit::replace(range_, filler_->content(range_.size()), EditKind::Fill);
}

void FillDialog::refresh() {
    const auto period = static_cast<ByteCount>(filler_->pattern().size());
    if (!filler_->problem().isEmpty()) {
        showProblem(filler_->problem());
    } else if (period > 1 && range_.size() % period != 0) {
        showOutcome(tr("Overwrites %1; the last pattern is cut short.").arg(rangeText(range_)));
    } else {
        showOutcome(tr("Overwrites %1.").arg(rangeText(range_)));
    }
}

}  // namespace octavo
