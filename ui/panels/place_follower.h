#pragma once

#include <functional>
#include <optional>

#include "core/base/notifier.h"
#include "core/buffer/document.h"
#include "core/buffer/revision_map.h"

namespace octavo {

/// Knows where ranges of one state of a document are now: its state when this was made. UI thread. Cost of an
/// edit: O(places edited since).
class PlaceFollower {
public:
    /// `moved` is called after each edit. REQUIRES: the document outlives this, but for its destruction.
    PlaceFollower(Document& document, std::function<void()> moved);
    PlaceFollower(const PlaceFollower&) = delete;
    PlaceFollower& operator=(const PlaceFollower&) = delete;

    struct Place {
        ByteRange range;         ///< where it is now, or where it was nearest to
        bool isChanged = false;  ///< an edit has touched it
    };
    [[nodiscard]] Place now(ByteRange then) const;
    /// The document is in another state.
    [[nodiscard]] bool isStale() const { return followed_ != document_.history().current(); }

    [[nodiscard]] Document& document() const { return document_; }
    [[nodiscard]] const RevisionMap& map() const { return map_; }

private:
    Document& document_;
    RevisionMap map_;
    std::optional<HistoryState> followed_;  // the state in which every place is as it was
    NotifierConnection changed_;
};

}  // namespace octavo
