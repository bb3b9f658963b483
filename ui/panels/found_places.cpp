#include "ui/panels/found_places.h"

#include <algorithm>
#include <utility>

namespace octavo {

namespace {
constexpr std::uint64_t kLengthMost = (std::uint64_t{1} << 56) - 1;
}  // namespace

FoundPlace::FoundPlace(const Match& match)
    : at(match.range.begin),
      length(std::min(match.range.size(), kLengthMost) & kLengthMost),
      form(match.form & 0xFFU) {}

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
      document_(document),
      what_(std::move(what)),
      formNames_(std::move(formNames)),
      forms_(forms),
      searched_(document.history().current()),
      changed_(document.changed.connect([this](const Change& change) {
          // Undone as far as when it was searched, the document is what it was.
          if (change.origin == Change::Origin::Rebase)
              searched_.reset();
          if (searched_ == document_.history().current())
              map_ = RevisionMap();
          else
              map_.apply(change);
          Q_EMIT moved();
      })) {}

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
    const auto form = static_cast<unsigned>(found.form);
    if (const auto now = map_.now(found.range()))
        return {.range = *now, .isChanged = false, .form = form};
    const ByteOffset size = document_.size();
    const ByteRange about{std::min(map_.nearest(found.at), size),
                          std::min(map_.nearest(found.at + found.length), size)};
    return {.range = about, .isChanged = true, .form = form};
}

bool FoundPlaces::isStale() const {
    return searched_ != document_.history().current();
}

}  // namespace octavo
