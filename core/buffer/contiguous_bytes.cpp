#include "core/buffer/contiguous_bytes.h"

#include <optional>
#include <utility>

#include "core/source/file_source.h"
#include "core/source/spill_source.h"

namespace octavo {

namespace {

/// The one piece that holds all bytes, if they lie in one row in one source.
std::optional<Piece> onlyPiece(const Snapshot& snapshot) {
    std::optional<Piece> all;
    const bool isOne = snapshot.tree().forEach(snapshot.all(), [&all](const Piece& piece, ByteOffset) {
        if (!all) {
            all = piece;
            return true;
        }
        const bool goesOn = piece.chunk == all->chunk && piece.offset == all->offset + all->length;
        all->length += piece.length;
        return goesOn;
    });
    return isOne ? all : std::nullopt;
}

bool mayLend(const Source& source, ContiguousBytes::Lending lending) {
    const FileSource* const file = source.asFile();
    return lending == ContiguousBytes::Lending::FromAny || file == nullptr || file->isPrivate();
}

}  // namespace

Result<ContiguousBytes> ContiguousBytes::of(const Snapshot& snapshot, Lending lending,
                                            const JobContext& context) {
    if (snapshot.isEmpty())
        return ContiguousBytes();
    const std::optional<Piece> piece = onlyPiece(snapshot);
    if (!piece || !mayLend(snapshot.sourceOf(*piece), lending))
        return copyOf(snapshot, context);
    ContiguousBytes lent;
    lent.snapshot_ = snapshot;
    lent.source_ = &snapshot.sourceOf(*piece);
    lent.place_ = ByteRange::ofLength(piece->offset, piece->length);
    lent.loan_ = lent.source_->lend(lent.place_);
    if (lent.bytes().size() != snapshot.size())
        return copyOf(snapshot, context);
    return lent;
}

Result<ContiguousBytes> ContiguousBytes::copyOf(const Snapshot& snapshot, const JobContext& context) {
    auto writer = SpillWriter::create();
    if (!writer)
        return fail(writer.error());
    Status written;
    const auto append = [&](ByteOffset, std::span<const std::byte> bytes) {
        written = context.stopRequested() ? fail(ErrorCode::Cancelled) : writer->append(bytes);
        return written.has_value();
    };
    ContiguousBytes copy;
    copy.unreadable_ = snapshot.scan(snapshot.all(), append).unreadable;
    if (!written)
        return fail(written.error());
    auto source = std::move(*writer).finish();
    if (!source)
        return fail(source.error());
    copy.copy_ = std::move(*source);
    copy.source_ = copy.copy_.get();
    copy.place_ = snapshot.all();
    copy.loan_ = copy.source_->lend(copy.place_);
    if (copy.bytes().size() != snapshot.size())
        return fail(ErrorCode::LimitReached);
    return copy;
}

RangeSet ContiguousBytes::unreadable() const {
    RangeSet all = unreadable_;
    if (source_ != nullptr)
        all.add(source_->damageIn(place_).shifted(-static_cast<std::int64_t>(place_.begin)));
    return all;
}

}  // namespace octavo
