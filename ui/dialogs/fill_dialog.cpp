#include "ui/dialogs/fill_dialog.h"

#include <algorithm>

#include "ui/base/number_text.h"
#include "ui/dialogs/filler_field.h"

namespace octavo {

FillDialog::FillDialog(RangeList ranges, QWidget* parent)
    : FormDialog(tr("Fill Selection"), tr("&Fill"), parent),
      ranges_(std::move(ranges)),
      filler_(new FillerField(this)) {
    OCTAVO_EXPECTS(!ranges_.isEmpty());
    addField(tr("Fill &with:"), filler_);
    connect(filler_, &FillerField::edited, this, &FillDialog::refresh);
    filler_->setFocus();
    refresh();
}

std::optional<MultiEdit> FillDialog::edit() const {
    if (!canAccept())
        return {};
    const auto all = ranges_.all();
    MultiEdit edit{.kind = EditKind::Fill, .ranges = {all.begin(), all.end()}, .content = {}};
    ByteCount longest = 0;
    for (const ByteRange range : all) {
        edit.sizes.push_back(range.size());
        longest = std::max(longest, range.size());
    }
    const bool isPattern = filler_->kind() == FillerField::Kind::Pattern;
    edit.parts = isPattern ? MultiEdit::Parts::FromStart : MultiEdit::Parts::InTurn;
    edit.content = filler_->content(isPattern ? longest : ranges_.totalSize());
    return edit;
}

void FillDialog::refresh() {
    const auto period = static_cast<ByteCount>(filler_->pattern().size());
    if (!filler_->problem().isEmpty()) {
        showProblem(filler_->problem());
    } else if (std::ranges::any_of(ranges_.all(), [&](ByteRange range) {
                   return period > 1 && range.size() % period != 0;
               })) {
        showOutcome(tr("Overwrites %1; the last pattern is cut short.").arg(rangesText(ranges_)));
    } else {
        showOutcome(tr("Overwrites %1.").arg(rangesText(ranges_)));
    }
}

}  // namespace octavo
