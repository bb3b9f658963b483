#include "core/source/mapped_file_source.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "core/base/contracts.h"

namespace octavo {

MappedFileSource::MappedFileSource(OpenedFile file, std::unique_ptr<GuardedMapping> mapping,
                                   Ownership ownership)
    : LocalFileSource(std::move(file), mapping->bytes().size()),
      mapping_(std::move(mapping)),
      ownership_(ownership) {}

std::shared_ptr<MappedFileSource> MappedFileSource::map(OpenedFile& file, Ownership ownership) {
    auto mapping = GuardedMapping::map(file.descriptor.get(), file.identity.size);
    if (!mapping)
        return nullptr;
    return std::shared_ptr<MappedFileSource>(
        new MappedFileSource(std::move(file), std::move(mapping), ownership));
}

Loan MappedFileSource::lend(ByteRange range) const {
    OCTAVO_EXPECTS(range.begin < range.end && range.end <= size());
    auto lock = lockForReading();
    const auto run = runAt(range);
    if (!run.isOwnPlace())
        return {};
    return {mapping_->bytes().subspan(static_cast<std::size_t>(run.range.begin),
                                      static_cast<std::size_t>(run.range.size())),
            std::move(lock)};
}

Status MappedFileSource::preserve(std::span<const ByteRange> ranges) const {
    if (ownership_ == Ownership::Private)
        return {};
    return LocalFileSource::preserve(ranges);
}

void MappedFileSource::holdMoves(std::span<const Move> moves, const Memory& memory) const {
    if (ownership_ == Ownership::Shared)
        LocalFileSource::holdMoves(moves, memory);
}

FileSource::Place MappedFileSource::placeOf(ByteRange range) const {
    return ownership_ == Ownership::Shared ? LocalFileSource::placeOf(range) : Place{range, std::nullopt};
}

void MappedFileSource::readFile(ByteOffset offset, std::span<std::byte> out, RangeSet& /*unreadable*/) const {
    std::memcpy(out.data(), mapping_->bytes().data() + offset, out.size());
}

// A fault shows only whole pages that are gone; the bytes that a cut takes from the last page read as zeros
// without one. So the file's length is asked for after every use.
ByteCount MappedFileSource::presentEnd() const {
    const ByteCount end = mapping_->endAfterFaults();
    if (ownership_ == Ownership::Private)
        return end;
    return std::min(end, currentFileSize(descriptor()).value_or(size()));
}

RangeSet MappedFileSource::lossesNear(ByteRange range) const {
    return mapping_->failedPagesIn(range);
}

}  // namespace octavo
