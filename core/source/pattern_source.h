#pragma once

#include <vector>

#include "core/source/source.h"

namespace octavo {

/// A short pattern repeated to any length: fills and huge synthetic documents without storing a byte of them.
class PatternSource final : public Source {
public:
    /// REQUIRES: `pattern` is not empty, size <= kMaxDocumentSize.
    PatternSource(std::vector<std::byte> pattern, ByteCount size);

    [[nodiscard]] std::span<const std::byte> pattern() const {
        return std::span(block_).first(static_cast<std::size_t>(patternSize_));
    }
    [[nodiscard]] ByteCount size() const override { return size_; }
    void read(ByteOffset offset, std::span<std::byte> out, RangeSet& unreadable) const override;
    [[nodiscard]] Loan lend(ByteRange range) const override;

private:
    std::vector<std::byte> block_;  // the pattern, repeated to at least 64 KiB
    ByteCount patternSize_;
    ByteCount size_;
};

}  // namespace octavo
