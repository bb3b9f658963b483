#include <algorithm>

#include "core/structure/array_reader.h"

// What items depend on, and which of them have to be found again.

namespace octavo {

bool markStaleItems(ArrayNode& array, ByteRange changed) {
    if (array.isUniform() || !array.stream->space().isDocument())
        return false;
    const ByteRange found = array.span();
    if (changed.end >= kMaxDocumentSize) {
        // The document has another length from here on.
        const bool endsWithDocument = array.owner->type->fields[array.slot].repeat == RepeatKind::ToEnd &&
                                      array.stream->owner == nullptr;
        if (changed.begin >= found.end && array.isComplete && !endsWithDocument)
            return false;
        if (array.marks().empty()) {
            array.isComplete = false;
            array.isCut = true;
            return true;
        }
        const auto block = array.blocksIn({changed.begin, changed.begin}).first;
        array.cutAtBlock(block);
        return true;
    }
    if (array.marks().empty())
        return false;
    const auto [first, behind] = array.blocksIn(changed);
    if (!found.intersects(changed))
        return false;
    for (std::uint64_t block = first; block < behind; ++block)
        array.staleBlocks.push_back(block);
    std::sort(array.staleBlocks.begin(), array.staleBlocks.end());
    const auto same = std::unique(array.staleBlocks.begin(), array.staleBlocks.end());
    array.staleBlocks.erase(same, array.staleBlocks.end());
    return true;
}

void addArrayInputs(const ArrayNode& array, std::optional<std::uint64_t> index, InputRanges& inputs) {
    if (array.isUniform())
        return;
    inputs.add(array.outerInputs);
    ByteRange span = array.span();
    if (index && *index / ArrayNode::kBlock + 1 < array.marks().size())
        span.end = array.marks()[*index / ArrayNode::kBlock + 1].position().byte;
    else if (!array.isComplete || array.owner->type->fields[array.slot].repeat == RepeatKind::ToEnd)
        ++span.end;  // more bytes may be more items
    if (array.stream->space().isDocument())
        inputs.add(span);
    else
        inputs.add(array.stream->space().inputs());
}

}  // namespace octavo
