#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace octavo {

/// Items of two arrays that belong together; one of them alone where the other array has none.
struct AlignedItem {
    std::optional<std::uint64_t> left;
    std::optional<std::uint64_t> right;

    friend bool operator==(const AlignedItem&, const AlignedItem&) = default;
};

/// Pairs two arrays of items by their digests, in order: the common beginning and end, between them the
/// longest common subsequence, and what lies between two of its items by position. Nothing when more than
/// `most` items of a side lie between beginning and end. Cost: their product; 2 bytes for each pair of them.
[[nodiscard]] std::optional<std::vector<AlignedItem>> alignItems(std::span<const std::uint64_t> left,
                                                                 std::span<const std::uint64_t> right,
                                                                 std::uint64_t most);

/// How many pairs have equal digests.
[[nodiscard]] std::uint64_t equalPairs(std::span<const AlignedItem> pairs,
                                       std::span<const std::uint64_t> left,
                                       std::span<const std::uint64_t> right);

}  // namespace octavo
