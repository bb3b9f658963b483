#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/source/source.h"
#include "core/source/spill_source.h"

namespace octavo {

/// Collects the output of a transform: in memory while it is small, in a spill file from there on. One
/// thread.
class TransformSink {
public:
    TransformSink(ByteCount outputLimit, ByteCount memoryLimit, std::string spillDirectory);

    /// LimitReached: with these bytes the output would exceed the limit; none of them is kept.
    [[nodiscard]] Status append(std::span<const std::byte> bytes);
    [[nodiscard]] Result<std::shared_ptr<const Source>> finish() &&;

private:
    ByteCount outputLimit_;
    ByteCount memoryLimit_;
    std::string spillDirectory_;
    ByteCount size_ = 0;
    std::vector<std::byte> memory_;
    std::optional<SpillWriter> spill_;
};

}  // namespace octavo
