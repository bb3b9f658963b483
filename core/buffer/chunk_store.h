#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "core/source/source.h"

namespace octavo {

/// Names a chunk of one ChunkStore.
using ChunkId = std::uint32_t;

/// A run of bytes of one chunk. The smallest unit of a document's arrangement.
struct Piece {
    ByteOffset offset = 0;  ///< where it starts in its chunk
    ByteCount length = 0;
    ChunkId chunk = 0;

    friend bool operator==(const Piece&, const Piece&) = default;
};

/// Every chunk that a document's pieces refer to, present and past: sources (files, spilled data, patterns)
/// and append-only memory for typed bytes. Chunks are never removed, so pieces and snapshots need no
/// reference counts. Threads: one owner adds; any thread may look up ids that it received together with a
/// Snapshot.
class ChunkStore {
public:
    ChunkStore() = default;
    ChunkStore(const ChunkStore&) = delete;
    ChunkStore& operator=(const ChunkStore&) = delete;
    ~ChunkStore();

    /// Cost: O(1).
    [[nodiscard]] ChunkId add(std::shared_ptr<const Source> source);

    /// Copies a few bytes into append-only memory. Consecutive calls give adjoining pieces where they can.
    /// REQUIRES: bytes not empty. Cost: O(bytes).
    [[nodiscard]] Piece append(std::span<const std::byte> bytes);

    [[nodiscard]] const Source& source(ChunkId id) const { return *entry(id); }
    [[nodiscard]] std::shared_ptr<const Source> sharedSource(ChunkId id) const { return entry(id); }
    [[nodiscard]] std::size_t count() const { return count_.load(std::memory_order_acquire); }

private:
    class TypedBytes;

    // Segment k holds kFirstSegment << k entries, so entries never move and readers need no lock.
    static constexpr std::size_t kFirstSegment = 16;
    static constexpr std::size_t kSegments = 28;
    using Entry = std::shared_ptr<const Source>;

    [[nodiscard]] const Entry& entry(ChunkId id) const;

    std::array<std::atomic<Entry*>, kSegments> segments_{};
    std::atomic<std::size_t> count_{0};
    std::shared_ptr<TypedBytes> typed_;
    ChunkId typedId_ = 0;
};

}  // namespace octavo
