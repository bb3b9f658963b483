#include "core/source/growing_source.h"

#include <algorithm>
#include <utility>

#include "core/base/contracts.h"

namespace octavo {

GrowingSource::GrowingSource(Options options)
    : directory_(std::move(options.directory)),
      segments_(static_cast<std::size_t>((options.memoryLimit + kSegmentSize - 1) / kSegmentSize)) {}

Status GrowingSource::append(std::span<const std::byte> bytes) {
    const ByteCount begin = size_.load(std::memory_order_relaxed);
    if (bytes.size() > kMaxDocumentSize - begin)
        return fail(ErrorCode::TooLarge);
    const auto forMemory = static_cast<std::size_t>(
        begin < memoryEnd() ? std::min<ByteCount>(bytes.size(), memoryEnd() - begin) : 0);
    if (const auto status = appendToSpill(bytes.subspan(forMemory)); !status)
        return status;
    appendToMemory(begin, bytes.first(forMemory));
    size_.store(begin + bytes.size(), std::memory_order_release);
    return {};
}

void GrowingSource::appendToMemory(ByteOffset at, std::span<const std::byte> bytes) {
    while (!bytes.empty()) {
        auto& segment = segments_[static_cast<std::size_t>(at / kSegmentSize)];
        const auto within = static_cast<std::size_t>(at % kSegmentSize);
        if (!segment)
            segment = std::make_unique<std::byte[]>(kSegmentSize);
        const std::size_t count = std::min(bytes.size(), kSegmentSize - within);
        std::copy_n(bytes.begin(), count, segment.get() + within);
        bytes = bytes.subspan(count);
        at += count;
    }
}

Status GrowingSource::appendToSpill(std::span<const std::byte> bytes) {
    if (bytes.empty())
        return {};
    if (!spill_) {
        auto file = SpillFile::create(directory_);
        if (!file)
            return fail(std::move(file.error()));
        spill_.emplace(std::move(*file));
    }
    return spill_->append(bytes);
}

std::span<const std::byte> GrowingSource::inMemory(ByteRange range) const {
    if (range.begin >= memoryEnd())
        return {};
    const auto within = static_cast<std::size_t>(range.begin % kSegmentSize);
    const std::byte* const segment = segments_[static_cast<std::size_t>(range.begin / kSegmentSize)].get();
    return {segment + within,
            static_cast<std::size_t>(std::min<ByteCount>(range.size(), kSegmentSize - within))};
}

void GrowingSource::read(ByteOffset offset, std::span<std::byte> out, RangeSet& unreadable) const {
    const ByteCount known = size();
    OCTAVO_EXPECTS(offset <= known && out.size() <= known - offset);
    while (!out.empty() && offset < memoryEnd()) {
        const auto bytes = inMemory(ByteRange::ofLength(offset, out.size()));
        std::ranges::copy(bytes, out.begin());
        out = out.subspan(bytes.size());
        offset += bytes.size();
    }
    if (out.empty())
        return;
    RangeSet lost;
    spill_->read(offset - memoryEnd(), out, lost);
    unreadable.add(lost.shifted(static_cast<std::int64_t>(memoryEnd())));
}

Loan GrowingSource::lend(ByteRange range) const {
    OCTAVO_EXPECTS(range.begin < range.end && range.end <= size());
    return {inMemory(range), {}};
}

}  // namespace octavo
