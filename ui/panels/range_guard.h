#pragma once

#include <optional>

#include "core/base/notifier.h"
#include "core/buffer/document.h"

namespace octavo {

/// Watches one range of a document while work is done on a snapshot of it: says where the range is now, or
/// that its bytes are no longer those the work was given. UI thread.
class RangeGuard {
public:
    /// REQUIRES: range lies inside the document. The guard may outlive it.
    RangeGuard(Document& document, ByteRange range)
        : range_(range), changed_(document.changed.connect([this](const Change& change) { note(change); })) {}
    RangeGuard(const RangeGuard&) = delete;
    RangeGuard& operator=(const RangeGuard&) = delete;

    /// Where the untouched bytes are now; nothing when any of them was changed.
    [[nodiscard]] std::optional<ByteRange> range() const { return range_; }

private:
    void note(const Change& change) {
        const ByteRange removed = change.removedRange();
        if (!range_ || removed.begin >= range_->end)
            return;
        if (removed.end <= range_->begin) {
            range_ = ByteRange::ofLength(range_->begin - change.removed + change.inserted, range_->size());
        } else {
            range_.reset();
        }
    }

    std::optional<ByteRange> range_;
    NotifierConnection changed_;
};

}  // namespace octavo
