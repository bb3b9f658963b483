#include "core/source/pattern_source.h"

#include <algorithm>

#include "core/base/contracts.h"

namespace octavo {

namespace {
constexpr std::size_t kBlockSize = std::size_t{64} * 1024;
}

PatternSource::PatternSource(std::vector<std::byte> pattern, ByteCount size)
    : block_(std::move(pattern)), patternSize_(block_.size()), size_(size) {
    OCTAVO_EXPECTS(patternSize_ > 0 && size <= kMaxDocumentSize);
    const std::size_t wanted = static_cast<std::size_t>(std::min<ByteCount>(size_, kBlockSize));
    const std::size_t repeats = std::max<std::size_t>(1, (wanted + block_.size() - 1) / block_.size());
    block_.resize(static_cast<std::size_t>(patternSize_) * repeats);
    for (std::size_t i = static_cast<std::size_t>(patternSize_); i < block_.size(); ++i)
        block_[i] = block_[i - static_cast<std::size_t>(patternSize_)];
}

void PatternSource::read(ByteOffset offset, std::span<std::byte> out, RangeSet& /*unreadable*/) const {
    OCTAVO_EXPECTS(offset <= size_ && out.size() <= size_ - offset);
    while (!out.empty()) {
        const auto phase = static_cast<std::size_t>(offset % block_.size());
        const std::size_t count = std::min(out.size(), block_.size() - phase);
        std::copy_n(block_.begin() + static_cast<std::ptrdiff_t>(phase), count, out.begin());
        out = out.subspan(count);
        offset += count;
    }
}

Loan PatternSource::lend(ByteRange range) const {
    OCTAVO_EXPECTS(range.begin < range.end && range.end <= size_);
    const auto phase = static_cast<std::size_t>(range.begin % block_.size());
    const auto count = static_cast<std::size_t>(std::min<ByteCount>(range.size(), block_.size() - phase));
    return {std::span(block_).subspan(phase, count), {}};
}

}  // namespace octavo
