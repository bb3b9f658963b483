#include "core/save/file_runs.h"

namespace octavo {

namespace {

/// The source shows an earlier state of the target's file.
const FileSource* earlierStateOf(const SaveTarget& target, const Source& source) {
    const FileSource* file = source.asFile();
    return file != nullptr && file->identity().isSameFile(target.existing->identity) ? file : nullptr;
}

}  // namespace

void forEachFileRun(const Snapshot& snapshot, const SaveTarget& target, ByteRange range,
                    const std::function<void(ByteRange, std::optional<ByteOffset>)>& visit) {
    const ByteCount fileSize = fileSizeOf(target);
    snapshot.tree().forEach(range, [&](const Piece& piece, ByteOffset offset) {
        const Source& source = snapshot.sourceOf(piece);
        const auto whole = ByteRange::ofLength(offset, piece.length);
        const FileSource* earlier = earlierStateOf(target, source);
        if (&source == target.base.get()) {
            visit(whole, piece.offset);
            return true;
        }
        if (earlier == nullptr) {
            visit(whole, std::nullopt);
            return true;
        }
        for (ByteRange left = ByteRange::ofLength(piece.offset, piece.length); !left.isEmpty();) {
            const FileSource::Place place = earlier->placeOf(left);
            const bool isInFile = place.fileOffset && *place.fileOffset <= fileSize &&
                                  place.range.size() <= fileSize - *place.fileOffset;
            visit(ByteRange::ofLength(offset + (left.begin - piece.offset), place.range.size()),
                  isInFile ? place.fileOffset : std::nullopt);
            left.begin = place.range.end;
        }
        return true;
    });
}

ByteCount fileSizeOf(const SaveTarget& target) {
    if (target.existing->kind != FileKind::BlockDevice)
        return target.existing->identity.size;
    OCTAVO_EXPECTS(target.base != nullptr);
    return target.base->size();
}

}  // namespace octavo
