#include "core/structure/item_alignment.h"

#include <algorithm>

#include "core/base/contracts.h"

namespace octavo {

namespace {

/// Items of both arrays by position, those of the longer one alone at the end.
void pairRange(std::uint64_t left, std::uint64_t leftEnd, std::uint64_t right, std::uint64_t rightEnd,
               std::vector<AlignedItem>& pairs) {
    for (; left < leftEnd && right < rightEnd; ++left, ++right)
        pairs.push_back({.left = left, .right = right});
    for (; left < leftEnd; ++left)
        pairs.push_back({.left = left, .right = {}});
    for (; right < rightEnd; ++right)
        pairs.push_back({.left = {}, .right = right});
}

/// lengths[i][j]: of the longest common subsequence of what begins at i and at j.
class CommonLengths {
public:
    CommonLengths(std::span<const std::uint64_t> left, std::span<const std::uint64_t> right)
        : width_(right.size() + 1), lengths_((left.size() + 1) * width_) {
        for (std::size_t i = left.size(); i-- > 0;) {
            for (std::size_t j = right.size(); j-- > 0;)
                lengths_[i * width_ + j] = left[i] == right[j]
                                               ? static_cast<std::uint16_t>(at(i + 1, j + 1) + 1)
                                               : std::max(at(i + 1, j), at(i, j + 1));
        }
    }
    [[nodiscard]] std::uint16_t at(std::size_t i, std::size_t j) const { return lengths_[i * width_ + j]; }

private:
    std::size_t width_;
    std::vector<std::uint16_t> lengths_;
};

}  // namespace

std::optional<std::vector<AlignedItem>> alignItems(std::span<const std::uint64_t> left,
                                                   std::span<const std::uint64_t> right, std::uint64_t most) {
    OCTAVO_EXPECTS(most < 0xFFFF);
    const std::size_t shorter = std::min(left.size(), right.size());
    std::size_t front = 0;
    while (front < shorter && left[front] == right[front])
        ++front;
    std::size_t back = 0;
    while (back < shorter - front && left[left.size() - 1 - back] == right[right.size() - 1 - back])
        ++back;
    const auto leftMiddle = left.subspan(front, left.size() - front - back);
    const auto rightMiddle = right.subspan(front, right.size() - front - back);
    // Where one side has nothing there is nothing to be aligned.
    const bool isOneSided = leftMiddle.empty() || rightMiddle.empty();
    if (!isOneSided && (leftMiddle.size() > most || rightMiddle.size() > most))
        return std::nullopt;

    std::vector<AlignedItem> pairs;
    pairRange(0, front, 0, front, pairs);
    std::size_t fromLeft = 0;
    std::size_t fromRight = 0;
    if (!isOneSided) {
        const CommonLengths common(leftMiddle, rightMiddle);
        for (std::size_t i = 0, j = 0; common.at(i, j) > 0;) {
            if (leftMiddle[i] == rightMiddle[j]) {
                pairRange(front + fromLeft, front + i, front + fromRight, front + j, pairs);
                pairs.push_back({.left = front + i, .right = front + j});
                fromLeft = ++i;
                fromRight = ++j;
            } else if (common.at(i + 1, j) >= common.at(i, j + 1)) {
                ++i;
            } else {
                ++j;
            }
        }
    }
    pairRange(front + fromLeft, left.size() - back, front + fromRight, right.size() - back, pairs);
    pairRange(left.size() - back, left.size(), right.size() - back, right.size(), pairs);
    return pairs;
}

std::uint64_t equalPairs(std::span<const AlignedItem> pairs, std::span<const std::uint64_t> left,
                         std::span<const std::uint64_t> right) {
    return static_cast<std::uint64_t>(std::count_if(pairs.begin(), pairs.end(), [&](const AlignedItem& each) {
        return each.left && each.right && left[*each.left] == right[*each.right];
    }));
}

}  // namespace octavo
