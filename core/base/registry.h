#pragma once

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/contracts.h"

namespace octavo {

/// The door through which built-ins and plugins of one kind come in: an ordered list of values with unique
/// ids. T has a member `id` comparable with std::string_view. Filled at start, read from any thread
/// afterwards.
template <typename T>
class Registry {
public:
    /// REQUIRES: no entry has this id yet.
    void add(T entry) {
        OCTAVO_EXPECTS(find(entry.id) == nullptr);
        entries_.push_back(std::move(entry));
    }

    /// The entry with this id, or nullptr. Valid until the next add().
    [[nodiscard]] const T* find(std::string_view id) const {
        const auto found = std::find_if(entries_.begin(), entries_.end(),
                                        [id](const T& entry) { return std::string_view(entry.id) == id; });
        return found == entries_.end() ? nullptr : &*found;
    }

    [[nodiscard]] auto begin() const { return entries_.begin(); }
    [[nodiscard]] auto end() const { return entries_.end(); }
    [[nodiscard]] std::size_t size() const { return entries_.size(); }

private:
    std::vector<T> entries_;
};

}  // namespace octavo
