#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

#include "core/base/byte_order.h"
#include "core/base/byte_range.h"
#include "core/buffer/snapshot.h"
#include "core/structure/integer.h"
#include "core/structure/structure_error.h"

namespace octavo {

class StructureNode;

/// Bytes that fields lie in: the document, or what a `process` made of a field's bytes. Keeps a window of
/// them at hand, so it is read from one thread at a time.
class ByteSpace {
public:
    /// Which field's bytes it was made from; nothing for the document.
    struct Origin {
        const StructureNode* holder = nullptr;
        std::size_t slot = 0;
        std::optional<std::uint64_t> index;
    };

    explicit ByteSpace(Snapshot bytes) : bytes_(std::move(bytes)) {}
    ByteSpace(Snapshot bytes, Origin origin) : bytes_(std::move(bytes)), origin_(origin) {}

    [[nodiscard]] ByteCount size() const { return bytes_.size(); }
    [[nodiscard]] const Snapshot& snapshot() const { return bytes_; }
    [[nodiscard]] const Origin& origin() const { return origin_; }
    [[nodiscard]] bool isDocument() const { return origin_.holder == nullptr; }

    /// The bytes at an offset, valid until the next call. REQUIRES: they lie inside and are at most
    /// kMostAtOnce.
    static constexpr std::size_t kMostAtOnce = 4096;
    [[nodiscard]] Evaluated<std::span<const std::byte>> bytes(ByteOffset offset, std::size_t count);

    /// A copy of a range; LimitReached beyond kMostCopied. REQUIRES: it lies inside.
    static constexpr ByteCount kMostCopied = ByteCount{256} << 20;
    [[nodiscard]] Evaluated<std::vector<std::byte>> copy(ByteRange range) const;

    /// Where the unit begins that equals `unit`, looked for at whole multiples of its length from the start
    /// of the range; nothing when it is not there.
    [[nodiscard]] Evaluated<std::optional<ByteOffset>> find(ByteRange range,
                                                            std::span<const std::byte> unit) const;

    /// The length of the range without the bytes at its end that equal `padding`.
    [[nodiscard]] Evaluated<ByteCount> lengthWithout(std::byte padding, ByteRange range) const;

private:
    Snapshot bytes_;
    Origin origin_;
    ByteRange window_;
    std::vector<std::byte> held_;
    bool isDamaged_ = false;
};

/// A place between two bits of a space.
struct BitPosition {
    ByteOffset byte = 0;
    std::uint8_t bit = 0;  ///< bits of that byte that lie before it, 0 to 7

    friend bool operator==(BitPosition, BitPosition) = default;
};

/// A window of a space with a place where reading stands. Borrows the space.
class ByteStream {
public:
    ByteStream(ByteSpace& space, ByteRange window) : space_(&space), window_(window), at_(window.begin) {}

    [[nodiscard]] ByteSpace& space() const { return *space_; }
    [[nodiscard]] ByteRange window() const { return window_; }
    /// Offsets in the space, not in the window.
    [[nodiscard]] ByteOffset at() const { return at_; }
    [[nodiscard]] BitPosition position() const {
        return bitsLeft_ == 0 ? BitPosition{.byte = at_, .bit = 0}
                              : BitPosition{.byte = at_ - 1, .bit = static_cast<std::uint8_t>(8 - bitsLeft_)};
    }
    [[nodiscard]] ByteCount left() const { return window_.end - at_; }
    [[nodiscard]] bool isAtEnd() const { return at_ >= window_.end && bitsLeft_ == 0; }

    /// Where a stream stands, to be gone back to.
    struct State {
        ByteOffset at = 0;
        std::uint8_t bits = 0;
        std::uint8_t bitsLeft = 0;
    };
    [[nodiscard]] State state() const { return {.at = at_, .bits = bits_, .bitsLeft = bitsLeft_}; }
    void restore(State state) {
        at_ = state.at;
        bits_ = state.bits;
        bitsLeft_ = state.bitsLeft;
    }

    /// Goes to an offset from the window's start; beyond the end is the end.
    void seek(ByteCount offset) {
        alignToByte();
        at_ = offset < window_.size() ? window_.begin + offset : window_.end;
    }
    void alignToByte() { bitsLeft_ = bits_ = 0; }

    [[nodiscard]] Evaluated<std::uint64_t> readUnsigned(std::size_t size, ByteOrder order);
    [[nodiscard]] Evaluated<std::uint64_t> readBits(unsigned count, ByteOrder order);
    /// Goes over the next bytes and returns where they lie.
    [[nodiscard]] Evaluated<ByteRange> take(ByteCount count);
    [[nodiscard]] ByteRange takeRest();

private:
    ByteSpace* space_;
    ByteRange window_;
    ByteOffset at_;
    std::uint8_t bits_ = 0;  ///< what is left of the byte before `at_`, in the low bits
    std::uint8_t bitsLeft_ = 0;
};

}  // namespace octavo
