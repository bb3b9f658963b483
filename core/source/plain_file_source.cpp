#include "core/source/plain_file_source.h"

#include <algorithm>

namespace octavo {

void PlainFileSource::readFile(ByteOffset offset, std::span<std::byte> out, RangeSet& unreadable) const {
    if (content_.empty())
        readFileAt(descriptor(), offset, out, unreadable);
    else
        std::copy_n(content_.begin() + static_cast<std::ptrdiff_t>(offset), out.size(), out.begin());
}

}  // namespace octavo
