#include "core/buffer/chunk_store.h"

#include <algorithm>
#include <bit>

#include "core/base/contracts.h"

namespace octavo {

namespace {

constexpr std::size_t kSmallestTypedChunk = std::size_t{4} * 1024;
constexpr std::size_t kLargestTypedChunk = std::size_t{1024} * 1024;

struct Place {
    std::size_t segment;
    std::size_t index;
};

Place placeOf(std::size_t id, std::size_t firstSegment) {
    const std::size_t scaled = id / firstSegment + 1;
    OCTAVO_EXPECTS(scaled > 0);
    const auto segment = static_cast<std::size_t>(std::bit_width(scaled) - 1);
    return {segment, id - firstSegment * ((std::size_t{1} << segment) - 1)};
}

}  // namespace

/// Memory that only grows at its end and never moves. Readers see only bytes of pieces they were handed,
/// which were written before; so no lock is needed.
class ChunkStore::TypedBytes final : public Source {
public:
    explicit TypedBytes(std::size_t capacity)
        : bytes_(std::make_unique<std::byte[]>(capacity)), capacity_(capacity) {}

    [[nodiscard]] ByteCount size() const override { return used_.load(std::memory_order_acquire); }
    [[nodiscard]] std::size_t capacity() const { return capacity_; }
    [[nodiscard]] std::size_t room() const { return capacity_ - used_.load(std::memory_order_relaxed); }

    void read(ByteOffset offset, std::span<std::byte> out, RangeSet& /*unreadable*/) const override {
        OCTAVO_EXPECTS(offset <= size() && out.size() <= size() - offset);
        std::copy_n(bytes_.get() + offset, out.size(), out.begin());
    }
    [[nodiscard]] Loan lend(ByteRange range) const override {
        OCTAVO_EXPECTS(range.begin < range.end && range.end <= size());
        return {std::span<const std::byte>(bytes_.get() + range.begin, range.size()), {}};
    }
    ByteOffset append(std::span<const std::byte> bytes) {
        const std::size_t at = used_.load(std::memory_order_relaxed);
        std::ranges::copy(bytes, bytes_.get() + at);
        used_.store(at + bytes.size(), std::memory_order_release);
        return at;
    }

private:
    std::unique_ptr<std::byte[]> bytes_;
    std::size_t capacity_;
    std::atomic<std::size_t> used_{0};
};

ChunkStore::~ChunkStore() {
    for (std::atomic<Entry*>& segment : segments_)
        delete[] segment.load(std::memory_order_relaxed);
}

ChunkId ChunkStore::add(std::shared_ptr<const Source> source) {
    OCTAVO_EXPECTS(source != nullptr);
    const std::size_t id = count_.load(std::memory_order_relaxed);
    const Place place = placeOf(id, kFirstSegment);
    OCTAVO_EXPECTS(place.segment < kSegments);
    Entry* segment = segments_[place.segment].load(std::memory_order_relaxed);
    if (segment == nullptr) {
        segment = new Entry[kFirstSegment << place.segment];
        segments_[place.segment].store(segment, std::memory_order_release);
    }
    segment[place.index] = std::move(source);
    count_.store(id + 1, std::memory_order_release);
    return static_cast<ChunkId>(id);
}

Piece ChunkStore::append(std::span<const std::byte> bytes) {
    OCTAVO_EXPECTS(!bytes.empty());
    if (!typed_ || typed_->room() < bytes.size()) {
        const std::size_t next =
            typed_ ? std::min(typed_->capacity() * 2, kLargestTypedChunk) : kSmallestTypedChunk;
        typed_ = std::make_shared<TypedBytes>(std::max(next, bytes.size()));
        typedId_ = add(typed_);
    }
    const ByteOffset at = typed_->append(bytes);
    return {.offset = at, .length = bytes.size(), .chunk = typedId_};
}

const ChunkStore::Entry& ChunkStore::entry(ChunkId id) const {
    OCTAVO_EXPECTS(id < count());
    const Place place = placeOf(id, kFirstSegment);
    return segments_[place.segment].load(std::memory_order_acquire)[place.index];
}

}  // namespace octavo
