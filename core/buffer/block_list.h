#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <utility>
#include <vector>

namespace octavo {

/// A list that only grows, in blocks of 4 KiB: elements never move, so that adding one costs the same with a
/// thousand of them as with a million, and no room is kept for twice as many. (std::deque has blocks of 512
/// bytes, which costs an allocation for every tenth edit.) One thread.
template <typename T>
class BlockList {
public:
    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] T& operator[](std::size_t index) { return (*blocks_[index / kEach])[index % kEach]; }
    [[nodiscard]] const T& operator[](std::size_t index) const {
        return (*blocks_[index / kEach])[index % kEach];
    }
    void add(T element) {
        if (size_ == blocks_.size() * kEach)
            blocks_.push_back(
                std::unique_ptr<Block>(new Block));  // make_unique would fill it with zeros first
        (*this)[size_++] = std::move(element);
    }

private:
    static constexpr std::size_t kEach = 4096 / sizeof(T);
    using Block = std::array<T, kEach>;

    std::vector<std::unique_ptr<Block>> blocks_;
    std::size_t size_ = 0;
};

}  // namespace octavo
