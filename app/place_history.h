#pragma once

#include <vector>

#include "core/buffer/anchor_set.h"

namespace octavo {

/// The places that somebody jumped from and to, for Back and Forward; they move with their bytes, also when
/// those are removed and come back by undo. A value; holds the last kMax.
class PlaceHistory {
public:
    /// A jump is about to happen. What lay ahead is forgotten.
    void noteJump(ByteOffset from, ByteOffset to);

    [[nodiscard]] bool canGoBack() const { return index_ > 0; }
    [[nodiscard]] bool canGoForward() const { return index_ + 1 < places_.size(); }
    /// Where Back leads from `here`, which Forward will lead to. REQUIRES: canGoBack().
    [[nodiscard]] ByteOffset goBack(ByteOffset here);
    /// REQUIRES: canGoForward().
    [[nodiscard]] ByteOffset goForward(ByteOffset here);

    /// Keeps places with their bytes. Cost: O(places).
    void follow(const Change& change) { anchors_.apply(change); }

    static constexpr std::size_t kMax = 100;

private:
    [[nodiscard]] AnchorId anchorAt(ByteOffset place);
    [[nodiscard]] ByteOffset offsetOf(std::size_t index) const;
    void forget(std::size_t first, std::size_t last);
    [[nodiscard]] ByteOffset step(ByteOffset here, std::size_t to);

    AnchorSet anchors_;
    std::vector<AnchorId> places_;
    std::size_t index_ = 0;  // of the place where we are; meaningful when places_ is not empty
};

}  // namespace octavo
