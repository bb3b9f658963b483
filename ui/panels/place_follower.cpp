#include "ui/panels/place_follower.h"

#include <algorithm>
#include <utility>

namespace octavo {

PlaceFollower::PlaceFollower(Document& document, std::function<void()> moved)
    : document_(document),
      followed_(document.history().current()),
      changed_(document.changed.connect([this, moved = std::move(moved)](const Change& change) {
          // Undone as far as when it was made, the document is what it was.
          if (change.origin == Change::Origin::Rebase)
              followed_.reset();
          if (followed_ == document_.history().current())
              map_ = RevisionMap();
          else
              map_.apply(change);
          moved();
      })) {}

PlaceFollower::Place PlaceFollower::now(ByteRange then) const {
    if (const auto now = map_.now(then))
        return {.range = *now, .isChanged = false};
    const ByteOffset size = document_.size();
    const ByteRange about{std::min(map_.nearest(then.begin), size), std::min(map_.nearest(then.end), size)};
    return {.range = about, .isChanged = true};
}

}  // namespace octavo
