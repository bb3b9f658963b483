#include "app/place_history.h"

#include "core/base/contracts.h"

namespace octavo {

/// The byte there, so that what is inserted in front of it moves the place along.
AnchorId PlaceHistory::anchorAt(ByteOffset place) {
    return anchors_.add(ByteRange::ofLength(place, 1));
}

ByteOffset PlaceHistory::offsetOf(std::size_t index) const {
    const auto range = anchors_.range(places_[index]);
    OCTAVO_EXPECTS(range.has_value());
    return range->begin;
}

/// The places [first, last).
void PlaceHistory::forget(std::size_t first, std::size_t last) {
    for (std::size_t i = first; i < last; ++i)
        anchors_.remove(places_[i]);
    places_.erase(places_.begin() + static_cast<std::ptrdiff_t>(first),
                  places_.begin() + static_cast<std::ptrdiff_t>(last));
}

void PlaceHistory::noteJump(ByteOffset from, ByteOffset to) {
    if (from == to)
        return;
    if (!places_.empty())
        forget(index_, places_.size());
    if (places_.empty() || offsetOf(places_.size() - 1) != from)
        places_.push_back(anchorAt(from));
    places_.push_back(anchorAt(to));
    if (places_.size() > kMax)
        forget(0, places_.size() - kMax);
    index_ = places_.size() - 1;
}

ByteOffset PlaceHistory::step(ByteOffset here, std::size_t to) {
    anchors_.remove(places_[index_]);
    places_[index_] = anchorAt(here);
    index_ = to;
    return offsetOf(to);
}

ByteOffset PlaceHistory::goBack(ByteOffset here) {
    OCTAVO_EXPECTS(canGoBack());
    return step(here, index_ - 1);
}

ByteOffset PlaceHistory::goForward(ByteOffset here) {
    OCTAVO_EXPECTS(canGoForward());
    return step(here, index_ + 1);
}

}  // namespace octavo
