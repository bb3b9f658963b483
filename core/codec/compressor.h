#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <span>
#include <string>

#include "core/base/registry.h"
#include "core/base/result.h"

namespace octavo {

/// A stream of bytes being turned into another, a step at a time: one compression or decompression. One
/// thread.
class ByteTransform {
public:
    ByteTransform() = default;
    ByteTransform(const ByteTransform&) = delete;
    ByteTransform& operator=(const ByteTransform&) = delete;
    virtual ~ByteTransform() = default;

    /// Whether more input follows the bytes of this step.
    enum class InputEnd { MoreFollows, ThisIsAll };

    struct Step {
        std::size_t consumed = 0;  ///< bytes taken from the front of the input
        std::size_t produced = 0;  ///< bytes written to the front of the output
        bool isFinished = false;   ///< the stream is complete; what was not consumed does not belong to it
    };

    /// Takes what it can from `input` and writes what it can to `output`. A step that neither consumes nor
    /// produces wants more of either; with room in `output` and ThisIsAll that cannot happen: it finishes or
    /// fails. Malformed, ChecksumMismatch: `offset` counts the bytes consumed since the beginning of the
    /// stream. Truncated: the input ended before the stream did. REQUIRES: output not empty; not called after
    /// the end.
    [[nodiscard]] virtual Result<Step> step(std::span<const std::byte> input, std::span<std::byte> output,
                                            InputEnd end) = 0;
};

/// A compression format on offer. A value; the factories may be called from any thread.
struct CompressorInfo {
    std::string id;  ///< stable: zlib, gzip, deflate
    int minimumLevel = 0;
    int maximumLevel = 0;
    int defaultLevel = 0;
    /// REQUIRES: level lies between the two above.
    std::function<Result<std::unique_ptr<ByteTransform>>(int level)> createCompressor;
    std::function<Result<std::unique_ptr<ByteTransform>>()> createDecompressor;
};

}  // namespace octavo
