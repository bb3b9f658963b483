#include "core/search/prefix_filter.h"

#include <algorithm>

namespace octavo {

namespace {

constexpr ByteCount kShortest = 3;  // rows that are shorter pass over too little
constexpr ByteCount kLongest = 64;
constexpr std::size_t kMostBytes = 192;  // larger sets rule out too little

/// The longest row with which an expression must begin, and the bytes that it may have.
ByteExtent prefixOf(const ByteExpression& expression) {
    if (expression.kind != ByteExpression::Kind::Sequence)
        return extentOf(expression);
    ByteExtent prefix;
    for (const ByteExpression& child : expression.children) {
        const ByteExtent longer = prefix.followedBy(extentOf(child));
        const bool isUseful = longer.bytes.count() <= kMostBytes;
        if (!isUseful && prefix.least >= kShortest)
            break;
        prefix = longer;
    }
    return prefix;
}

}  // namespace

std::optional<PrefixFilter> PrefixFilter::of(const ByteExpression& expression) {
    const ByteExtent prefix = prefixOf(expression);
    if (prefix.least < kShortest || prefix.bytes.count() > kMostBytes)
        return std::nullopt;
    PrefixFilter filter;
    filter.count_ = static_cast<std::size_t>(std::min(prefix.least, kLongest));
    for (unsigned i = 0; i < 256; ++i)
        filter.isInSet_[i] = prefix.bytes.contains(static_cast<std::byte>(i));
    return filter;
}

std::optional<PrefixFilter::Candidates> PrefixFilter::next(const SearchBlock& block, std::size_t from) const {
    const auto isIn = [&](std::size_t index) {
        return isInSet_[std::to_integer<std::size_t>(block.bytes[index])];
    };
    std::size_t place = from;
    while (place < block.last && place + count_ <= block.bytes.size()) {
        std::size_t behind = place + count_;
        while (behind > place && isIn(behind - 1))
            --behind;
        if (behind > place) {
            place = behind;
            continue;
        }
        std::size_t end = place + count_;
        while (end < block.bytes.size() && end < block.last + count_ && isIn(end))
            ++end;
        return Candidates{.first = place, .last = std::min(end - count_, block.last - 1)};
    }
    return std::nullopt;
}

}  // namespace octavo
