#pragma once

#include <optional>
#include <vector>

#include "core/buffer/edit.h"

namespace octavo {

/// The places that somebody jumped from and to, for Back and Forward. A value; holds the last kMax.
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
    void follow(const Change& change);

    static constexpr std::size_t kMax = 100;

private:
    std::vector<ByteOffset> places_;
    std::size_t index_ = 0;  // of the place where we are; meaningful when places_ is not empty
};

}  // namespace octavo
