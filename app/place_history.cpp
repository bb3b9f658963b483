#include "app/place_history.h"

#include "core/base/contracts.h"

namespace octavo {

void PlaceHistory::noteJump(ByteOffset from, ByteOffset to) {
    if (from == to)
        return;
    if (!places_.empty())
        places_.resize(index_);
    if (places_.empty() || places_.back() != from)
        places_.push_back(from);
    places_.push_back(to);
    if (places_.size() > kMax)
        places_.erase(places_.begin(), places_.end() - static_cast<std::ptrdiff_t>(kMax));
    index_ = places_.size() - 1;
}

ByteOffset PlaceHistory::goBack(ByteOffset here) {
    OCTAVO_EXPECTS(canGoBack());
    places_[index_] = here;
    return places_[--index_];
}

ByteOffset PlaceHistory::goForward(ByteOffset here) {
    OCTAVO_EXPECTS(canGoForward());
    places_[index_] = here;
    return places_[++index_];
}

void PlaceHistory::follow(const Change& change) {
    const ByteRange removed = change.removedRange();
    for (ByteOffset& place : places_) {
        if (place >= removed.end)
            place = place - change.removed + change.inserted;
        else if (place > removed.begin)
            place = removed.begin;
    }
}

}  // namespace octavo
