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

}  // namespace octavo
