#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "core/base/byte_order.h"
#include "core/base/byte_range.h"
#include "core/base/integer.h"
#include "core/base/job_context.h"
#include "core/buffer/snapshot.h"
#include "core/structure/input_ranges.h"
#include "core/structure/structure_error.h"

namespace octavo {

class StructureNode;

/// How long reading may go on. What it ends is Stopped, and can be gone on with.
struct ReadingLimit {
    JobContext job;
    std::optional<std::chrono::steady_clock::time_point> deadline = {};
    bool wasReached = false;
    ByteCount processedBytes = 0;  ///< in all spaces that a `process` made and that are still there

    /// Somebody waits: so many bytes take longer to be decoded than that allows. Reached, then.
    [[nodiscard]] bool isTooMuch(ByteCount bytes, ByteCount quick) {
        const bool isSlow = deadline && bytes > quick;
        wasReached = wasReached || isSlow;
        return isSlow;
    }

    ByteOffset farthest = 0;  ///< what has been gone through of the document

    void note(ByteOffset at) {
        if (at > farthest)
            job.advance(at - std::exchange(farthest, at));
    }
    [[nodiscard]] bool isReached() {
        wasReached =
            wasReached || job.stopRequested() || (deadline && std::chrono::steady_clock::now() >= *deadline);
        return wasReached;
    }
};

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

    /// The document. What is read of it is noted in `log`, which outlives the space, as does `limit`.
    ByteSpace(Snapshot bytes, ReadLog& log, ReadingLimit& limit)
        : bytes_(std::move(bytes)), log_(log), limit_(limit) {}
    /// What was made from `inputs` of the document.
    ByteSpace(Snapshot bytes, Origin origin, const InputRanges& inputs, ReadLog& log, ReadingLimit& limit)
        : bytes_(std::move(bytes)), origin_(origin), inputs_(inputs), log_(log), limit_(limit) {
        limit_.processedBytes += size();
    }
    ~ByteSpace() { limit_.processedBytes -= isDocument() ? 0 : size(); }
    ByteSpace(const ByteSpace&) = delete;
    ByteSpace& operator=(const ByteSpace&) = delete;

    /// The document is another one now. REQUIRES: isDocument().
    void replace(Snapshot bytes) {
        bytes_ = std::move(bytes);
        window_ = {};
    }
    /// What somebody is told came from these bytes.
    void note(ByteRange range) const {
        if (isDocument())
            log_.note(range);
        else
            log_.note(inputs_);
    }
    /// Of the document, what it was made from; empty for the document itself.
    [[nodiscard]] const InputRanges& inputs() const { return inputs_; }
    /// Somebody is told where the bytes end.
    void noteEnd(ByteOffset end) const { note(ByteRange::ofLength(end, 1)); }

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
    /// of the range; nothing when it is not there. Stopped at the limit.
    [[nodiscard]] Evaluated<std::optional<ByteOffset>> find(ByteRange range,
                                                            std::span<const std::byte> unit) const;

    /// The length of the range without the bytes at its end that equal `padding`.
    [[nodiscard]] Evaluated<ByteCount> lengthWithout(std::byte padding, ByteRange range) const;

private:
    Snapshot bytes_;
    Origin origin_;
    InputRanges inputs_;
    ReadLog& log_;
    ReadingLimit& limit_;
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
    ByteStream(ByteSpace& space, ByteRange window)
        : space_(&space), window_(window), state_{.at = window.begin} {}

    [[nodiscard]] ByteSpace& space() const { return *space_; }
    [[nodiscard]] ByteRange window() const { return window_; }
    /// Offsets in the space, not in the window.
    [[nodiscard]] ByteOffset at() const { return state_.at; }
    [[nodiscard]] BitPosition position() const { return state().position(); }
    /// The structure that reads it as its own; nullptr for the document's.
    const StructureNode* owner = nullptr;

    /// What follows from its being too little, or from there being no more, is to be noted as noteEnd().
    [[nodiscard]] ByteCount left() const { return window_.end - state_.at; }
    [[nodiscard]] bool isAtEnd() const { return state_.at >= window_.end && state_.bitsLeft == 0; }
    void noteEnd() const { space_->noteEnd(window_.end); }
    /// The document became longer or shorter. REQUIRES: the window is all of it.
    void resizeTo(ByteCount size) { window_.end = size; }

    /// Where a stream stands, to be gone back to.
    struct State {
        ByteOffset at = 0;
        std::uint8_t bitsLeft = 0;  ///< of the byte before
        std::uint8_t bits = 0;      ///< those, where they were read in both orders; else they are read again
        ByteOrder bitOrder = ByteOrder::Big;
        bool isMixed = false;

        [[nodiscard]] BitPosition position() const {
            return bitsLeft == 0
                       ? BitPosition{.byte = at, .bit = 0}
                       : BitPosition{.byte = at - 1, .bit = static_cast<std::uint8_t>(8 - bitsLeft)};
        }
    };
    [[nodiscard]] State state() const { return state_; }
    void restore(State state) { state_ = state; }

    /// Goes to an offset from the window's start; beyond the end is the end.
    void seek(ByteCount offset) {
        alignToByte();
        state_.at = offset < window_.size() ? window_.begin + offset : window_.end;
    }
    void alignToByte() { state_.bitsLeft = 0; }

    [[nodiscard]] Evaluated<std::uint64_t> readUnsigned(std::size_t size, ByteOrder order);
    [[nodiscard]] Evaluated<std::uint64_t> readBits(unsigned count, ByteOrder order);
    /// Goes over the next bytes and returns where they lie.
    [[nodiscard]] Evaluated<ByteRange> take(ByteCount count);
    [[nodiscard]] ByteRange takeRest();

private:
    [[nodiscard]] Evaluated<unsigned> leftBits() const;

    ByteSpace* space_;
    ByteRange window_;
    State state_;
};

}  // namespace octavo
