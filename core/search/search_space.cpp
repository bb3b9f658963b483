#include "core/search/search_space.h"

#include <algorithm>

namespace octavo {

std::vector<SearchSpace::Part> SearchSpace::partsOf(ByteRange places, Context context) const {
    std::vector<Part> parts;
    const ByteRange whole{context == Context::WithBytesBefore ? 0 : range_.begin, range_.end};
    const auto& holes = holes_.ranges();
    auto hole = std::upper_bound(holes.begin(), holes.end(), places.begin,
                                 [](ByteOffset at, ByteRange each) { return at < each.end; });
    ByteOffset begin = hole == holes.begin() ? whole.begin : std::max(whole.begin, std::prev(hole)->end);
    while (begin < places.end) {
        const bool isLast = hole == holes.end() || hole->begin >= whole.end;
        const ByteRange around{begin, isLast ? whole.end : std::max(begin, hole->begin)};
        const ByteRange inside = around.intersection(places);
        if (!inside.isEmpty())
            parts.push_back({.places = inside, .around = around});
        if (isLast)
            break;
        begin = hole->end;
        ++hole;
    }
    return parts;
}

RangeSet SearchSpace::withBytes(ByteRange window, std::vector<std::byte>& buffer, const Work& work) const {
    const auto size = static_cast<std::size_t>(window.size());
    if (size == 0) {
        work({});
        return {};
    }
    bool isLent = false;
    std::size_t copied = 0;
    const ScanReport report = snapshot_.scan(
        window,
        [&](ByteOffset, std::span<const std::byte> bytes) {
            if (bytes.size() == size) {
                work(bytes);
                isLent = true;
                return true;
            }
            buffer.resize(std::max(buffer.size(), size));
            std::ranges::copy(bytes, buffer.begin() + static_cast<std::ptrdiff_t>(copied));
            copied += bytes.size();
            return true;
        },
        size);
    if (!isLent && report.unreadable.isEmpty())
        work(std::span(buffer).first(size));
    return report.unreadable;
}

}  // namespace octavo
