#include "core/source/memory_source.h"

#include <algorithm>

#include "core/base/contracts.h"

namespace octavo {

void MemorySource::read(ByteOffset offset, std::span<std::byte> out, RangeSet& /*unreadable*/) const {
    OCTAVO_EXPECTS(offset <= size() && out.size() <= size() - offset);
    std::ranges::copy(std::span(bytes_).subspan(offset, out.size()), out.begin());
}

Loan MemorySource::lend(ByteRange range) const {
    OCTAVO_EXPECTS(range.begin < range.end && range.end <= size());
    return {std::span(bytes_).subspan(range.begin, range.size()), {}};
}

}  // namespace octavo
