#include "ui/hexview/row_model.h"

#include <algorithm>

namespace octavo {

void RowModel::read(const Document& document, ByteRange range, ByteCount context) {
    OCTAVO_EXPECTS(range.isValid() && range.end <= document.size());
    range_ = range;
    readRange_ = {range.begin - std::min(range.begin, context),
                  range.end + std::min(document.size() - range.end, context)};
    bytes_.resize(static_cast<std::size_t>(readRange_.size()));
    flags_.assign(size(), 0);
    const RangeSet unreadable = document.snapshot().read(readRange_.begin, bytes_);
    for (const ByteRange hole : unreadable.ranges())
        flag(hole, kUnreadable);
    document.forEachModified(range_, [this](ByteRange run) { flag(run, kModified); });
}

void RowModel::clear() {
    range_ = readRange_ = {};
    bytes_.clear();
    flags_.clear();
}

void RowModel::flag(ByteRange range, std::uint8_t what) {
    const ByteRange seen = range.intersection(range_);
    for (ByteOffset offset = seen.begin; offset < seen.end; ++offset) {
        std::uint8_t& flags = flags_[static_cast<std::size_t>(offset - range_.begin)];
        flags = static_cast<std::uint8_t>(flags | what);
    }
}

}  // namespace octavo
