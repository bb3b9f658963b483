#include "core/convert/import_builder.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "core/convert/text_reader.h"
#include "core/source/memory_source.h"

namespace octavo {

Status ImportBuilder::add(ByteOffset address, std::span<const std::byte> bytes, Origin origin) {
    if (bytes.empty())
        return {};
    if (address > kMaxDocumentSize || bytes.size() > kMaxDocumentSize - address)
        return fail(importError(ErrorCode::TooLarge, origin.offset, origin.line));
    if (bytes.size() > options_.maxBytes - total_)
        return fail(importError(ErrorCode::LimitReached, origin.offset, origin.line));
    total_ += bytes.size();
    if (runs_.empty() || runs_.back().end() != address) {
        if (runs_.size() >= options_.maxPieces)
            return fail(importError(ErrorCode::LimitReached, origin.offset, origin.line));
        runs_.push_back({address, {}, origin});
    }
    std::vector<std::byte>& run = runs_.back().bytes;
    run.insert(run.end(), bytes.begin(), bytes.end());
    return {};
}

Result<std::vector<ImportedPiece>> ImportBuilder::finish() && {
    std::sort(runs_.begin(), runs_.end(), [](const Run& a, const Run& b) { return a.address < b.address; });
    std::vector<Run> joined;
    for (Run& run : runs_) {
        if (!joined.empty() && run.address < joined.back().end()) {
            const Origin& a = joined.back().origin;
            const Origin& later = a.offset > run.origin.offset ? a : run.origin;
            return fail(importError(ErrorCode::Malformed, later.offset, later.line));
        }
        if (!joined.empty() && run.address == joined.back().end()) {
            std::vector<std::byte>& bytes = joined.back().bytes;
            bytes.insert(bytes.end(), run.bytes.begin(), run.bytes.end());
        } else {
            joined.push_back(std::move(run));
        }
    }
    std::vector<ImportedPiece> pieces;
    pieces.reserve(joined.size());
    for (Run& run : joined) {
        const ByteCount size = run.bytes.size();
        auto source = std::make_shared<MemorySource>(std::move(run.bytes));
        pieces.push_back({run.address, Content::ofSource(std::move(source), {0, size})});
    }
    return pieces;
}

}  // namespace octavo
