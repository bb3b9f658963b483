#include "core/codec/transform_range.h"

#include <utility>
#include <vector>

#include "core/base/contracts.h"
#include "core/codec/transform_sink.h"

namespace octavo {

namespace {

constexpr std::size_t kOutputBuffer = std::size_t{256} << 10;

/// Pushes the bytes of a range through a transform into a sink.
class Pump {
public:
    Pump(ByteTransform& transform, TransformSink& sink, const JobContext& job)
        : transform_(transform), sink_(sink), job_(job), output_(kOutputBuffer) {}

    /// Takes the next bytes of the input. False when no more are wanted: the stream has ended, or status()
    /// tells.
    bool feed(std::span<const std::byte> bytes, ByteTransform::InputEnd end) {
        if (carried_.empty()) {
            drain(bytes, end);
        } else {
            std::vector<std::byte> joined = std::exchange(carried_, {});
            joined.insert(joined.end(), bytes.begin(), bytes.end());
            drain(joined, end);
        }
        job_.advance(bytes.size());
        return status_ && !isFinished_;
    }

    [[nodiscard]] const Status& status() const { return status_; }
    [[nodiscard]] bool isFinished() const { return isFinished_; }
    [[nodiscard]] ByteCount consumed() const { return consumed_; }

private:
    /// Steps until the transform wants more input than there is, or ends.
    void drain(std::span<const std::byte> bytes, ByteTransform::InputEnd end) {
        while (!isFinished_) {
            if (job_.stopRequested()) {
                status_ = fail(ErrorCode::Cancelled);
                return;
            }
            const auto step = transform_.step(bytes, output_, end);
            if (!step) {
                status_ = fail(step.error());
                return;
            }
            consumed_ += step->consumed;
            bytes = bytes.subspan(step->consumed);
            status_ = sink_.append(std::span(output_).first(step->produced));
            if (!status_) {
                if (status_.error().code == ErrorCode::LimitReached)
                    status_.error().offset = consumed_;
                return;
            }
            isFinished_ = step->isFinished;
            if (step->consumed == 0 && step->produced == 0 && !isFinished_) {
                // What is left is too little to tell what it is; more will.
                OCTAVO_EXPECTS(end == ByteTransform::InputEnd::MoreFollows);
                carried_.assign(bytes.begin(), bytes.end());
                return;
            }
        }
    }

    ByteTransform& transform_;
    TransformSink& sink_;
    const JobContext& job_;
    std::vector<std::byte> output_;
    std::vector<std::byte> carried_;
    Status status_;
    bool isFinished_ = false;
    ByteCount consumed_ = 0;
};

/// The pump counts from the range's begin; callers count from the document's.
Error inDocument(Error error, ByteRange range) {
    if (error.offset)
        *error.offset += range.begin;
    return error;
}

Result<TransformResult> pumpRange(const Snapshot& snapshot, ByteRange range, ByteTransform& transform,
                                  const TransformOptions& options, const JobContext& job) {
    using InputEnd = ByteTransform::InputEnd;
    OCTAVO_EXPECTS(range.isValid() && snapshot.all().contains(range));
    TransformSink sink(options.outputLimit, options.memoryLimit, options.spillDirectory);
    Pump pump(transform, sink, job);
    job.setTotal(range.size());
    if (range.isEmpty()) {
        pump.feed({}, InputEnd::ThisIsAll);
    } else {
        const auto report = snapshot.scan(range, [&](ByteOffset offset, std::span<const std::byte> bytes) {
            const bool isLast = offset + bytes.size() == range.end;
            return pump.feed(bytes, isLast ? InputEnd::ThisIsAll : InputEnd::MoreFollows);
        });
        // Whatever came of zeros that stood for lost bytes is worth nothing, an error included.
        if (!report.unreadable.isEmpty())
            return failAt(ErrorCode::Unreadable, report.unreadable.ranges().front().begin);
    }
    if (!pump.status())
        return fail(inDocument(pump.status().error(), range));
    OCTAVO_EXPECTS(pump.isFinished());
    auto output = std::move(sink).finish();
    if (!output)
        return fail(std::move(output.error()));
    return TransformResult{.output = std::move(*output),
                           .range = range,
                           .consumed = pump.consumed(),
                           .revision = snapshot.revision()};
}

}  // namespace

Result<TransformResult> compressRange(const Snapshot& snapshot, ByteRange range, const CompressorInfo& format,
                                      const TransformOptions& options, const JobContext& job) {
    const int level = options.level.value_or(format.defaultLevel);
    if (level < format.minimumLevel || level > format.maximumLevel)
        return fail(ErrorCode::OutOfRange, std::to_string(level));
    const auto compressor = format.createCompressor(level);
    if (!compressor)
        return fail(compressor.error());
    return pumpRange(snapshot, range, **compressor, options, job);
}

Result<TransformResult> decompressRange(const Snapshot& snapshot, ByteRange range,
                                        const CompressorInfo& format, const TransformOptions& options,
                                        const JobContext& job) {
    const auto decompressor = format.createDecompressor();
    if (!decompressor)
        return fail(decompressor.error());
    return pumpRange(snapshot, range, **decompressor, options, job);
}

}  // namespace octavo
