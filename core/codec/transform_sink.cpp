#include "core/codec/transform_sink.h"

#include <utility>

#include "core/source/memory_source.h"

namespace octavo {

TransformSink::TransformSink(ByteCount outputLimit, ByteCount memoryLimit, std::string spillDirectory)
    : outputLimit_(outputLimit), memoryLimit_(memoryLimit), spillDirectory_(std::move(spillDirectory)) {}

Status TransformSink::append(std::span<const std::byte> bytes) {
    if (bytes.size() > outputLimit_ - size_)
        return fail(ErrorCode::LimitReached);
    size_ += bytes.size();
    if (!spill_ && size_ <= memoryLimit_) {
        memory_.insert(memory_.end(), bytes.begin(), bytes.end());
        return {};
    }
    if (!spill_) {
        auto writer = SpillWriter::create(spillDirectory_);
        if (!writer)
            return fail(std::move(writer.error()));
        spill_ = std::move(*writer);
        if (Status moved = spill_->append(memory_); !moved)
            return moved;
        memory_ = {};
    }
    return spill_->append(bytes);
}

Result<std::shared_ptr<const Source>> TransformSink::finish() && {
    if (spill_)
        return std::move(*spill_).finish();
    memory_.shrink_to_fit();
    return std::make_shared<MemorySource>(std::move(memory_));
}

}  // namespace octavo
