#include "core/buffer/edit.h"

#include "core/base/contracts.h"
#include "core/source/pattern_source.h"

namespace octavo {

Content Content::ofBytes(std::span<const std::byte> bytes) {
    return Content(std::vector<std::byte>(bytes.begin(), bytes.end()));
}

Content Content::ofSnapshot(Snapshot snapshot, ByteRange range) {
    OCTAVO_EXPECTS(range.begin <= range.end && range.end <= snapshot.size());
    return Content(SnapshotPart{.snapshot = std::move(snapshot), .range = range});
}

Content Content::ofSource(std::shared_ptr<const Source> source, ByteRange range) {
    OCTAVO_EXPECTS(source != nullptr && range.begin <= range.end && range.end <= source->size());
    return Content(SourcePart{.source = std::move(source), .range = range});
}

Content Content::ofPattern(std::vector<std::byte> pattern, ByteCount length) {
    return ofSource(std::make_shared<PatternSource>(std::move(pattern), length), {0, length});
}

ByteCount Content::size() const {
    if (const auto* bytes = std::get_if<std::vector<std::byte>>(&data_))
        return bytes->size();
    if (const auto* part = std::get_if<SnapshotPart>(&data_))
        return part->range.size();
    return std::get<SourcePart>(data_).range.size();
}

}  // namespace octavo
