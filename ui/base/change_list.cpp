#include "ui/base/change_list.h"

#include <algorithm>
#include <utility>

namespace octavo {

ChangeList::ChangeList(Document& document, QObject* parent)
    : QObject(parent),
      documentChanged_(document.changed.connect([this](const Change& change) { follow(change); })) {}

void ChangeList::set(std::vector<Place> places) {
    if (places_.empty() && places.empty())
        return;
    places_ = std::move(places);
    Q_EMIT changed();
}

std::optional<ChangeList::Place> ChangeList::next(ByteOffset after) const {
    if (places_.empty())
        return std::nullopt;
    const auto found =
        std::upper_bound(places_.begin(), places_.end(), after,
                         [](ByteOffset at, const Place& each) { return at < each.range.begin; });
    return found == places_.end() ? places_.front() : *found;
}

std::optional<ChangeList::Place> ChangeList::previous(ByteOffset before) const {
    if (places_.empty())
        return std::nullopt;
    const auto found =
        std::lower_bound(places_.begin(), places_.end(), before,
                         [](const Place& each, ByteOffset at) { return each.range.begin < at; });
    return found == places_.begin() ? places_.back() : *std::prev(found);
}

std::size_t ChangeList::firstEndingAfter(ByteOffset offset) const {
    const auto found = std::upper_bound(places_.begin(), places_.end(), offset,
                                        [](ByteOffset at, const Place& each) { return at < each.range.end; });
    return static_cast<std::size_t>(found - places_.begin());
}

void ChangeList::follow(const Change& change) {
    if (places_.empty() || (change.removed == 0 && change.inserted == 0))
        return;
    const ByteRange removed = change.removedRange();
    const auto isGone = [removed](const Place& each) {
        if (each.range.isEmpty())
            return removed.begin < each.range.begin && each.range.begin < removed.end;
        return removed.isEmpty() ? each.range.begin < removed.begin && removed.begin < each.range.end
                                 : each.range.intersects(removed);
    };
    const auto erased = std::erase_if(places_, isGone);
    const auto distance =
        static_cast<std::int64_t>(change.inserted) - static_cast<std::int64_t>(change.removed);
    if (distance != 0) {
        for (Place& each : places_) {
            if (each.range.begin >= removed.end)
                each.range = each.range.shifted(distance);
        }
    }
    if (erased > 0 || distance != 0)
        Q_EMIT changed();
}

}  // namespace octavo
