#pragma once

#include <optional>
#include <vector>

#include <QObject>

#include "core/base/notifier.h"
#include "core/buffer/document.h"

namespace octavo {

/// Where a document's bytes changed when its file was loaded again or merged. The panel lists them, the hex
/// view tints them; they move with later edits, and go where those touch them. UI thread only.
class ChangeList : public QObject {
    Q_OBJECT
public:
    /// REQUIRES: the document outlives this.
    explicit ChangeList(Document& document, QObject* parent = nullptr);

    struct Place {
        ByteRange range;        ///< the new bytes; empty where bytes only went
        ByteCount removed = 0;  ///< how many gave way to them

        friend bool operator==(const Place&, const Place&) = default;
    };

    /// Sorted by position, disjoint.
    [[nodiscard]] const std::vector<Place>& all() const { return places_; }
    [[nodiscard]] bool isEmpty() const { return places_.empty(); }
    /// REQUIRES: sorted and disjoint.
    void set(std::vector<Place> places);
    void clear() { set({}); }

    /// The first that starts after, or the last that starts before, an offset; around the end of the
    /// document.
    [[nodiscard]] std::optional<Place> next(ByteOffset after) const;
    [[nodiscard]] std::optional<Place> previous(ByteOffset before) const;

    /// Calls `visit(range)` for each that has bytes in `visible`. Cost: O(log n + visited).
    template <typename Visit>
    void forEachIn(ByteRange visible, const Visit& visit) const {
        for (std::size_t i = firstEndingAfter(visible.begin); i < places_.size(); ++i) {
            if (places_[i].range.begin >= visible.end)
                return;
            visit(places_[i].range);
        }
    }

    /// Cost: O(log n).
    [[nodiscard]] bool intersects(ByteRange range) const {
        const std::size_t first = firstEndingAfter(range.begin);
        return first < places_.size() && places_[first].range.begin < range.end;
    }

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] std::size_t firstEndingAfter(ByteOffset offset) const;
    void follow(const Change& change);

    std::vector<Place> places_;
    NotifierConnection documentChanged_;
};

}  // namespace octavo
