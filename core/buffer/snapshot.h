#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>

#include "core/base/range_list.h"
#include "core/base/range_set.h"
#include "core/buffer/chunk_store.h"
#include "core/buffer/piece_tree.h"

namespace octavo {

/// Counts the states that a document has been in; a higher one is later.
enum class Revision : std::uint64_t {};

/// How a scan ended.
struct ScanReport {
    RangeSet unreadable;     ///< bytes, in document offsets, that were handed out as zeros because they could
                             ///< not be had
    bool isComplete = true;  ///< false when the visitor stopped it

    [[nodiscard]] bool isClean() const { return isComplete && unreadable.isEmpty(); }
};

/// One state of a document, frozen: an arrangement of pieces and the chunks they name. A value; copying is
/// O(1). Safe to read from any thread while the document goes on changing.
class Snapshot {
public:
    Snapshot();  ///< empty
    Snapshot(PieceTree tree, std::shared_ptr<const ChunkStore> chunks, Revision revision);

    /// A frozen document of just these bytes, for tests and for work on data that is no document.
    [[nodiscard]] static Snapshot ofBytes(std::span<const std::byte> bytes);
    [[nodiscard]] static Snapshot ofSource(std::shared_ptr<const Source> source);

    [[nodiscard]] ByteCount size() const { return tree_.size(); }
    [[nodiscard]] bool isEmpty() const { return size() == 0; }
    [[nodiscard]] ByteRange all() const { return {0, size()}; }
    [[nodiscard]] Revision revision() const { return revision_; }

    /// Copies out.size() bytes from `offset`; unreadable ones are zero in `out` and returned as ranges
    /// (document offsets). REQUIRES: offset + out.size() <= size(). Cost: O(log n + bytes).
    [[nodiscard]] RangeSet read(ByteOffset offset, std::span<std::byte> out) const;

    /// Lends the bytes of `range` in order, in contiguous spans of at most `maxSpan` bytes, without copying
    /// where the source can lend; runs of small pieces are gathered first. `visit` gets the span and the
    /// document offset of its first byte and returns false to stop; the span dies with the call. Damage is
    /// reported at the end. REQUIRES: range lies inside. Cost: O(log n + bytes).
    using Visitor = std::function<bool(ByteOffset, std::span<const std::byte>)>;
    ScanReport scan(ByteRange range, const Visitor& visit, std::size_t maxSpan = kScanSpan) const;
    static constexpr std::size_t kScanSpan = std::size_t{1} << 20;

    /// The bytes of these ranges, one after the other, as a snapshot of its own; none is copied. REQUIRES:
    /// they lie inside. Cost: O(ranges + pieces between the first and the last).
    [[nodiscard]] Snapshot gathering(const RangeList& ranges) const;

    [[nodiscard]] const PieceTree& tree() const { return tree_; }
    [[nodiscard]] const std::shared_ptr<const ChunkStore>& chunks() const { return chunks_; }
    /// The source that holds a piece's bytes. REQUIRES: the piece comes from this snapshot's tree.
    [[nodiscard]] const Source& sourceOf(const Piece& piece) const { return chunks_->source(piece.chunk); }

private:
    PieceTree tree_;
    std::shared_ptr<const ChunkStore> chunks_;
    Revision revision_{0};
};

}  // namespace octavo
