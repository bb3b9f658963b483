#pragma once

#include <algorithm>
#include <cstddef>
#include <map>
#include <span>
#include <vector>

#include "core/base/byte_range.h"

namespace octavo {

/// The obviously right document: a vector of bytes and a copy of it for every state. Only tests can afford
/// it.
class NaiveDocument {
public:
    using Bytes = std::vector<std::byte>;

    explicit NaiveDocument(Bytes bytes = {}) : states_{State{std::move(bytes), 0, 0}} {}

    [[nodiscard]] const Bytes& bytes() const { return states_[current_].bytes; }
    [[nodiscard]] std::size_t current() const { return current_; }
    [[nodiscard]] std::size_t stateCount() const { return states_.size(); }

    void replace(ByteRange range, std::span<const std::byte> with) {
        Bytes next = bytes();
        const auto begin = next.begin() + static_cast<std::ptrdiff_t>(range.begin);
        const auto at = next.erase(begin, begin + static_cast<std::ptrdiff_t>(range.size()));
        next.insert(at, with.begin(), with.end());
        states_.push_back({std::move(next), current_, 0});
        states_[current_].redo = states_.size() - 1;
        current_ = states_.size() - 1;
    }
    [[nodiscard]] bool canUndo() const { return current_ != 0; }
    [[nodiscard]] bool canRedo() const { return states_[current_].redo != 0; }
    void undo() {
        const std::size_t left = current_;
        current_ = states_[left].parent;
        states_[current_].redo = left;
    }
    void redo() { current_ = states_[current_].redo; }
    void goTo(std::size_t state) {
        current_ = state;
        for (std::size_t s = state; s != 0; s = states_[s].parent)
            states_[states_[s].parent].redo = s;
    }

private:
    struct State {
        Bytes bytes;
        std::size_t parent;
        std::size_t redo;
    };
    std::vector<State> states_;
    std::size_t current_ = 0;
};

}  // namespace octavo
