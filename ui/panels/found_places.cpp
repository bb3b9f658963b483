#include "ui/panels/found_places.h"

#include <algorithm>
#include <utility>

namespace octavo {

namespace {
constexpr std::uint64_t kLengthMost = (std::uint64_t{1} << 48) - 1;
}  // namespace

FoundPlace::FoundPlace(const Match& match)
    : at(match.range.begin),
      length(std::min(match.range.size(), kLengthMost) & kLengthMost),
      form(match.form & (FoundPlace::kFormsMost - 1)) {}

void MatchFeed::put(std::span<const FoundPlace> places) {
    const std::lock_guard lock(mutex_);
    places_.insert(places_.end(), places.begin(), places.end());
}

std::vector<FoundPlace> MatchFeed::take() {
    const std::lock_guard lock(mutex_);
    return std::exchange(places_, {});
}

FoundPlaces::FoundPlaces(Document& document, QString what, QStringList formNames, QObject* parent,
                         Forms forms)
    : QObject(parent),
      what_(std::move(what)),
      formNames_(std::move(formNames)),
      forms_(forms),
      follower_(document, [this] { Q_EMIT moved(); }) {}

void FoundPlaces::append(std::span<const FoundPlace> places) {
    if (places.empty())
        return;
    const std::size_t first = list_->size();
    for (const FoundPlace& each : places)
        list_->add(each);
    Q_EMIT appended(first);
}

FoundPlaces::Place FoundPlaces::at(std::size_t index) const {
    const FoundPlace& found = (*list_)[index];
    const PlaceFollower::Place place = follower_.now(found.range());
    return {.range = place.range, .isChanged = place.isChanged, .form = static_cast<unsigned>(found.form)};
}

}  // namespace octavo
