#include "ui/base/document_context.h"

#include "core/buffer/document.h"

namespace octavo {

ByteRange DocumentContext::selectionOrAll() const {
    const ByteRange selected = selection();
    if (!selected.isEmpty())
        return selected;
    const Document* current = document();
    return current == nullptr ? ByteRange{} : current->snapshot().all();
}

RangeList DocumentContext::selectedRanges() const {
    const ByteRange selected = selection();
    return selected.isEmpty() ? RangeList() : RangeList({selected});
}

Content::SnapshotPart DocumentContext::chosenBytes() const {
    OCTAVO_EXPECTS(document() != nullptr);
    const Snapshot& all = document()->snapshot();
    const RangeList selected = selectedRanges();
    if (selected.size() <= 1)
        return {all, selected.isEmpty() ? all.all() : selected.bounds()};
    const Snapshot gathered = all.gathering(selected);
    return {gathered, gathered.all()};
}

}  // namespace octavo
