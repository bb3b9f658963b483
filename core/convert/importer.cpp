#include "core/convert/importer.h"

#include <memory>
#include <utility>
#include <variant>

#include "core/buffer/document.h"
#include "core/convert/builtin_importers.h"

namespace octavo {

ByteRange ImportResult::span() const {
    return pieces.empty() ? ByteRange{} : ByteRange{pieces.front().address, pieces.back().range().end};
}

void registerBuiltinImporters(Registry<ImporterInfo>& registry) {
    registry.add(rawImporter());
    registry.add(hexImporter());
    registry.add(base64Importer());
    registry.add(intelHexImporter());
    registry.add(sRecordImporter());
    registry.add(hexdumpImporter());
}

Result<Snapshot> assemble(const ImportResult& imported, const AssembleOptions& options) {
    const ByteRange span = imported.span();
    ByteOffset at = options.origin == AssembleOptions::Origin::Zero ? 0 : span.begin;
    if (span.end - at > options.maxSize)
        return fail(ErrorCode::LimitReached);
    Document document;
    const auto append = [&document](Content content) {
        return document.apply(Edit::insert(document.size(), std::move(content), EditKind::Import));
    };
    for (const ImportedPiece& piece : imported.pieces) {
        if (piece.address > at) {
            if (Status status = append(Content::ofPattern({options.gapFill}, piece.address - at)); !status)
                return fail(std::move(status.error()));
        }
        if (Status status = append(piece.content); !status)
            return fail(std::move(status.error()));
        at = piece.range().end;
    }
    return document.snapshot();
}

}  // namespace octavo
