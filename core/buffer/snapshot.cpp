#include "core/buffer/snapshot.h"

#include <algorithm>
#include <array>
#include <vector>

#include "core/base/contracts.h"
#include "core/source/memory_source.h"

namespace octavo {

namespace {

/// Pieces shorter than this are gathered into one span before they are lent.
constexpr std::size_t kSmallPiece = std::size_t{4} * 1024;
constexpr std::size_t kGatherSize = std::size_t{64} * 1024;

/// Adds the bytes of a piece that its source knows to be bad, in document offsets.
void addDamage(const RangeSet& damage, ByteOffset pieceOffset, ByteOffset documentOffset,
               RangeSet& unreadable) {
    if (!damage.isEmpty())
        unreadable.add(damage.shifted(static_cast<std::int64_t>(documentOffset - pieceOffset)));
}

/// Hands a run of pieces to a visitor as spans: long ones straight from their source, short ones gathered.
class Scanner {
public:
    Scanner(const ChunkStore& chunks, const Snapshot::Visitor& visit, std::size_t maxSpan)
        : chunks_(chunks), visit_(visit), maxSpan_(maxSpan) {}

    bool piece(const Piece& piece, ByteOffset documentOffset) {
        if (piece.length < kSmallPiece)
            return gather(piece, documentOffset);
        return flush() && lend(piece, documentOffset);
    }
    /// Hands out what is gathered. False when the visitor stops.
    bool flush() {
        if (gathered_ == 0)
            return true;
        const std::size_t count = std::exchange(gathered_, 0);
        return visit_(gatherOffset_, std::span<const std::byte>(buffer_).first(count));
    }
    RangeSet unreadable;

private:
    bool gather(const Piece& piece, ByteOffset documentOffset) {
        const std::size_t room = std::min(kGatherSize, maxSpan_);
        ByteOffset offset = piece.offset;
        ByteCount left = piece.length;
        while (left > 0) {
            if (gathered_ == room && !flush())
                return false;
            if (gathered_ == 0)
                gatherOffset_ = documentOffset + (offset - piece.offset);
            buffer_.resize(std::max(buffer_.size(), room));
            const std::size_t count = static_cast<std::size_t>(std::min<ByteCount>(left, room - gathered_));
            readInto(piece.chunk, offset, documentOffset + (offset - piece.offset),
                     std::span(buffer_).subspan(gathered_, count));
            gathered_ += count;
            offset += count;
            left -= count;
        }
        return true;
    }

    bool lend(const Piece& piece, ByteOffset documentOffset) {
        const Source& source = chunks_.source(piece.chunk);
        ByteOffset offset = piece.offset;
        const ByteOffset end = piece.offset + piece.length;
        while (offset < end) {
            const ByteRange wanted{offset, std::min<ByteOffset>(end, offset + maxSpan_)};
            const ByteOffset at = documentOffset + (offset - piece.offset);
            std::size_t count = 0;
            bool goOn = true;
            if (const Loan loan = source.lend(wanted); !loan.bytes().empty()) {
                count = loan.bytes().size();
                goOn = visit_(at, loan.bytes());
                addDamage(source.damageIn(ByteRange::ofLength(offset, count)), offset, at, unreadable);
            } else {
                buffer_.resize(std::max(buffer_.size(), std::min(kReadSize, maxSpan_)));
                count = static_cast<std::size_t>(std::min<ByteCount>(wanted.size(), buffer_.size()));
                const auto part = std::span(buffer_).first(count);
                readInto(piece.chunk, offset, at, part);
                goOn = visit_(at, part);
            }
            if (!goOn)
                return false;
            offset += count;
        }
        return true;
    }

    void readInto(ChunkId chunk, ByteOffset offset, ByteOffset documentOffset, std::span<std::byte> out) {
        RangeSet damage;
        chunks_.source(chunk).read(offset, out, damage);
        addDamage(damage, offset, documentOffset, unreadable);
    }

    static constexpr std::size_t kReadSize = std::size_t{256} * 1024;
    const ChunkStore& chunks_;
    const Snapshot::Visitor& visit_;
    std::size_t maxSpan_;
    std::vector<std::byte> buffer_;
    std::size_t gathered_ = 0;
    ByteOffset gatherOffset_ = 0;
};

}  // namespace

Snapshot::Snapshot() : chunks_(std::make_shared<const ChunkStore>()) {}

Snapshot::Snapshot(PieceTree tree, std::shared_ptr<const ChunkStore> chunks, Revision revision)
    : tree_(std::move(tree)), chunks_(std::move(chunks)), revision_(revision) {
    OCTAVO_EXPECTS(chunks_ != nullptr);
}

Snapshot Snapshot::ofBytes(std::span<const std::byte> bytes) {
    return ofSource(std::make_shared<MemorySource>(std::vector<std::byte>(bytes.begin(), bytes.end())));
}

Snapshot Snapshot::ofSource(std::shared_ptr<const Source> source) {
    const auto chunks = std::make_shared<ChunkStore>();
    const ByteCount length = source->size();
    const std::array pieces{Piece{.offset = 0, .length = length, .chunk = chunks->add(std::move(source))}};
    return {PieceTree(pieces), chunks, Revision{0}};
}

RangeSet Snapshot::read(ByteOffset offset, std::span<std::byte> out) const {
    OCTAVO_EXPECTS(offset <= size() && out.size() <= size() - offset);
    RangeSet unreadable;
    tree_.forEach(ByteRange::ofLength(offset, out.size()), [&](const Piece& piece, ByteOffset at) {
        RangeSet damage;
        sourceOf(piece).read(piece.offset, out.subspan(at - offset, piece.length), damage);
        addDamage(damage, piece.offset, at, unreadable);
        return true;
    });
    return unreadable;
}

ScanReport Snapshot::scan(ByteRange range, const Visitor& visit, std::size_t maxSpan) const {
    OCTAVO_EXPECTS(range.begin <= range.end && range.end <= size() && maxSpan > 0);
    Scanner scanner(*chunks_, visit, maxSpan);
    const bool finished =
        tree_.forEach(range, [&](const Piece& piece, ByteOffset at) { return scanner.piece(piece, at); });
    const bool isComplete = finished && scanner.flush();
    return {.unreadable = std::move(scanner.unreadable), .isComplete = isComplete};
}

Snapshot Snapshot::gathering(const RangeList& ranges) const {
    if (ranges.isEmpty())
        return {PieceTree(), chunks_, revision_};
    OCTAVO_EXPECTS(ranges.bounds().end <= size());
    std::vector<Piece> pieces;
    auto wanted = ranges.all().begin();
    const auto end = ranges.all().end();
    tree_.forEach(ranges.bounds(), [&](const Piece& piece, ByteOffset at) {
        const ByteRange here = ByteRange::ofLength(at, piece.length);
        for (; wanted != end && wanted->begin < here.end; ++wanted) {
            const ByteRange part = wanted->intersection(here);
            if (!part.isEmpty())
                pieces.push_back({.offset = piece.offset + (part.begin - at),
                                  .length = part.size(),
                                  .chunk = piece.chunk});
            if (wanted->end > here.end)
                break;  // the rest of it lies in the next piece
        }
        return true;
    });
    return {PieceTree(pieces), chunks_, revision_};
}

}  // namespace octavo
