#pragma once

#include <algorithm>
#include <atomic>
#include <span>
#include <utility>
#include <vector>

#include "core/source/memory_source.h"

namespace octavo::test {

/// Bytes of which one range cannot be had; reading shows it, and damageIn() knows it afterwards.
class DamagedSource final : public Source {
public:
    DamagedSource(std::vector<std::byte> bytes, ByteRange damage)
        : bytes_(std::move(bytes)), damage_(damage) {}
    [[nodiscard]] ByteCount size() const override { return bytes_.size(); }
    void read(ByteOffset offset, std::span<std::byte> out, RangeSet& unreadable) const override {
        bytes_.read(offset, out, unreadable);
        const ByteRange lost = damage_.intersection(ByteRange::ofLength(offset, out.size()));
        if (lost.isEmpty())
            return;
        const auto zeros = out.subspan(lost.begin - offset, lost.size());
        std::fill(zeros.begin(), zeros.end(), std::byte{});
        unreadable.add(lost);
        isKnown_ = true;
    }
    [[nodiscard]] RangeSet damageIn(ByteRange range) const override {
        RangeSet known;
        if (isKnown_ && !damage_.intersection(range).isEmpty())
            known.add(damage_.intersection(range));
        return known;
    }

private:
    MemorySource bytes_;
    ByteRange damage_;
    mutable std::atomic<bool> isKnown_ = false;
};

}  // namespace octavo::test
