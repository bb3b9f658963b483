#pragma once

#include <vector>

#include "core/source/source.h"

namespace octavo {

/// Bytes owned in memory.
class MemorySource final : public Source {
public:
    explicit MemorySource(std::vector<std::byte> bytes) : bytes_(std::move(bytes)) {}

    [[nodiscard]] ByteCount size() const override { return bytes_.size(); }
    void read(ByteOffset offset, std::span<std::byte> out, RangeSet& unreadable) const override;
    [[nodiscard]] Loan lend(ByteRange range) const override;

private:
    std::vector<std::byte> bytes_;
};

}  // namespace octavo
