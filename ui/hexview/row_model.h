#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/buffer/document.h"

namespace octavo {

/// What a hex view has in sight: the bytes of some rows, which of them are the file's own and which could be
/// read. Filled by one read of the snapshot; reuses its memory. Window thread.
class RowModel {
public:
    /// Reads `range` of the document, with up to `context` bytes more on either side for decoding text.
    /// REQUIRES: range lies inside. Cost: O(log n + bytes).
    void read(const Document& document, ByteRange range, ByteCount context = 0);
    void clear();

    [[nodiscard]] ByteRange range() const { return range_; }
    [[nodiscard]] std::size_t size() const { return static_cast<std::size_t>(range_.size()); }
    [[nodiscard]] std::span<const std::byte> bytes() const {
        return std::span(bytes_).subspan(static_cast<std::size_t>(range_.begin - readRange_.begin), size());
    }

    /// The bytes with their context, and where the first of them lies.
    [[nodiscard]] std::span<const std::byte> bytesWithContext() const { return bytes_; }
    [[nodiscard]] ByteRange rangeWithContext() const { return readRange_; }

    /// About the byte at range().begin + index.
    [[nodiscard]] bool isModified(std::size_t index) const { return (flags_[index] & kModified) != 0; }
    [[nodiscard]] bool isUnreadable(std::size_t index) const { return (flags_[index] & kUnreadable) != 0; }

private:
    static constexpr std::uint8_t kModified = 1;
    static constexpr std::uint8_t kUnreadable = 2;
    void flag(ByteRange range, std::uint8_t what);

    ByteRange range_;
    ByteRange readRange_;
    std::vector<std::byte> bytes_;
    std::vector<std::uint8_t> flags_;
};

}  // namespace octavo
